package city.xueliang.feeds.registry;

import static city.xueliang.feeds.registry.WrittenFiles.DEVICES;
import static city.xueliang.feeds.registry.WrittenFiles.GRID;
import static city.xueliang.feeds.registry.WrittenFiles.PLACES;
import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.place.Device;
import city.xueliang.domain.place.Place;
import city.xueliang.domain.place.Registry;
import city.xueliang.embedded.EmbeddedKafka;
import city.xueliang.embedded.TopicSpec;
import city.xueliang.schemas.Topics;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishITCase {
  private static final Map<String, String> COMPACTED = Map.of("cleanup.policy", "compact");
  private static final String CAMERA = "63010500001320000001";

  @TempDir private static Path logs;
  private static EmbeddedKafka kafka;

  @TempDir private Path folder;

  @BeforeAll
  static void startBroker() {
    kafka = EmbeddedKafka.start(logs.resolve("kafka"), 0);
    kafka.createTopics(
        List.of(
            new TopicSpec(Topics.PLACES, 1, COMPACTED),
            new TopicSpec(Topics.DEVICES, 3, COMPACTED)));
  }

  @AfterAll
  static void stopBroker() {
    kafka.close();
  }

  @AfterEach
  void emptyTopics() {
    RegistryTopics topics = new RegistryTopics(kafka.bootstrapServers());
    try (RegistryPublisher publisher = RegistryPublisher.to(kafka.bootstrapServers())) {
      publisher.remove(Topics.PLACES, topics.keys(Topics.PLACES));
      publisher.remove(Topics.DEVICES, topics.keys(Topics.DEVICES));
    }
  }

  @Test
  void whatIsPublishedIsReadBackWhole() throws Exception {
    try (RegistryPublisher publisher = RegistryPublisher.to(kafka.bootstrapServers())) {
      publisher.publish(SmallCity.REGISTRY);
    }
    Registry read = registry();
    assertThat(read.places()).containsExactlyInAnyOrderElementsOf(SmallCity.REGISTRY.places());
    assertThat(read.devices()).containsExactlyInAnyOrderElementsOf(SmallCity.REGISTRY.devices());
  }

  @Test
  void theNewestRecordOfAPlaceCounts() throws Exception {
    try (RegistryPublisher publisher = RegistryPublisher.to(kafka.bootstrapServers())) {
      publisher.publish(SmallCity.REGISTRY);
      publisher.publish(new Registry(List.of(SmallCity.city("夏都")), List.of()));
    }
    assertThat(registry().places())
        .containsExactlyInAnyOrder(SmallCity.city("夏都"), SmallCity.GRID, SmallCity.ZONE);
  }

  @Test
  void whatLeftTheFilesStaysUnlessPruned() throws Exception {
    publish(cityWithDevices());
    CommandRun run = publish(new WrittenFiles(folder).withCity().with("d.csv", DEVICES, camera(1)));
    assertThat(run.out())
        .contains("published to " + kafka.bootstrapServers() + ": places 5, devices 1");
    assertThat(registry().devices()).hasSize(2);
  }

  @Test
  void pruneRemovesWhatLeftTheFiles() throws Exception {
    publish(cityWithDevices());
    CommandRun run =
        publish(new WrittenFiles(folder).withCity().with("d.csv", DEVICES, camera(1)), "--prune");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("removed: places 1, devices 1");
    assertThat(registry().places()).extracting(Place::code).hasSize(5).doesNotContain("belt");
    assertThat(registry().devices()).extracting(Device::deviceId).containsExactly(CAMERA);
  }

  @Test
  void pruneLeavesDevicesAloneIfTheFilesHoldNone() throws Exception {
    publish(cityWithDevices());
    CommandRun run = publish(new WrittenFiles(folder).withCity(), "--prune");
    assertThat(run.out()).contains("removed: places 1, devices 0");
    assertThat(registry().devices()).hasSize(2);
  }

  @Test
  void anInvalidFilePublishesNothing() throws Exception {
    CommandRun run = publish(new WrittenFiles(folder).withCity().with("d.csv", DEVICES, camera(0)));
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(registry().places()).isEmpty();
  }

  private WrittenFiles cityWithDevices() {
    return new WrittenFiles(folder)
        .withCity()
        .with("zones.csv", PLACES + ",grids", "belt,zone,,学校周边," + GRID)
        .with("d.csv", DEVICES, camera(1), "63010500001340000001," + GRID + ",SENSOR,300,s-1,");
  }

  private static String camera(int intervalSeconds) {
    return CAMERA + "," + GRID + ",CAMERA," + intervalSeconds + ",s-1,";
  }

  private CommandRun publish(WrittenFiles files, String... options) {
    String[] all = new String[options.length + 2];
    all[0] = "--bootstrap";
    all[1] = kafka.bootstrapServers();
    System.arraycopy(options, 0, all, 2, options.length);
    return CommandRun.english(files, all);
  }

  private Registry registry() throws Exception {
    return new RegistryTopics(kafka.bootstrapServers()).read();
  }
}
