package city.xueliang.store.reading;

import static city.xueliang.testing.Moments.NOON;
import static city.xueliang.testing.Moments.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.intake.IntakeCounts;
import city.xueliang.domain.intake.IntakeRow;
import city.xueliang.domain.place.Level;
import city.xueliang.domain.response.WorstSource;
import city.xueliang.domain.tally.Window;
import city.xueliang.testing.Town;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every store answers of several places at once, of seats' worst sources, and of intake. */
abstract class SeveralPlacesContract extends RankingContract {
  private static final int MANY = 450;
  private static final Instant DAY = NOON.minus(Duration.ofHours(12));
  private static final Instant NEXT_DAY = DAY.plus(Duration.ofDays(1));
  private static final Span TWO_DAYS = new Span(DAY, DAY.plus(Duration.ofDays(2)));

  @Test
  void seriesOfSeveralPlacesAreToldApart() {
    write(crowd(1, 2), crowd(0, 1), crowd(2, 3).at(Town.NEXT_GRID), crowd(60, 9));

    var series =
        history()
            .series(List.of(Town.GRID, Town.NEXT_GRID, Town.FAR_GRID), CROWDS, Window.MINUTE, HOUR);

    assertThat(series).containsOnlyKeys(Town.FAR_GRID, Town.GRID, Town.NEXT_GRID);
    assertThat(series.get(Town.GRID))
        .extracting(MetricRow::start)
        .containsExactly(NOON, minutes(1));
    assertThat(series.get(Town.NEXT_GRID)).extracting(MetricRow::start).containsExactly(minutes(2));
    assertThat(series.get(Town.FAR_GRID)).isEmpty();
    assertThat(history().series(List.of(), CROWDS, Window.MINUTE, HOUR)).isEmpty();
  }

  @Test
  void twoCodesOfOnePlaceHaveTheSameSeries() {
    write(
        crowd(1, 2).at("630106", Level.DISTRICT),
        crowd(0, 1).at("630122", Level.DISTRICT),
        crowd(1, 1).at("630122", Level.DISTRICT));

    var series =
        history(Map.of("630122", "630106"))
            .series(List.of("630106", "630122"), CROWDS, Window.MINUTE, HOUR);

    assertThat(series.get("630106"))
        .extracting(MetricRow::place)
        .containsExactly("630122", "630122", "630106");
    assertThat(series.get("630122")).isEqualTo(series.get("630106"));
  }

  @Test
  void morePlacesThanOneRequestTakesAreRead() {
    List<String> grids =
        IntStream.range(0, MANY).mapToObj(n -> "630105001%06d".formatted(n)).toList();
    write(grids.stream().map(grid -> crowd(0, 1).at(grid)).toList());

    assertThat(history().series(grids, CROWDS, Window.MINUTE, HOUR).values())
        .hasSize(MANY)
        .allSatisfy(rows -> assertThat(rows).hasSize(1));
  }

  @Test
  void worstSourcesAreThoseOfTheDaysByRank() {
    write(
        worst(10, NEXT_DAY, "crowd"),
        worst(2, NEXT_DAY, "smoke").open(),
        worst(1, DAY, "gas-leak").with("alarms", 7).with("percent", 43.75),
        worst(1, DAY.minus(Duration.ofDays(1)), "flame"),
        worst(1, DAY, "flame").at(Town.OTHER_DISTRICT, Level.DISTRICT));

    var worst = history().worstSources(List.of(Town.DISTRICT, "630103"), TWO_DAYS);

    assertThat(worst).containsOnlyKeys("630103", Town.DISTRICT);
    assertThat(worst.get("630103")).isEmpty();
    assertThat(worst.get(Town.DISTRICT))
        .extracting(WorstSource::ruleId)
        .containsExactly("gas-leak", "smoke", "crowd");
    assertThat(worst.get(Town.DISTRICT))
        .extracting(WorstSource::complete)
        .containsExactly(true, false, true);
    assertThat(worst.get(Town.DISTRICT).get(0))
        .isEqualTo(
            new WorstSource(
                Town.DISTRICT,
                Level.DISTRICT,
                Town.DISTRICT,
                Window.DAY,
                DAY.toEpochMilli(),
                true,
                1,
                "gas-leak",
                Town.GRID,
                7,
                43.75));
  }

  @Test
  void worstSourcesOfAReplacedCodeStandUnderBoth() {
    write(
        worst(1, DAY, "smoke").at("630122", Level.DISTRICT),
        worst(1, NEXT_DAY, "flame").at("630106", Level.DISTRICT));

    for (String code : List.of("630106", "630122")) {
      assertThat(
              history(Map.of("630122", "630106")).worstSources(List.of(code), TWO_DAYS).get(code))
          .extracting(WorstSource::ruleId)
          .containsExactly("smoke", "flame");
    }
  }

  @Test
  void intakeIsReadByMinuteTopicAndReason() {
    write(
        intake("sensor-readings", "NONE", 1, 100),
        intake("camera-events", "NONE", 1, 50),
        intake("camera-events", "LATE_CLOCK", 1, 2).with("rejected", 2),
        intake("camera-events", "NONE", 0, -3)
            .with("late", 4)
            .with("duplicate", 5)
            .with("lag_ms", 1_500),
        intake("camera-events", "NONE", 60, 9));

    List<IntakeRow> intake = history().intake(HOUR);

    assertThat(intake)
        .containsExactly(
            new IntakeRow(
                "camera-events", "NONE", NOON.toEpochMilli(), new IntakeCounts(-3, 0, 4, 5, 1_500)),
            row("camera-events", "LATE_CLOCK", new IntakeCounts(2, 2, 0, 0, 0)),
            row("camera-events", "NONE", new IntakeCounts(50, 0, 0, 0, 0)),
            row("sensor-readings", "NONE", new IntakeCounts(100, 0, 0, 0, 0)));
  }

  @Test
  void withoutRowsNothingIsAnswered() {
    write(Stream.of(crowd(0, 1)).toList());

    assertThat(history().intake(HOUR)).isEmpty();
    assertThat(history().worstSources(List.of(Town.DISTRICT), TWO_DAYS).get(Town.DISTRICT))
        .isEmpty();
  }

  private static TestingRow worst(int rank, Instant day, String rule) {
    return TestingRow.ofWorstSource(rank, day)
        .at(Town.DISTRICT, Level.DISTRICT)
        .with("source_rule", rule)
        .with("source_place", Town.GRID);
  }

  private static TestingRow intake(String topic, String reason, int minute, int read) {
    return TestingRow.ofIntake(topic, reason, minutes(minute)).with("read", read);
  }

  private static IntakeRow row(String topic, String reason, IntakeCounts counts) {
    return new IntakeRow(topic, reason, minutes(1).toEpochMilli(), counts);
  }
}
