package city.xueliang.store.reading;

import static city.xueliang.testing.Moments.NOON;
import static city.xueliang.testing.Moments.minutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.place.Level;
import city.xueliang.domain.tally.Window;
import city.xueliang.testing.Town;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store answers. */
abstract class MetricHistoryContract extends ReadingContract {
  private static final int GRIDS_OF_XINING = 3_176;
  private static final int HOURS_OF_YEAR = 8_760;
  private static final Instant NEW_YEAR = Instant.parse("2026-01-01T00:00:00Z");

  @Test
  void aSeriesHasTheRowsOfItsSpanInTheOrderOfTime() {
    write(crowd(3, 12), crowd(-1, 9), crowd(0, 10), crowd(60, 13), crowd(2, 11).open());

    List<MetricRow> series = history().series(Town.GRID, CROWDS, Window.MINUTE, HOUR);

    assertThat(series).extracting(MetricRow::start).containsExactly(NOON, minutes(2), minutes(3));
    assertThat(series).extracting(MetricRow::complete).containsExactly(true, false, true);
    assertThat(series.get(0).values())
        .containsExactly(
            Map.entry("events", 10L),
            Map.entry("devices", 0L),
            Map.entry("count_sum", 0L),
            Map.entry("count_max", 0L));
  }

  @Test
  void aSeriesHasNoRowsOfOtherPlacesMeasuresAndWindows() {
    write(
        crowd(0, 1),
        crowd(1, 2).at(Town.NEXT_GRID),
        TestingRow.of(Metric.of(Measure.FLAME), minutes(2)),
        TestingRow.of(GAS, minutes(3)),
        crowd(4, 3).over(Window.HOUR));

    assertThat(history().series(Town.GRID, CROWDS, Window.MINUTE, HOUR)).hasSize(1);
  }

  @Test
  void hoursAndDaysAreReadWhereTheyAreKept() {
    write(crowd(0, 1), crowd(0, 60).over(Window.HOUR), crowd(0, 1_440).over(Window.DAY));

    for (Window window : Window.values()) {
      assertThat(history().series(Town.GRID, CROWDS, window, HOUR)).hasSize(1);
    }
    assertThat(history().latest(List.of(Town.GRID), CROWDS, Window.DAY).get(Town.GRID).values())
        .containsEntry("events", 1_440L);
  }

  @Test
  void aRowThatIsSentAgainReplacesTheFirst() {
    write(crowd(0, 1).open());
    write(crowd(0, 2));

    List<MetricRow> series = history().series(Town.GRID, CROWDS, Window.MINUTE, HOUR);

    assertThat(series).hasSize(1);
    assertThat(series.get(0).complete()).isTrue();
    assertThat(series.get(0).values()).containsEntry("events", 2L);
  }

  @Test
  void numbersComeBackToTheLastBit() {
    double third = 1.0 / 3;
    write(
        TestingRow.of(GAS, NOON)
            .with("readings", 9_007_199_254_740_993L)
            .with("mean", 0.1 + 0.2)
            .with("min", -third)
            .with("max", 3.0)
            .with("p50", 1e-7));

    assertThat(history().series(Town.GRID, GAS, Window.MINUTE, HOUR).get(0).values())
        .containsEntry("readings", 9_007_199_254_740_993L)
        .containsEntry("mean", 0.1 + 0.2)
        .containsEntry("min", -third)
        .containsEntry("max", 3.0)
        .containsEntry("p50", 1e-7);
  }

  @Test
  void coverageIsReadLikeAMeasure() {
    write(TestingRow.of(Metric.COVERAGE, NOON).with("expected", 4).with("percent", 75));

    assertThat(history().series(Town.GRID, Metric.COVERAGE, Window.MINUTE, HOUR).get(0).values())
        .containsEntry("expected", 4L)
        .containsEntry("percent", 75.0)
        .containsEntry("clock_wrong", 0L);
  }

  @Test
  void theAlertsOfARuleAreReadWithTheirSeconds() {
    write(
        TestingRow.of(GAS_ALERTS, NOON).with("open", 2).with("ack_p90_s", 59.5),
        TestingRow.of(CROWD_ALERTS, NOON).with("open", 3));

    List<MetricRow> series = history().series(Town.GRID, GAS_ALERTS, Window.MINUTE, HOUR);

    assertThat(series).hasSize(1);
    assertThat(series.get(0).values()).containsEntry("open", 2L).containsEntry("ack_p90_s", 59.5);
  }

  @Test
  void theAlertsOfAllRulesAreAddedUp() {
    write(
        TestingRow.of(GAS_ALERTS, NOON).with("open", 2).with("opened", 1),
        TestingRow.of(CROWD_ALERTS, NOON).with("open", 3).open(),
        TestingRow.of(CROWD_ALERTS, minutes(1)).with("open", 5));

    List<MetricRow> series = history().series(Town.GRID, Metric.ALERTS, Window.MINUTE, HOUR);

    assertThat(series).extracting(MetricRow::start).containsExactly(NOON, minutes(1));
    assertThat(series).extracting(MetricRow::complete).containsExactly(false, true);
    assertThat(series.get(0).values())
        .containsEntry("open", 5L)
        .containsEntry("opened", 1L)
        .doesNotContainKey("ack_p90_s");
  }

