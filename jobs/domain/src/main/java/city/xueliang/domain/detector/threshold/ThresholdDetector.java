package city.xueliang.domain.detector.threshold;

import city.xueliang.domain.alert.Evidence;
import city.xueliang.domain.alert.Signal.Kind;
import city.xueliang.domain.alert.Why;
import city.xueliang.domain.detector.Detector;
import city.xueliang.domain.detector.Finding;
import city.xueliang.domain.detector.Sighting;
import city.xueliang.domain.detector.Verdict;
import city.xueliang.domain.rule.Condition.Threshold;
import city.xueliang.domain.rule.Direction;
import java.util.List;

/**
 * Judges the values of one device by a limit: the condition is raised by the first value that finds
 * the limit passed, without a break, for the dwell, and cleared at the clear limit. Only a value
 * that is newer than all that were judged changes anything: two of one millisecond cannot raise,
 * clear and raise again under one identity. Values of other measures are passed over.
 */
public final class ThresholdDetector implements Detector<ThresholdState, Sighting> {
  private final Threshold condition;

  public ThresholdDetector(Threshold condition) {
    this.condition = condition;
  }

  @Override
  public ThresholdState initial() {
    return ThresholdState.INITIAL;
  }

  @Override
  public boolean isForgettable(ThresholdState state) {
    return state.equals(ThresholdState.INITIAL);
  }

  @Override
  public Verdict<ThresholdState> judge(ThresholdState before, Sighting sighting) {
    if (sighting.measure() != condition.measure() || sighting.occurredAt() <= before.newest()) {
      return Verdict.nothing(before);
    }
    ThresholdState after = next(before, sighting.value(), sighting.occurredAt());
    if (after.isRaised() == before.isRaised()) {
      return Verdict.nothing(after);
    }
    return Verdict.of(
        after, finding(after.isRaised() ? Kind.RAISED : Kind.CLEARED, sighting.evidence()));
  }

  /** Changes nothing: a device that falls silent keeps what was raised. */
  @Override
  public Verdict<ThresholdState> onTime(ThresholdState before, long now) {
    return Verdict.nothing(before);
  }

  @Override
  public long due(ThresholdState state) {
    return NEVER;
  }

  /** Clears by the last value, with its time; a state that keeps none waits for the next. */
  @Override
  public Verdict<ThresholdState> rejudge(ThresholdState before) {
    double value = before.value();
    if (before.isRaised() ? !isClear(value) : isPast(value)) {
      return Verdict.nothing(before);
    }
    ThresholdState after = before.normal(value, before.newest());
    return before.isRaised()
        ? Verdict.of(
            after,
            finding(Kind.CLEARED, new Evidence("", condition.measure(), value, before.newest())))
        : Verdict.nothing(after);
  }

  private ThresholdState next(ThresholdState before, double value, long at) {
    if (before.isRaised()) {
      return isClear(value) ? before.normal(value, at) : before.stillRaised(value, at);
    }
    return isPast(value) ? before.past(value, at, condition.dwell()) : before.normal(value, at);
  }

  private boolean isPast(double value) {
    return condition.direction().isPast(value, condition.limit());
  }

  private boolean isClear(double value) {
    return condition.direction() == Direction.ABOVE
        ? value <= condition.clearLimit()
        : value >= condition.clearLimit();
  }

  private Finding finding(Kind kind, Evidence evidence) {
    return Finding.of(
        kind, Why.passed(condition.limit(), List.of(evidence)), evidence.occurredAt());
  }
}
