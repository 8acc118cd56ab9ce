package city.xueliang.local;

import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.local.CityProcess.CityPorts;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The city as its user sees it. */
class LocalCityITCase {
  private static final Duration LIMIT = Duration.ofMinutes(2);

  @TempDir private Path folder;

  @Test
  void endsByItselfWithOneLineOfJson() throws Exception {
    try (CityProcess city = start("--for=45s", "--rate=1000", "--scale=0.1")) {
      assertThat(city.awaitEnd(LIMIT)).as(city.text()).isZero();

      JsonNode report = new ObjectMapper().readTree(city.lastLine());
      assertThat(report.get("read").asLong()).isGreaterThan(40_000);
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
    try (CityProcess first = CityProcess.start(data, ports, "--rate=200", "--scale=0.05")) {
      first.awaitReady();
      Awaitility.await("records").atMost(LIMIT).until(() -> first.text().contains(" read 2"));
      assertThat(first.stop()).isLessThan(Duration.ofSeconds(5));
      assertThat(first.text()).contains("Stopped; the next start goes on from here.");
    }
    try (CityProcess second = CityProcess.start(data, ports, "--rate=0", "--scale=0.05")) {
      assertThat(second.awaitReady().text()).contains("Goes on at  checkpoint");
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
      CityPorts ports = new CityPorts(free.kafka(), taken.getLocalPort(), free.flink());
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
            version: 1
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
          .anyMatch(line -> line.startsWith(rules + ":5: rules[0].colour: "))
          .anyMatch(line -> line.startsWith(rules + ":9: rules[0].limit: "));
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

  private CityProcess start(String... options) throws IOException {
    return CityProcess.start(folder.resolve("data"), CityPorts.free(), options);
  }
}
