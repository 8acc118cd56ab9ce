package city.xueliang.domain.detector.threshold;

import city.xueliang.domain.detector.threshold.ThresholdState.Phase;
import city.xueliang.domain.rule.ThresholdRule;

/**
 * Judges the values of one device by one threshold rule, in event time: the condition is raised by
 * the first value that finds the limit passed, without a break, for the rule's dwell, and cleared
 * at the clear limit. Only a value that is newer than all that were judged changes anything: two of
 * one millisecond cannot raise, clear and raise again under one identity.
 */
public final class ThresholdDetector {
  private ThresholdDetector() {}

  /** What a value brings about. */
  public enum Outcome {
    NOTHING,
    RAISED,
    CLEARED
  }

  /** The state after a value, and what it brought about. */
  public record Step(ThresholdState state, Outcome outcome) {}

  /**
   * Judges one value.
   *
   * @param value in the unit of the rule's measure
   * @param occurredAt event time, epoch milliseconds
   */
  public static Step judge(
      ThresholdRule rule, ThresholdState before, double value, long occurredAt) {
    if (occurredAt <= before.newest()) {
      return new Step(before, Outcome.NOTHING);
    }
    if (before.phase() == Phase.RAISED) {
      return rule.isClear(value)
          ? new Step(new ThresholdState(Phase.NORMAL, 0, occurredAt), Outcome.CLEARED)
          : new Step(new ThresholdState(Phase.RAISED, before.since(), occurredAt), Outcome.NOTHING);
    }
    if (!rule.isPastLimit(value)) {
      return new Step(new ThresholdState(Phase.NORMAL, 0, occurredAt), Outcome.NOTHING);
    }
    long since = before.phase() == Phase.PENDING ? before.since() : occurredAt;
    return occurredAt - since >= rule.dwell().toMillis()
        ? new Step(new ThresholdState(Phase.RAISED, since, occurredAt), Outcome.RAISED)
        : new Step(new ThresholdState(Phase.PENDING, since, occurredAt), Outcome.NOTHING);
  }
}
