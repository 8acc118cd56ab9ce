package city.xueliang.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.xueliang.schemas.PlaceLevel;
import city.xueliang.schemas.PlaceMetrics;
import city.xueliang.testing.TestingCluster;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An hour of a city's feeds, with all that can be wrong with them, against a plain loop. */
class SeededHourITCase {
  private static final int PARALLELISM = 2;
  private static final Instant END = SeededHour.TWO_DAYS_LATER.minus(Duration.ofDays(1));

  @TempDir private static Path folder;
  private static TestingCity city;
  private static PlainCount expected;
  private static Map<RowKey, PlaceMetrics> rows;

  @BeforeAll
  static void runTheHourThrough() throws Exception {
    SeededHour hour = new SeededHour(10, 4);
    city = TestingCity.start(folder, hour.registry(), PARALLELISM);
    OutsideClient.send(city.kafka(), hour.records());
    expected = PlainCount.of(city.kafka());
    city.awaitAllRead();
    OutsideClient.sendAll(city.kafka(), hour.end());
    await("published rows equal the plain count")
        .atMost(TestingCluster.PATIENCE)
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(
            () -> {
              rows = PublishedRows.before(END, city.kafka()).rows();
              RowCheck.assertPublished(rows, expected.rows());
            });
  }

  @AfterAll
  static void stop() throws Exception {
    city.close();
  }

  @Test
  void everyRowOfEveryLevelAndWindowIsWhatAPlainLoopTells() {
    RowCheck.assertPublished(rows, expected.rows());
    assertThat(rows.values())
        .extracting(PlaceMetrics::getLevel)
        .contains(
            PlaceLevel.GRID,
            PlaceLevel.COMMUNITY,
            PlaceLevel.STREET,
            PlaceLevel.DISTRICT,
            PlaceLevel.CITY,
            PlaceLevel.ZONE);
    assertThat(rows.keySet())
        .filteredOn(key -> key.window().equals("DAY"))
        .extracting(RowKey::start)
        .contains(Instant.parse("2025-03-02T16:00:00Z"), Instant.parse("2025-03-03T16:00:00Z"));
  }

  @Test
  void theStoreHoldsTheSameRows() {
    StoreClient store = new StoreClient(city.store());
    await("stored rows equal the plain count")
        .atMost(TestingCluster.PATIENCE)
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(() -> RowCheck.assertStored(store.rowsUntil(END), expected.rows()));
  }

  @Test
  void recordsThatAreLateOrDoubleOrWrongAreCountedAndInNoRow() {
    assertThat(expected.late()).isGreaterThan(100);
    assertThat(expected.duplicates()).isGreaterThan(1_000);
    assertThat(expected.wrong()).isGreaterThan(500);

    assertThat(city.intake("late")).isEqualTo(expected.late());
    assertThat(city.intake("duplicate")).isEqualTo(expected.duplicates());
    assertThat(city.intake("missed")).isZero();
  }

  @Test
  void theRowsOfAPlaceAreTheSumsOfThoseBelowIt() {
    RowSums sums = new RowSums();
    rows.forEach(
        (key, row) -> {
          String parent = expected.places.parent(key.place());
          if (parent != null) {
            sums.add(key.of(parent), row);
          }
          if (row.getLevel() == PlaceLevel.GRID) {
            expected.places.zonesOf(key.place()).forEach(zone -> sums.add(key.of(zone), row));
          }
        });

    sums.assertEqual(rows, row -> row.getLevel() != PlaceLevel.GRID);
  }

  @Test
  void daysAreTheSumsOfTheirHoursAndHoursOfTheirMinutes() {
    RowSums hours = new RowSums();
    RowSums days = new RowSums();
    rows.forEach(
        (key, row) -> {
          if (key.window().equals("MINUTE")) {
            hours.addOver("HOUR", key, row);
          } else if (key.window().equals("HOUR")) {
            days.addOver("DAY", key, row);
          }
        });

    hours.assertEqualButDevices(rows, "HOUR");
    days.assertEqualButDevices(rows, "DAY");
  }
}
