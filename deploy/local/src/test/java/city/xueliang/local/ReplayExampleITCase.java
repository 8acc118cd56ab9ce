package city.xueliang.local;

import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.feeds.Feeds;
import city.xueliang.local.CityProcess.CityPorts;
import city.xueliang.local.StoreClient.StoredRow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README says about replaying a recording. */
class ReplayExampleITCase {
  private static final Path EXAMPLES = Path.of("../feeds/examples");
  private static final Instant LAST_HOUR = Instant.parse("2025-03-02T12:00:00Z");

  @TempDir private Path folder;

  @Test
  void eachCountOfARecordingBecomesARow() throws Exception {
    Path recording = EXAMPLES.resolve("street/counts.csv");
    List<String> rows = Files.readAllLines(recording);
    try (CityProcess city =
        CityProcess.start(
                folder.resolve("data"),
                CityPorts.free(),
                "--rate=0",
                "--places=" + EXAMPLES.resolve("street/places.csv"),
                "--places=" + EXAMPLES.resolve("street/devices.csv"))
            .awaitReady()) {
      int code =
          Feeds.commandLine(Locale.ENGLISH)
              .execute(
                  "replay",
                  recording.toString(),
                  "--mapping=" + EXAMPLES.resolve("head-counts.yaml"),
                  "--bootstrap=" + city.kafka());
      assertThat(code).isZero();

      StoreClient store = new StoreClient(city.store());
      // The last hour waits until the feed has been quiet for a while.
      Awaitility.await("rows")
          .atMost(Duration.ofMinutes(1))
          .until(() -> minutesOfGrids(store).size() == rows.size() - 1 - 4);
      assertThat(sum(minutesOfGrids(store))).isEqualTo(sum(rows.subList(1, rows.size() - 4)));
    }
  }

  private static Map<RowKey, StoredRow> minutesOfGrids(StoreClient store) throws Exception {
    Map<RowKey, StoredRow> rows = store.rowsUntil(LAST_HOUR);
    rows.keySet().removeIf(key -> !key.window().equals("MINUTE"));
    rows.values().removeIf(row -> !row.level().equals("GRID"));
    return rows;
  }

  private static double sum(Map<RowKey, StoredRow> rows) {
    return rows.values().stream().mapToDouble(row -> row.fields().get("count_sum")).sum();
  }

  private static double sum(List<String> rows) {
    return rows.stream()
        .mapToDouble(row -> Double.parseDouble(row.substring(row.lastIndexOf(',') + 1)))
        .sum();
  }
}
