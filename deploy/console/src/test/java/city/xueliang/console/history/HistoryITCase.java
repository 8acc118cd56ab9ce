package city.xueliang.console.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.xueliang.console.http.SmallTown;
import city.xueliang.domain.place.Successions;
import city.xueliang.embedded.EmbeddedStore;
import city.xueliang.store.layout.QuestDbTables;
import city.xueliang.store.reading.MetricHistory;
import city.xueliang.store.reading.QuestDbSource;
import city.xueliang.testing.Town;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** History over the embedded store, through HTTP. */
@TestInstance(Lifecycle.PER_CLASS)
class HistoryITCase {
  private static final String SUFFIX = "_history";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** Midnight in Xining. */
  private static final Instant TODAY = Instant.parse("2026-11-20T16:00:00Z");

  private static final Instant YEAR_BEFORE = TODAY.minus(Duration.ofDays(365));
  private static final Instant WEEK_BEFORE = TODAY.minus(Duration.ofDays(7));
  private static final List<String> PLACES =
      List.of(
          Town.DISTRICT,
          SmallTown.STREET,
          "630105001001",
          Town.GRID,
          Town.NEXT_GRID,
          SmallTown.ZONE);

  private EmbeddedStore store;
  private HistoryDesk desk;

  @BeforeAll
  void start(@TempDir Path folder) {
    store = EmbeddedStore.start(folder, 0);
    QuestDbTables.statements(SUFFIX).forEach(store::execute);
    for (String place : PLACES) {
      fill("coverage_history", place, "DAY", YEAR_BEFORE, "86400000000", 365);
      fill("coverage", place, "MINUTE", WEEK_BEFORE, "60000000", 10_080);
    }
    String behind = "SELECT name FROM wal_tables() WHERE writerTxn <> sequencerTxn";
    await().atMost(PATIENCE).until(() -> store.query(behind).isEmpty());
    desk =
        new HistoryDesk(
            MetricHistory.in(new QuestDbSource(store.url(), SUFFIX), Successions.NONE),
            HistoryDesk.SHANGHAI,
            TODAY);
  }

  @AfterAll
  void stop() {
    desk.close();
    store.close();
  }

  @Test
  void aYearOfDaysOfSixPlacesIsAnsweredWhole() {
    JsonNode answer = timed("year of days, 6 places", YEAR_BEFORE, "AUTO");

    assertThat(answer.get("window").asText()).isEqualTo("DAY");
    assertThat(answer.get("series")).hasSize(6).allSatisfy(HistoryITCase::isWhole);
    assertThat(answer.at("/series/0/points")).hasSize(365);
  }

  @Test
  void aWeekOfMinutesOfSixPlacesIsAnsweredWhole() {
    JsonNode answer = timed("week of minutes, 6 places", WEEK_BEFORE, "MINUTE");

    assertThat(answer.get("series")).hasSize(6).allSatisfy(HistoryITCase::isWhole);
    assertThat(answer.at("/series/5/points")).hasSize(10_080);
  }

  private JsonNode timed(String what, Instant from, String window) {
    String query =
        "place=%s&measure=COVERAGE&field=percent&window=%s&from=%d&to=%d"
            .formatted(
                String.join("&place=", PLACES), window, from.toEpochMilli(), TODAY.toEpochMilli());
    JsonNode answer = null;
    for (int round = 0; round < 5; round++) {
      long began = System.nanoTime();
      answer = desk.json(query);
      System.out.printf("%s: %d ms%n", what, (System.nanoTime() - began) / 1_000_000);
    }
    return answer;
  }

  private static void isWhole(JsonNode series) {
    assertThat(series.get("points"))
        .allSatisfy(point -> assertThat(point.get("state").asText()).isEqualTo("COMPLETE"));
  }

  private void fill(
      String table, String place, String window, Instant from, String micros, int rows) {
    store.execute(
        """
        INSERT INTO %s (place, level, district, "window", expected, heard, percent, longest_silence_s, \
        never_reported, silent, frozen, clock_wrong, complete, timestamp) \
        SELECT '%s', 'GRID', '630105', '%s', 4, 3, 75.0, 0, 0, 1, 0, 0, true, \
        timestamp_sequence('%s', %s) FROM long_sequence(%d)"""
            .formatted(table, place, window, from, micros, rows));
  }
}
