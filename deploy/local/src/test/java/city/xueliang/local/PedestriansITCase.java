package city.xueliang.local;

import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.feeds.Feeds;
import city.xueliang.local.CityProcess.CityPorts;
import city.xueliang.local.StoreClient.StoredRow;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recording of street counters is replayed into a city that keeps another time. */
class PedestriansITCase {
  private static final Path MAPPING = Path.of("../feeds/examples/head-counts.yaml");

  @TempDir private Path folder;

  @Test
  void dailyTotalsOfAZoneEqualAPlainSumOverTheRecording() throws Exception {
    StreetCounters counters = StreetCounters.writtenTo(folder, 1);
    Map<String, Long> expected = counters.dailyTotals();
    // The last day stays open, for nothing comes after it.
    expected.remove("2014-10-06");
    assertThat(expected).hasSize(7).containsKeys("2014-04-06", "2014-10-05");
    try (CityProcess city =
        CityProcess.start(
                folder.resolve("data"),
                CityPorts.free(),
                "--rate=0",
                "--time-zone=" + StreetCounters.MELBOURNE,
                "--places=" + counters.registry.resolve("places.csv"),
                "--places=" + counters.registry.resolve("devices.csv"))
            .awaitReady()) {
      int code =
          Feeds.commandLine(Locale.ENGLISH)
              .execute(
                  "replay",
                  counters.recording.toString(),
                  "--mapping=" + MAPPING,
                  "--bootstrap=" + city.kafka());
      assertThat(code).isZero();

      StoreClient store = new StoreClient(city.store());
      Awaitility.await("daily totals")
          .atMost(Duration.ofMinutes(1))
          .untilAsserted(() -> assertThat(totals(store)).isEqualTo(expected));
    }
  }

  private static Map<RowKey, StoredRow> completeDays(StoreClient store) throws Exception {
    Map<RowKey, StoredRow> rows = store.rows();
    rows.values().removeIf(row -> !row.complete());
    rows.keySet()
        .removeIf(key -> !key.place().equals(StreetCounters.ZONE) || !key.window().equals("DAY"));
    return rows;
  }

  /** Of each day that begins at a midnight of the counters. */
  private static Map<String, Long> totals(StoreClient store) throws Exception {
    Map<String, Long> totals = new TreeMap<>();
    completeDays(store)
        .forEach(
            (key, row) -> {
              LocalDate day = LocalDate.ofInstant(key.start(), StreetCounters.MELBOURNE);
              assertThat(day.atStartOfDay(StreetCounters.MELBOURNE).toInstant())
                  .isEqualTo(key.start());
              totals.put(day.toString(), Math.round(row.fields().get("count_sum")));
            });
    return totals;
  }
}
