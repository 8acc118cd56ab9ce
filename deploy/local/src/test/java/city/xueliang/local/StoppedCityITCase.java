package city.xueliang.local;

import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.place.Device;
import city.xueliang.domain.place.Registry;
import city.xueliang.feeds.registry.RegistryPublisher;
import city.xueliang.feeds.registry.RegistryTopics;
import city.xueliang.feeds.simulate.city.CityOptions;
import city.xueliang.feeds.simulate.city.SimulatedCity;
import city.xueliang.local.CityProcess.CityPorts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A city that its user stops and starts again. */
@Tag("timed")
class StoppedCityITCase {
  private static final Duration LIMIT = Duration.ofMinutes(2);

  @TempDir private Path folder;

  @Test
  void stopsWithinFiveSecondsAndGoesOnWhereItWas() throws Exception {
    CityPorts ports = CityPorts.free();
    Path data = folder.resolve("data");
    Device known = SimulatedCity.xining(new CityOptions(1, 0.05, 200)).devices().get(0);
    Device moved =
        Device.inService(known.deviceId(), known.grid(), known.modelClass(), 60, "another-switch");
    try (CityProcess first = CityProcess.start(data, ports, "--rate=200", "--scale=0.05")) {
      first.awaitReady();
      Awaitility.await("records").atMost(LIMIT).until(() -> first.text().contains(" read 2"));
      publish(moved, first.kafka());
      assertThat(first.stop()).isLessThan(Duration.ofSeconds(5));
      assertThat(first.text()).contains("Stopped; the next start goes on from here.");
    }
    try (CityProcess second = CityProcess.start(data, ports, "--rate=0", "--scale=0.05")) {
      assertThat(second.awaitReady().text()).contains("Goes on at  checkpoint");
      assertThat(new RegistryTopics(second.kafka()).read().devices())
          .as("what was published while the first city ran")
          .contains(moved)
          .doesNotContain(known);
    }
  }

  private static void publish(Device device, String kafka) {
    try (RegistryPublisher publisher = RegistryPublisher.to(kafka)) {
      publisher.publish(new Registry(List.of(), List.of(device)));
    }
  }
}