  @Test
  void theLatestAlertsOfAllRulesAreThoseOfTheNewestWindow() {
    write(
        TestingRow.of(GAS_ALERTS, NOON).with("open", 2),
        TestingRow.of(GAS_ALERTS, minutes(1)).with("open", 1),
        TestingRow.of(CROWD_ALERTS, minutes(1)).with("open", 3),
        TestingRow.of(CROWD_ALERTS, NOON).with("open", 9).at(Town.FAR_GRID));

    var latest = history().latest(Level.GRID, Metric.ALERTS, Window.MINUTE);

    assertThat(latest).containsOnlyKeys(Town.FAR_GRID, Town.GRID);
    assertThat(latest.get(Town.GRID).values()).containsEntry("open", 4L);
    assertThat(latest.get(Town.FAR_GRID).values()).containsEntry("open", 9L);
  }

  @Test
  void theLoadOfASeatIsReadLikeCoverage() {
    write(
        TestingRow.of(Metric.ALARM_HEALTH, NOON)
            .over(Window.HOUR)
            .with("alarms", 12)
            .with("flood_percent", 2.5));

    assertThat(history().series(Town.GRID, Metric.ALARM_HEALTH, Window.HOUR, HOUR).get(0).values())
        .containsEntry("alarms", 12L)
        .containsEntry("flood_percent", 2.5);
  }

  @Test
  void zonesAreReadLikePlacesOfTheTree() {
    write(crowd(0, 7).at("festival-street", Level.ZONE));

    assertThat(history().series("festival-street", CROWDS, Window.MINUTE, HOUR)).hasSize(1);
    assertThat(history().latest(Level.ZONE, CROWDS, Window.MINUTE))
        .containsOnlyKeys("festival-street");
  }

  @Test
  void theLatestOfPlacesIsTheNewestRowOfEach() {
    write(crowd(0, 1), crowd(5, 2), crowd(3, 3).at(Town.NEXT_GRID));

    var latest =
        history().latest(List.of(Town.NEXT_GRID, Town.GRID, Town.FAR_GRID), CROWDS, Window.MINUTE);

    assertThat(latest).containsOnlyKeys(Town.GRID, Town.NEXT_GRID);
    assertThat(latest.get(Town.GRID).start()).isEqualTo(minutes(5));
    assertThat(latest.get(Town.NEXT_GRID).values()).containsEntry("events", 3L);
    assertThat(history().latest(List.of(), CROWDS, Window.MINUTE)).isEmpty();
  }

  @Test
  void theLatestOfALevelIsTheNewestRowOfEachOfItsPlaces() {
    write(
        crowd(0, 1),
        crowd(5, 2),
        crowd(3, 3).at(Town.FAR_GRID),
        crowd(9, 4).at(Town.DISTRICT, Level.DISTRICT));

    var latest = history().latest(Level.GRID, CROWDS, Window.MINUTE);

    assertThat(latest).containsOnlyKeys(Town.FAR_GRID, Town.GRID);
    assertThat(latest.get(Town.GRID).start()).isEqualTo(minutes(5));
  }

  @Test
  void aYearOfHoursIsReadWhole() {
    write(
        IntStream.range(0, HOURS_OF_YEAR)
            .mapToObj(hour -> TestingRow.of(GAS, hour(hour)).over(Window.HOUR).with("mean", hour))
            .toList());
    Span year = new Span(NEW_YEAR, hour(HOURS_OF_YEAR));

    List<MetricRow> series = history().series(Town.GRID, GAS, Window.HOUR, year);

    assertThat(series).hasSize(HOURS_OF_YEAR);
    assertThat(series.get(HOURS_OF_YEAR - 1).values()).containsEntry("mean", HOURS_OF_YEAR - 1.0);
  }

  @Test
  void allGridsOfACityAreRankedAndRead() {
    List<String> grids =
        IntStream.range(0, GRIDS_OF_XINING).mapToObj(n -> "630105001%06d".formatted(n)).toList();
    List<TestingRow> rows = new ArrayList<>();
    for (int n = 0; n < GRIDS_OF_XINING; n++) {
      rows.add(crowd(0, n).at(grids.get(n)));
      rows.add(crowd(1, n).at(grids.get(n)));
    }
    write(rows);
    Ranking all = Ranking.greatest(Statistic.sum("events"), GRIDS_OF_XINING);

    List<RankedPlace> ranking = history().ranking(Level.GRID, CROWDS, Window.MINUTE, HOUR, all);

    assertThat(ranking).hasSize(GRIDS_OF_XINING);
    assertThat(ranking.get(0))
        .isEqualTo(new RankedPlace(grids.get(GRIDS_OF_XINING - 1), 2L * (GRIDS_OF_XINING - 1), 2));
    assertThat(history().latest(Level.GRID, CROWDS, Window.MINUTE)).hasSize(GRIDS_OF_XINING);
    assertThat(history().latest(grids, CROWDS, Window.MINUTE)).hasSize(GRIDS_OF_XINING);
  }

  @Test
  void aStoreThatIsNotThereIsToldWithItsAddress() {
    assertThatExceptionOfType(StoreReadException.class)
        .isThrownBy(() -> nowhere().series(Town.GRID, CROWDS, Window.MINUTE, HOUR))
        .withMessageStartingWith("The store at http://127.0.0.1:1 does not answer: ")
        .withCauseInstanceOf(java.io.IOException.class);
  }

  private static Instant hour(int ofYear) {
    return NEW_YEAR.plus(ofYear, ChronoUnit.HOURS);
  }
}
