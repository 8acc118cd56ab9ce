package city.xueliang.store.reading;

import static city.xueliang.testing.Moments.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.place.Level;
import city.xueliang.domain.tally.Window;
import city.xueliang.testing.Town;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How every store ranks places, and how it reads those whose codes were replaced. */
abstract class RankingContract extends MetricHistoryContract {
  private static final String OLD_CODE = "630122";
  private static final String NEW_CODE = "630106";
  private static final Map<String, String> HUANGZHONG = Map.of(OLD_CODE, NEW_CODE);

  @Test
  void placesAreRankedByTheSumOfTheirWindows() {
    write(
        crowd(0, 3),
        crowd(1, 4),
        crowd(0, 9).at(Town.FAR_GRID),
        crowd(-1, 100).at(Town.NEXT_GRID),
        crowd(60, 100).at(Town.NEXT_GRID),
        crowd(0, 100).at(Town.DISTRICT, Level.DISTRICT));

    assertThat(ranked(CROWDS, Ranking.greatest(Statistic.sum("events"), 10)))
        .containsExactly(new RankedPlace(Town.FAR_GRID, 9L, 1), new RankedPlace(Town.GRID, 7L, 2));
  }

  @Test
  void aRankingEndsAtItsLimitAndCanBeginWithTheLeast() {
    write(crowd(0, 1), crowd(0, 2).at(Town.NEXT_GRID), crowd(0, 3).at(Town.FAR_GRID));

    assertThat(ranked(CROWDS, Ranking.greatest(Statistic.max("count_max"), 2))).hasSize(2);
    assertThat(ranked(CROWDS, Ranking.least(Statistic.sum("events"), 2)))
        .extracting(RankedPlace::place)
        .containsExactly(Town.GRID, Town.NEXT_GRID);
  }

  @Test
  void equalPlacesFollowEachOtherByCode() {
    write(crowd(0, 5), crowd(0, 5).at(Town.FAR_GRID), crowd(0, 5).at(Town.NEXT_GRID));

    for (Ranking ranking :
        List.of(
            Ranking.greatest(Statistic.sum("events"), 3),
            Ranking.least(Statistic.sum("events"), 3))) {
      assertThat(ranked(CROWDS, ranking))
          .extracting(RankedPlace::place)
          .containsExactly(Town.FAR_GRID, Town.GRID, Town.NEXT_GRID);
    }
  }

  @Test
  void aMeanOfReadingsCountsEachWindowByItsReadings() {
    write(gas(0, 1, 10.0), gas(1, 9, 20.0), gas(0, 5, 18.0).at(Town.NEXT_GRID));

    assertThat(ranked(GAS, Ranking.greatest(Statistic.mean("mean"), 10)))
        .containsExactly(
            new RankedPlace(Town.GRID, 19.0, 2), new RankedPlace(Town.NEXT_GRID, 18.0, 1));
  }

  @Test
  void leastAndGreatestReadingsAreThoseOfAllWindows() {
    write(
        gas(0, 1, 5.0).with("min", 3.0).with("max", 8.0),
        gas(1, 1, 5.0).with("min", 4.5).with("max", 6.0));

    assertThat(ranked(GAS, Ranking.least(Statistic.min("min"), 1)))
        .containsExactly(new RankedPlace(Town.GRID, 3.0, 2));
    assertThat(ranked(GAS, Ranking.greatest(Statistic.max("max"), 1)))
        .containsExactly(new RankedPlace(Town.GRID, 8.0, 2));
    assertThat(ranked(GAS, Ranking.greatest(Statistic.sum("readings"), 1)))
        .containsExactly(new RankedPlace(Town.GRID, 2L, 2));
  }

  @Test
  void everyAllowedStatisticIsAnswered() {
    write(
        crowd(0, 1),
        gas(0, 1, 5.0),
        TestingRow.of(Metric.COVERAGE, minutes(0)),
        TestingRow.of(GAS_ALERTS, minutes(0)),
        TestingRow.of(Metric.ALARM_HEALTH, minutes(0)));

    for (Metric metric :
        List.of(CROWDS, GAS, Metric.COVERAGE, GAS_ALERTS, Metric.ALERTS, Metric.ALARM_HEALTH)) {
      for (Statistic statistic : Statistic.allowedFor(metric)) {
        assertThat(ranked(metric, Ranking.greatest(statistic, 1)))
            .as(statistic.toString())
            .hasSize(1);
      }
    }
  }

