package city.xueliang.domain.detector.threshold;

import static city.xueliang.domain.detector.threshold.ThresholdDetector.Outcome.CLEARED;
import static city.xueliang.domain.detector.threshold.ThresholdDetector.Outcome.NOTHING;
import static city.xueliang.domain.detector.threshold.ThresholdDetector.Outcome.RAISED;
import static city.xueliang.domain.rule.TestingRule.rule;
import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.detector.threshold.ThresholdDetector.Outcome;
import city.xueliang.domain.detector.threshold.ThresholdDetector.Step;
import city.xueliang.domain.observation.TestingObservation;
import city.xueliang.domain.rule.ThresholdRule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ThresholdDetectorTest {
  private static final long NOON = TestingObservation.NOON.toEpochMilli();
  private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

  @Test
  void theFirstValueAtTheLimitRaises() {
    Watched device = new Watched(rule().above(25, 20).build());

    assertThat(device.sends(24.99, 0)).isEqualTo(NOTHING);
    assertThat(device.sends(25, 1)).isEqualTo(RAISED);
  }

  @Test
  void whatIsRaisedStaysUntilAValueIsAtTheClearLimit() {
    Watched device = new Watched(rule().above(25, 20).build());
    device.sends(30, 0);

    assertThat(device.sends(60, 1)).isEqualTo(NOTHING);
    assertThat(device.sends(24, 2)).isEqualTo(NOTHING);
    assertThat(device.sends(20.01, 3)).isEqualTo(NOTHING);
    assertThat(device.sends(20, 4)).isEqualTo(CLEARED);
    assertThat(device.sends(20, 5)).isEqualTo(NOTHING);
  }

  @Test
  void aRelapseRaisesAgain() {
    Watched device = new Watched(rule().above(25, 20).build());
    device.sends(30, 0);
    device.sends(10, 1);

    assertThat(device.sends(30, 2)).isEqualTo(RAISED);
  }

  @Test
  void aLimitFromBelowIsPassedByLesserValues() {
    Watched device = new Watched(rule().below(5, 10).build());

    assertThat(device.sends(5.01, 0)).isEqualTo(NOTHING);
    assertThat(device.sends(5, 1)).isEqualTo(RAISED);
    assertThat(device.sends(9.99, 2)).isEqualTo(NOTHING);
    assertThat(device.sends(10, 3)).isEqualTo(CLEARED);
  }

  @Test
  void theConditionIsRaisedAtTheDwellToTheMillisecond() {
    Watched device = new Watched(rule().dwell(TEN_SECONDS).build());

    assertThat(device.sends(30, 0)).isEqualTo(NOTHING);
    assertThat(device.sends(30, 9_999)).isEqualTo(NOTHING);
    assertThat(device.sends(30, 10_000)).isEqualTo(RAISED);
  }

  @Test
  void aBreakBeforeTheDwellIsOverStartsItAnew() {
    Watched device = new Watched(rule().above(25, 20).dwell(TEN_SECONDS).build());
    device.sends(30, 0);
    device.sends(24, 5_000);

    assertThat(device.sends(30, 10_000)).isEqualTo(NOTHING);
    assertThat(device.sends(30, 19_999)).isEqualTo(NOTHING);
    assertThat(device.sends(30, 20_000)).isEqualTo(RAISED);
  }

  @Test
  void theStateTellsSinceWhenTheLimitIsPassed() {
    Watched device = new Watched(rule().dwell(TEN_SECONDS).build());
    device.sends(30, 0);
    device.sends(30, 12_000);

    assertThat(device.state.since()).isEqualTo(NOON);
    assertThat(device.state.newest()).isEqualTo(NOON + 12_000);
  }

  @Test
  void aValueOlderThanOneJudgedChangesNothing() {
    Watched device = new Watched(rule().build());
    device.sends(30, 5_000);
    ThresholdState before = device.state;

    assertThat(device.sends(0, 4_999)).isEqualTo(NOTHING);
    assertThat(device.state).isEqualTo(before);
  }

  @Test
  void aSecondValueOfTheSameMomentChangesNothing() {
    Watched device = new Watched(rule().build());
    device.sends(30, 5_000);

    assertThat(device.sends(0, 5_000)).isEqualTo(NOTHING);
    assertThat(device.sends(0, 5_001)).isEqualTo(CLEARED);
  }

  @Test
  void theSameValueAgainRaisesNothingTwice() {
    Watched device = new Watched(rule().build());
    device.sends(30, 5_000);

    assertThat(device.sends(30, 5_000)).isEqualTo(NOTHING);
  }

  @Property
  void raisedAndClearedTakeTurnsBeginningWithRaised(
      @ForAll("rules") ThresholdRule rule, @ForAll("values") List<Value> values) {
    List<Outcome> outcomes = new ArrayList<>();
    Watched device = new Watched(rule);

    for (Value value : values) {
      Outcome outcome = device.sends(value.value(), value.millis());
      if (outcome != NOTHING) {
        outcomes.add(outcome);
      }
    }

    for (int i = 0; i < outcomes.size(); i++) {
      assertThat(outcomes.get(i)).isEqualTo(i % 2 == 0 ? RAISED : CLEARED);
    }
  }

  @Property
  void onlyAValuePastTheLimitRaisesAndOnlyOneAtTheClearLimitClears(
      @ForAll("rules") ThresholdRule rule, @ForAll("values") List<Value> values) {
    Watched device = new Watched(rule);

    for (Value value : values) {
      switch (device.sends(value.value(), value.millis())) {
        case RAISED -> assertThat(rule.isPastLimit(value.value())).isTrue();
        case CLEARED -> assertThat(rule.isClear(value.value())).isTrue();
        case NOTHING -> {}
      }
    }
  }

  /** One value, so long after noon. */
  record Value(double value, long millis) {}

  @Provide
  Arbitrary<List<Value>> values() {
    return Combinators.combine(
            Arbitraries.integers().between(15, 30).map(Integer::doubleValue),
            Arbitraries.longs().between(0, 60).map(seconds -> seconds * 1_000))
        .as(Value::new)
        .list()
        .ofMaxSize(60);
  }

  @Provide
  Arbitrary<ThresholdRule> rules() {
    return Arbitraries.of(
        rule().above(25, 20).build(),
        rule().above(25, 20).dwell(TEN_SECONDS).build(),
        rule().below(20, 25).build(),
        rule().below(20, 25).dwell(TEN_SECONDS).build());
  }

  /** A device that is judged by one rule. */
  private static final class Watched {
    private final ThresholdRule rule;
    private ThresholdState state = ThresholdState.INITIAL;

    private Watched(ThresholdRule rule) {
      this.rule = rule;
    }

    private Outcome sends(double value, long millisAfterNoon) {
      Step step = ThresholdDetector.judge(rule, state, value, NOON + millisAfterNoon);
      state = step.state();
      return step.outcome();
    }
  }
}
