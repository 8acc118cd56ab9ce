package city.xueliang.domain.detector;

import city.xueliang.domain.alert.Evidence;
import city.xueliang.domain.alert.Signal;
import city.xueliang.domain.alert.Signal.Kind;
import city.xueliang.domain.alert.Subject;
import city.xueliang.domain.alert.Why;
import city.xueliang.domain.rule.Rule;

/**
 * What a detector has to say of its condition.
 *
 * @param place code of the grid that it is about; empty for the device or place that is judged
 * @param occurredAt event time from which this is so, epoch milliseconds; no two of kind RAISED
 *     have the same for one key and place
 */
public record Finding(Kind kind, String place, Why why, long occurredAt) {

  public static Finding of(Kind kind, Why why, long occurredAt) {
    return new Finding(kind, "", why, occurredAt);
  }

  /**
   * The signal that tells it. Evidence of no device is that of the subject's, since a state does
   * not keep whose it is.
   */
  public Signal signal(Rule rule, Subject subject) {
    return Signal.of(kind, rule, subject, subject.isDevice() ? whyOf(subject) : why, occurredAt);
  }

  private Why whyOf(Subject subject) {
    return new Why(
        why.limit(),
        why.expectedLow(),
        why.expectedHigh(),
        why.score(),
        why.evidence().stream().map(evidence -> of(subject, evidence)).toList());
  }

  private static Evidence of(Subject subject, Evidence evidence) {
    return evidence.deviceId().isEmpty()
        ? new Evidence(
            subject.deviceId(), evidence.measure(), evidence.value(), evidence.occurredAt())
        : evidence;
  }
}