  @Test
  void placesAreRankedByTheAlertsOfAllRulesOrOfOne() {
    write(
        alerts(GAS_ALERTS, 0, 1),
        alerts(GAS_ALERTS, 1, 2),
        alerts(CROWD_ALERTS, 0, 4),
        alerts(CROWD_ALERTS, 0, 5).at(Town.FAR_GRID));

    assertThat(ranked(Metric.ALERTS, Ranking.greatest(Statistic.sum("opened"), 10)))
        .containsExactly(new RankedPlace(Town.GRID, 7L, 3), new RankedPlace(Town.FAR_GRID, 5L, 1));
    assertThat(ranked(GAS_ALERTS, Ranking.greatest(Statistic.max("open"), 10)))
        .containsExactly(new RankedPlace(Town.GRID, 0L, 2));
  }

  @Test
  void theMeanOfCoverageCountsAllWindowsAlike() {
    write(coverage(0, 50.0), coverage(1, 100.0), coverage(0, 80.0).at(Town.NEXT_GRID));

    assertThat(ranked(Metric.COVERAGE, Ranking.least(Statistic.mean("percent"), 10)))
        .containsExactly(
            new RankedPlace(Town.GRID, 75.0, 2), new RankedPlace(Town.NEXT_GRID, 80.0, 1));
  }

  @Test
  void aReplacedCodesHistoryIsReadUnderBoth() {
    write(district(OLD_CODE, 0, 1), district(NEW_CODE, 2, 3), district(OLD_CODE, 1, 2));

    for (String code : List.of(OLD_CODE, NEW_CODE)) {
      assertThat(history(HUANGZHONG).series(code, CROWDS, Window.MINUTE, HOUR))
          .extracting(MetricRow::place)
          .containsExactly(OLD_CODE, OLD_CODE, NEW_CODE);
      assertThat(history(HUANGZHONG).latest(List.of(code), CROWDS, Window.MINUTE).get(code))
          .extracting(MetricRow::place, MetricRow::start)
          .containsExactly(NEW_CODE, minutes(2));
    }
    assertThat(history().series(OLD_CODE, CROWDS, Window.MINUTE, HOUR)).hasSize(2);
  }

  @Test
  void ofTwoCodesInOneWindowTheOlderComesFirstAndTheNewerIsTheLatest() {
    write(district(NEW_CODE, 0, 1), district(OLD_CODE, 0, 2));

    assertThat(history(HUANGZHONG).series(NEW_CODE, CROWDS, Window.MINUTE, HOUR))
        .extracting(MetricRow::place)
        .containsExactly(OLD_CODE, NEW_CODE);
    assertThat(history(HUANGZHONG).latest(Level.DISTRICT, CROWDS, Window.MINUTE))
        .containsOnlyKeys(NEW_CODE)
        .hasEntrySatisfying(NEW_CODE, row -> assertThat(row.place()).isEqualTo(NEW_CODE));
  }

  @Test
  void aLevelHasAReplacedCodesPlaceOnce() {
    write(district(OLD_CODE, 0, 1), district(NEW_CODE, 1, 2), district(Town.DISTRICT, 0, 2));

    assertThat(history(HUANGZHONG).latest(Level.DISTRICT, CROWDS, Window.MINUTE))
        .containsOnlyKeys(NEW_CODE, Town.DISTRICT);
    assertThat(
            history(HUANGZHONG)
                .ranking(
                    Level.DISTRICT,
                    CROWDS,
                    Window.MINUTE,
                    HOUR,
                    Ranking.greatest(Statistic.sum("events"), 10)))
        .containsExactly(new RankedPlace(NEW_CODE, 3L, 2), new RankedPlace(Town.DISTRICT, 2L, 1));
  }

  private List<RankedPlace> ranked(Metric metric, Ranking ranking) {
    return history().ranking(Level.GRID, metric, Window.MINUTE, HOUR, ranking);
  }

  private static TestingRow gas(int minute, int readings, double mean) {
    return TestingRow.of(GAS, minutes(minute)).with("readings", readings).with("mean", mean);
  }

  private static TestingRow alerts(Metric metric, int minute, int opened) {
    return TestingRow.of(metric, minutes(minute)).with("opened", opened);
  }

  private static TestingRow coverage(int minute, double percent) {
    return TestingRow.of(Metric.COVERAGE, minutes(minute)).with("percent", percent);
  }

  private static TestingRow district(String code, int minute, int events) {
    return crowd(minute, events).at(code, Level.DISTRICT);
  }
}
