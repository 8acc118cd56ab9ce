package city.xueliang.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.xueliang.domain.place.Device;
import city.xueliang.domain.place.Registry;
import city.xueliang.feeds.registry.RegistryPublisher;
import city.xueliang.feeds.registry.RegistryTopics;
import city.xueliang.feeds.simulate.city.CityOptions;
import city.xueliang.feeds.simulate.city.SimulatedCity;
import city.xueliang.local.CityProcess.CityPorts;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The city as its user sees it. */
class LocalCityITCase {
  private static final Duration LIMIT = Duration.ofMinutes(2);

  @TempDir private Path folder;

  @Test
  void endsByItselfWithOneLineOfJson() throws Exception {
    try (CityProcess city = start("--for=61s", "--rate=2000")) {
      assertThat(city.awaitEnd(LIMIT)).as(city.text()).isZero();

      JsonNode report = new ObjectMapper().readTree(city.lastLine());
      assertThat(report.get("read").asLong()).isGreaterThan(100_000);
      // Within 61 s at least one minute ends.
      assertThat(report.get("placesWithRows").asLong()).isGreaterThan(500);
      assertThat(report.get("rowsWritten").asLong())
          .isGreaterThan(report.get("placesWithRows").asLong());
      assertThat(report.get("rejected").get("CLOCK_AHEAD").asLong()).isPositive();
      assertThat(report.get("rejected").get("UNREADABLE").asLong()).isPositive();
      assertThat(report.get("duplicates").asLong()).isPositive();
      assertThat(report.get("late").asLong()).isPositive();
      assertThat(report.get("alertsOpened").asLong()).isPositive();
      assertThat(report.get("alertsCleared").asLong()).isPositive();
      assertThat(report.get("jobRestarts").asLong()).isZero();
      assertThat(report.get("secondsToReady").asDouble()).isPositive();
    }
  }

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

  @Test
  void saysWhereEverythingIs() throws Exception {
    try (CityProcess city = start("--rate=0", "--scale=0.01").awaitReady()) {
      Awaitility.await().until(() -> city.text().contains("Ctrl-C stops."));
      assertThat(city.text())
          .contains("Kafka       " + city.kafka())
          .contains("Store       " + city.store())
          .contains("http://127.0.0.1:" + city.ports().flink())
          .contains(folder.resolve("data").toString());
      HttpResponse<String> page =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(
                          URI.create("http://127.0.0.1:" + city.ports().flink() + "/jobs/overview"))
                      .build(),
                  HttpResponse.BodyHandlers.ofString());
      assertThat(page.body()).contains("place-watch").contains("RUNNING");
    }
  }

  @Test
  void prometheusCanReadTheMetricsFromThisMachineOnly() throws Exception {
    try (CityProcess city = start("--rate=0", "--scale=0.01").awaitReady()) {
      Awaitility.await().until(() -> city.text().contains("Ctrl-C stops."));
      URI metrics = URI.create("http://127.0.0.1:%d/metrics".formatted(city.ports().metrics()));
      assertThat(city.text()).contains("Metrics     " + metrics);
      assertThat(
              HttpClient.newHttpClient()
                  .send(
                      HttpRequest.newBuilder(metrics).build(), HttpResponse.BodyHandlers.ofString())
                  .body())
          .contains("intake_topic_read{", "intake_topic_late{", "influxdb_writeRetries{");
      List<InetAddress> addresses =
          NetworkInterface.networkInterfaces()
              .flatMap(NetworkInterface::inetAddresses)
              .filter(address -> !address.isLoopbackAddress())
              .toList();
      for (InetAddress address : addresses) {
        assertThatThrownBy(() -> new Socket(address, city.ports().metrics()).close())
            .as("%s", address)
            .isInstanceOf(ConnectException.class);
      }
    }
  }

  @Test
  void secondCityOnTheSameFolderIsRefusedInASentence() throws Exception {
    try (CityProcess first = start("--rate=0", "--scale=0.01").awaitReady();
        CityProcess second = start("--rate=0")) {
      assertThat(second.awaitEnd(LIMIT)).isEqualTo(1);
      assertThat(second.text().lines())
          .containsExactly(
              "the data folder %s is used by another city that is running: stop that one, or choose another folder by --data"
                  .formatted(folder.resolve("data")));
      assertThat(first.text()).doesNotContain("Stopping");
    }
  }

  @Test
  void takenPortIsToldInASentence() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CityPorts free = CityPorts.free();
      CityPorts ports = new CityPorts(free.kafka(), taken.getLocalPort(), free.flink(), 0);
      try (CityProcess city = CityProcess.start(folder.resolve("data"), ports)) {
        assertThat(city.awaitEnd(LIMIT)).isEqualTo(2);
        assertThat(city.text())
            .startsWith(
                "port 127.0.0.1:%d is taken by another program: stop that one, or choose another port by --store-port"
                    .formatted(taken.getLocalPort()));
      }
    }
  }

  @Test
  void eachMistakeInTheRulesIsToldWithItsLine() throws Exception {
    Path rules = folder.resolve("rules.yaml");
    Files.writeString(
        rules,
        """
        rules:
          - id: gas
            name: {zh: 燃气, en: Gas}
            colour: PURPLE
            type: threshold
            measure: GAS_LEL_PERCENT
            direction: ABOVE
            limit: 250
            clearLimit: 20
        """);
    try (CityProcess city = start("--rules=" + rules)) {
      assertThat(city.awaitEnd(LIMIT)).isEqualTo(2);
      assertThat(city.text().lines())
          .hasSize(2)
          .anyMatch(line -> line.startsWith(rules + ":4: rules[0].colour: "))
          .anyMatch(line -> line.startsWith(rules + ":8: rules[0].limit: "));
    }
  }

  @Test
  void missingRulesAreToldInASentence() throws Exception {
    try (CityProcess city = start("--rules=" + folder.resolve("nowhere.yaml"))) {
      assertThat(city.awaitEnd(LIMIT)).isEqualTo(2);
      assertThat(city.text().lines())
          .containsExactly("there is no file " + folder.resolve("nowhere.yaml"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --influx-url=localhost:8086 | --influx-url is localhost:8086; allowed: http://host:port, https://host:port
          --rate=-1                   | --rate is -1.0; allowed: 0 – 200000
          --for=soon                  | --for
          --time-zone=Xining          | --time-zone is Xining; allowed: Asia/Shanghai
          --speed=2                   | --speed=2
          --places=nowhere.csv        | nowhere.csv
          """)
  void aMistakeOnTheCommandLineIsToldAndNothingIsStarted(String option, String words)
      throws Exception {
    try (CityProcess city = start(option)) {
      assertThat(city.awaitEnd(LIMIT)).isEqualTo(2);
      assertThat(city.text()).contains(words).doesNotContain("Exception", "Starting");
    }
  }

  @Test
  void onePortForTwoServersIsRefused() throws Exception {
    int port = CityPorts.free().kafka();
    try (CityProcess city =
        CityProcess.start(folder.resolve("data"), new CityPorts(port, port, 0, 0))) {
      assertThat(city.awaitEnd(LIMIT)).isEqualTo(2);
      assertThat(city.text()).contains("allowed: ports that differ");
    }
  }

  private static void publish(Device device, String kafka) {
    try (RegistryPublisher publisher = RegistryPublisher.to(kafka)) {
      publisher.publish(new Registry(List.of(), List.of(device)));
    }
  }

  private CityProcess start(String... options) throws IOException {
    return CityProcess.start(folder.resolve("data"), CityPorts.free(), options);
  }
}
