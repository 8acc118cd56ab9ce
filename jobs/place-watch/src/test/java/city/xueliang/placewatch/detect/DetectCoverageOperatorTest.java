package city.xueliang.placewatch.detect;

import static city.xueliang.testing.Moments.minutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import city.xueliang.domain.alert.Signal;
import city.xueliang.domain.alert.Signal.Kind;
import city.xueliang.domain.coverage.CoverageFigures;
import city.xueliang.domain.coverage.CoverageSum;
import city.xueliang.domain.coverage.PlaceCoverage;
import city.xueliang.domain.place.Level;
import city.xueliang.domain.rule.Condition;
import city.xueliang.domain.rule.Extent;
import city.xueliang.domain.tally.Window;
import city.xueliang.placewatch.harness.BroadcastHarness;
import city.xueliang.placewatch.registry.KnownRules;
import city.xueliang.placewatch.registry.RegistryChange;
import city.xueliang.testing.TestingRules;
import city.xueliang.testing.Town;
import java.time.Duration;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Places in which too many devices are not heard. */
class DetectCoverageOperatorTest {
  private static final int DEVICES = 10;

  private BroadcastHarness<PlaceCoverage, RegistryChange, Signal> detector;
  private TestingRegistry registry;

  @BeforeEach
  void start() throws Exception {
    start(null);
    registry.publish(dark(50).build());
  }

  @AfterEach
  void close() throws Exception {
    detector.close();
  }

  @Test
  void aPlaceThatIsDarkForTheDwellIsRaisedOnceAndClearedWhenItIsBack() throws Exception {
    cover(Town.GRID, 0, 4);
    assertThat(detector.output()).isEmpty();
    cover(Town.GRID, 1, 4);
    cover(Town.GRID, 2, 0);
    cover(Town.GRID, 3, 9);

    assertThat(detector.output())
        .extracting(Signal::kind, signal -> signal.subject().place(), Signal::occurredAt)
        .containsExactly(
            tuple(Kind.RAISED, Town.GRID, minutes(2).toEpochMilli()),
            tuple(Kind.CLEARED, Town.GRID, minutes(4).toEpochMilli()));
    assertThat(detector.keysWith("coverage-raised")).isZero();
  }

  @Test
  void placesOfAnotherLevelAndOutsideOfTheRulesPlacesAreNotJudged() throws Exception {
    registry.publish(dark(50).version(2).in(Town.OTHER_DISTRICT).build());

    for (int minute = 0; minute < 5; minute++) {
      cover(Town.GRID, minute, 0);
      cover(Town.DISTRICT, minute, 0);
    }

    assertThat(detector.output()).isEmpty();
    assertThat(detector.keysWith("coverage-watches")).isZero();
  }

  @Test
  void whatDoesNotHoldByTheChangedRuleIsTakenBack() throws Exception {
    cover(Town.GRID, 0, 4);
    cover(Town.GRID, 1, 4);

    registry.publish(dark(80, 70).version(2).build());

    assertThat(detector.output())
        .extracting(Signal::kind, Signal::ruleVersion)
        .containsExactly(tuple(Kind.RAISED, 1), tuple(Kind.CLEARED, 2));
  }

  @Test
  void nothingIsKeptOfARuleThatIsGone() throws Exception {
    cover(Town.GRID, 0, 4);
    cover(Town.GRID, 1, 4);

    registry.remove("dark");
    cover(Town.GRID, 2, 4);

    assertThat(detector.output()).extracting(Signal::kind).containsExactly(Kind.RAISED);
    assertThat(detector.keysWith("coverage-watches")).isZero();
    assertThat(detector.keysWith("coverage-raised")).isZero();
  }

  @Test
  void theDwellGoesOnAfterARestart() throws Exception {
    cover(Town.GRID, 0, 4);

    start(detector.stop());
    cover(Town.GRID, 1, 4);

    assertThat(detector.output()).extracting(Signal::kind).containsExactly(Kind.RAISED);
  }

  private void start(OperatorSubtaskState state) throws Exception {
    detector =
        new BroadcastHarness<>(
            new DetectCoverage(), List.of(KnownRules.STATE), PlaceCoverage::place, state);
    registry = new TestingRegistry(detector);
  }

  /** Grids of which so much was dark for two minutes. */
  private static TestingRules dark(double percent) {
    return dark(percent, 20);
  }

  private static TestingRules dark(double percent, double clearPercent) {
    return TestingRules.rule(
            "dark",
            new Condition.Coverage(Level.GRID, percent, clearPercent, 5, Duration.ofMinutes(1)))
        .groupBy(Extent.GRID);
  }

  /** A minute after noon in which so many of the place's ten devices were heard. */
  private void cover(String place, int minute, int heard) throws Exception {
    CoverageSum figures =
        CoverageSum.NONE.plus(new CoverageFigures(heard, 0, 0, DEVICES - heard, 0, 0));
    Level level = place.equals(Town.GRID) ? Level.GRID : Level.DISTRICT;
    detector.send(
        new PlaceCoverage(
            place,
            level,
            Town.DISTRICT,
            Window.MINUTE,
            minutes(minute).toEpochMilli(),
            true,
            figures));
  }
}
