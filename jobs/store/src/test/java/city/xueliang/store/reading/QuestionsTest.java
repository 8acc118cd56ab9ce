package city.xueliang.store.reading;

import static city.xueliang.testing.Moments.NOON;
import static city.xueliang.testing.Moments.minutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.place.Level;
import city.xueliang.domain.place.Successions;
import city.xueliang.domain.rule.Colour;
import city.xueliang.domain.tally.Window;
import city.xueliang.store.layout.Measurement;
import city.xueliang.testing.Town;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions that cannot be asked are told before any store is. */
class QuestionsTest {
  private static final Metric GAS = Metric.of(Measure.GAS_LEL_PERCENT);
  private static final Span HOUR = new Span(NOON, minutes(60));

  private final MetricHistory history =
      MetricHistory.in(new QuestDbSource("http://127.0.0.1:1", ""), Successions.NONE);

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "630105'",
        "x' OR '1'='1",
        "630105 OR 1=1",
        "6301",
        "-",
        "６３０１０５",
        "630105\n",
        "old\"town",
        "a\\"
      })
  void aPlaceHasTheFormOfACode(String place) {
    String told = "The place is '" + place + "'; allowed: 6 digits that end in 00; 6 digits that";

    assertThatIllegalArgumentException()
        .isThrownBy(() -> history.series(place, GAS, Window.MINUTE, HOUR))
        .withMessageStartingWith(told)
        .withMessageEndingWith("hyphens for a zone");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> history.latest(Arrays.asList(Town.GRID, place), GAS, Window.MINUTE))
        .withMessageStartingWith(told);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> history.series(Arrays.asList(Town.GRID, place), GAS, Window.MINUTE, HOUR))
        .withMessageStartingWith(told);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> history.worstSources(Arrays.asList(Town.GRID, place), HOUR))
        .withMessageStartingWith(told);
  }

  @ParameterizedTest
  @CsvSource({"0,0", "1,0", "-30000000,1", "0,100000000"})
  void aSpanHasAnEndAfterItsBeginning(int fromMinute, int toMinute) {
    Instant from = minutes(fromMinute);
    Instant to = minutes(toMinute);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Span(from, to))
        .withMessage(
            "The span is from %s to %s; allowed: to an instant after the first, between 1970-01-01T00:00:00Z and 2200-01-01T00:00:00Z",
            from, to);
  }

  @Test
  void aSpanHoldsTheMillisecondsWithinIt() {
    Span span = new Span(NOON.plusNanos(1), NOON.plusNanos(1_000_001));

    assertThat(span.first()).isEqualTo(NOON.plusMillis(1));
    assertThat(span.end()).isEqualTo(NOON.plusMillis(2));
    assertThat(HOUR.first()).isEqualTo(NOON);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1})
  void aRankingHasAPlace(int limit) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Ranking.greatest(Statistic.sum("events"), limit))
        .withMessage("The limit of a ranking is %d; allowed: 1 or more", limit);
  }

  @ParameterizedTest
  @CsvSource({"MAX,p95", "MEAN,p50", "SUM,devices", "SUM,events", "SUM,mean", "MAX,x)--"})
  void onlyWhatHasAMeaningIsTakenTogether(Statistic.Aggregate aggregate, String field) {
    Ranking ranking = Ranking.greatest(new Statistic(aggregate, field), 1);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> history.ranking(Level.GRID, GAS, Window.MINUTE, HOUR, ranking))
        .withMessageStartingWith(ranking.statistic() + " of sensor_readings has no meaning")
        .withMessageEndingWith(
            "allowed: sum(readings), mean(mean), min(min), max(max), max(devices)");
  }

  @Test
  void aMeasureHasRowsInItsOwnMeasurementOnly() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Metric(Measurement.COVERAGE, Measure.FLAME))
        .withMessageStartingWith(
            "There are no rows of FLAME in coverage; allowed: a kind of event");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Metric(Measurement.SENSOR_READINGS, null));
    assertThatIllegalArgumentException().isThrownBy(() -> new Metric(Measurement.INTAKE, null));
    assertThatIllegalArgumentException().isThrownBy(() -> new Metric(null, null));
  }

  @Test
  void aRuleIsAskedForWithItsColourAndInAlertsOnly() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Metric.alerts("gas-leak", null))
        .withMessage(
            "The rule is 'gas-leak' and the colour null in alerts; allowed: both or none, and in alerts only");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Metric(Measurement.COVERAGE, null, "gas-leak", Colour.RED));
  }

  @Test
  void whatIsOpenOfEachRuleIsNotTheMostOfAll() {
    Ranking ranking = Ranking.greatest(Statistic.max("open"), 1);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> history.ranking(Level.GRID, Metric.ALERTS, Window.MINUTE, HOUR, ranking))
        .withMessageStartingWith("max(open) of alerts has no meaning");
  }

  @Test
  void nothingMayBeMissing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> history.series(Town.GRID, null, Window.MINUTE, HOUR))
        .withMessage("The metric is missing; it has no default");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> history.series(Town.GRID, GAS, null, HOUR))
        .withMessage("The window is missing; it has no default");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> history.latest((Level) null, GAS, Window.MINUTE))
        .withMessage("The level is missing; it has no default");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> history.latest((List<String>) null, GAS, Window.MINUTE))
        .withMessage("The places is missing; it has no default");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> history.series((List<String>) null, GAS, Window.MINUTE, HOUR))
        .withMessage("The places is missing; it has no default");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> history.worstSources(List.of(Town.DISTRICT), null))
        .withMessage("The span is missing; it has no default");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> history.intake(null))
        .withMessage("The span is missing; it has no default");
  }

  @Test
  void aTablesNameIsPlain() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new QuestDbSource("http://127.0.0.1:1", "_history; DROP"))
        .withMessage(
            "The history suffix is '_history; DROP'; allowed: lower-case letters, digits and _");
  }
}
