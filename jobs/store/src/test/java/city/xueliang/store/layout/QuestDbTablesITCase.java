package city.xueliang.store.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.xueliang.embedded.EmbeddedStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuestDbTablesITCase {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private EmbeddedStore store;

  @BeforeEach
  void start(@TempDir Path folder) {
    store = EmbeddedStore.start(folder, 0);
    makeTables();
  }

  @AfterEach
  void stop() {
    store.close();
  }

  @Test
  void everyMeasurementHasATableAndThoseWithWindowsOneMoreForTheirHistory() {
    assertThat(store.query("SELECT table_name FROM tables()"))
        .extracting(table -> table.get("table_name"))
        .containsExactlyInAnyOrder(
            "camera_events",
            "camera_events_history",
            "sensor_readings",
            "sensor_readings_history",
            "coverage",
            "coverage_history",
            "alerts",
            "alerts_history",
            "alarm_health",
            "alarm_health_history",
            "worst_sources",
            "worst_sources_history",
            "intake");
  }

  @Test
  void minutesAreKeptForThirtyDaysAndHistoryForTenYears() {
    assertThat(kept("coverage")).isEqualTo("DAY 30 DAY");
    assertThat(kept("intake")).isEqualTo("DAY 30 DAY");
    assertThat(kept("coverage_history")).isEqualTo("MONTH 10 YEAR");
  }

  @Test
  void aTableOfAnEarlierReleaseGetsItsRetention() {
    store.execute("ALTER TABLE coverage SET TTL 0 DAYS");

    makeTables();

    assertThat(kept("coverage")).isEqualTo("DAY 30 DAY");
  }

  @Test
  void aRecordingOfYearsAgoStaysReadable() {
    insert("intake", "2019-03-01", "2019-03-30");

    assertThat(days("intake")).containsExactly("2019-03-01", "2019-03-30");
  }

  @Test
  void ofALongerRecordingTheLastThirtyDaysOfMinutesAndAllHoursStay() {
    insert("coverage", "2019-01-01", "2019-03-01", "2019-03-30");
    insert("coverage_history", "2019-01-01", "2019-03-01", "2019-03-30");

    assertThat(days("coverage")).containsExactly("2019-03-01", "2019-03-30");
    assertThat(days("coverage_history")).hasSize(3);
  }

  @Test
  void aRowAheadOfTheClockDropsNoneOfToday() {
    store.execute("INSERT INTO intake (timestamp) VALUES (now())");
    insert("intake", "2100-01-01", "2100-03-01");

    assertThat(days("intake")).hasSize(3).endsWith("2100-01-01", "2100-03-01");
  }

  @Test
  void besideRowsOfTodayMinutesOfYearsAgoAreDropped() {
    store.execute("INSERT INTO intake (timestamp) VALUES (now())");
    insert("intake", "2019-03-01");

    assertThat(days("intake")).hasSize(1).doesNotContain("2019-03-01");
  }

  private void makeTables() {
    QuestDbTables.statements("_history").forEach(store::execute);
    awaitWritten();
  }

  private void insert(String table, String... days) {
    for (String day : days) {
      store.execute("INSERT INTO %s (timestamp) VALUES ('%s')".formatted(table, day));
    }
    awaitWritten();
  }

  private void awaitWritten() {
    String behind = "SELECT name FROM wal_tables() WHERE writerTxn <> sequencerTxn";
    await().atMost(PATIENCE).until(() -> store.query(behind).isEmpty());
  }

  private List<String> days(String table) {
    return store.query("SELECT timestamp FROM %s ORDER BY timestamp".formatted(table)).stream()
        .map(row -> row.get("timestamp").toString().substring(0, 10))
        .toList();
  }

  private String kept(String table) {
    var row =
        store
            .query(
                "SELECT partitionBy, ttlValue, ttlUnit FROM tables() WHERE table_name = '%s'"
                    .formatted(table))
            .get(0);
    return "%s %s %s".formatted(row.get("partitionBy"), row.get("ttlValue"), row.get("ttlUnit"));
  }
}
