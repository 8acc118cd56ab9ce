package city.xueliang.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The city as its user sees it. One city runs for a minute and a second; the tests look at it, and
 * at others beside it that do not start, and the last one sees it end.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LocalCityITCase {
  private static final Duration LIMIT = Duration.ofMinutes(2);

  @TempDir private static Path shared;
  private static CityProcess city;

  @TempDir private Path folder;

  @BeforeAll
  static void startCity() throws Exception {
    city = CityProcess.start(shared.resolve("data"), CityPorts.free(), "--for=61s", "--rate=2000");
    city.awaitReady();
  }

  @AfterAll
  static void stopCity() throws Exception {
    city.close();
  }

  @Test
  @Order(Integer.MAX_VALUE)
  void endsByItselfWithOneLineOfJson() throws Exception {
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

  @Test
  @Order(1)
  void saysWhereEverythingIs() throws Exception {
    assertThat(city.text())
        .contains("Kafka       " + city.kafka())
        .contains("Store       " + city.store())
        .contains("http://127.0.0.1:" + city.ports().flink())
        .contains(shared.resolve("data").toString());
    HttpResponse<String> page =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + city.ports().flink() + "/jobs/overview"))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(page.body()).contains("place-watch").contains("RUNNING");
  }

  @Test
  @Order(1)
  void prometheusCanReadTheMetricsFromThisMachineOnly() throws Exception {
    URI metrics = URI.create("http://127.0.0.1:%d/metrics".formatted(city.ports().metrics()));
    assertThat(city.text()).contains("Metrics     " + metrics);
    assertThat(
            HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(metrics).build(), HttpResponse.BodyHandlers.ofString())
                .body())
        .contains("intake_topic_read{", "intake_topic_late{", "influxdb_writeRetries{");
    assertThatOthersCannotConnect(city.ports().metrics());
  }

  @Test
  @Order(1)
  void theCommandCentresPageIsThereForThisMachineOnly() throws Exception {
    URI console = URI.create("http://127.0.0.1:" + city.ports().console());
    assertThat(city.text()).contains("Console     " + console);
    assertThat(answer(console.resolve("/ready"))).isEqualTo("ready");
    assertThat(answer(console)).startsWith("<!doctype html>");
    assertThat(answer(console.resolve("/api/session"))).contains("\"demo\":true");
    assertThatOthersCannotConnect(city.ports().console());
  }

  private static String answer(URI address) throws Exception {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
        .body();
  }

  private static void assertThatOthersCannotConnect(int port) throws Exception {
    List<InetAddress> addresses =
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(address -> !address.isLoopbackAddress())
            .toList();
    for (InetAddress address : addresses) {
      assertThatThrownBy(() -> new Socket(address, port).close())
          .as("%s", address)
          .isInstanceOf(ConnectException.class);
    }
  }

  @Test
  @Order(1)
  void secondCityOnTheSameFolderIsRefusedInASentence() throws Exception {
    Path data = shared.resolve("data");
    try (CityProcess second = CityProcess.start(data, CityPorts.free(), "--rate=0")) {
      assertThat(second.awaitEnd(LIMIT)).isEqualTo(1);
      assertThat(second.text().lines())
          .containsExactly(
              "the data folder %s is used by another city that is running: stop that one, or choose another folder by --data"
                  .formatted(data));
      assertThat(city.text()).doesNotContain("Stopping");
    }
  }

  @Test
  void takenPortIsToldInASentence() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CityPorts free = CityPorts.free();
      CityPorts ports = new CityPorts(free.kafka(), taken.getLocalPort(), free.flink(), 0, 0);
      try (CityProcess refused = CityProcess.start(folder.resolve("data"), ports)) {
        assertThat(refused.awaitEnd(LIMIT)).isEqualTo(2);
        assertThat(refused.text())
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
    try (CityProcess refused = start("--rules=" + rules)) {
      assertThat(refused.awaitEnd(LIMIT)).isEqualTo(2);
      assertThat(refused.text().lines())
          .hasSize(2)
          .anyMatch(line -> line.startsWith(rules + ":4: rules[0].colour: "))
          .anyMatch(line -> line.startsWith(rules + ":8: rules[0].limit: "));
    }
  }

  @Test
  void missingRulesAreToldInASentence() throws Exception {
    try (CityProcess refused = start("--rules=" + folder.resolve("nowhere.yaml"))) {
      assertThat(refused.awaitEnd(LIMIT)).isEqualTo(2);
      assertThat(refused.text().lines())
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
    try (CityProcess refused = start(option)) {
      assertThat(refused.awaitEnd(LIMIT)).isEqualTo(2);
      assertThat(refused.text()).contains(words).doesNotContain("Exception", "Starting");
    }
  }

  @Test
  void onePortForTwoServersIsRefused() throws Exception {
    int port = CityPorts.free().kafka();
    try (CityProcess refused =
        CityProcess.start(folder.resolve("data"), new CityPorts(port, port, 0, 0, 0))) {
      assertThat(refused.awaitEnd(LIMIT)).isEqualTo(2);
      assertThat(refused.text()).contains("allowed: ports that differ");
    }
  }

  private CityProcess start(String... options) throws IOException {
    return CityProcess.start(folder.resolve("data"), CityPorts.free(), options);
  }
}
