package city.xueliang.domain.alert;

import city.xueliang.domain.rule.Colour;
import city.xueliang.domain.rule.Rule;

/**
 * A detector's word that a rule's condition came up, came up again, or is gone.
 *
 * @param occurredAt event time of what brought it about, epoch milliseconds
 */
public record Signal(
    Kind kind,
    String ruleId,
    int ruleVersion,
    Colour colour,
    Subject subject,
    Why why,
    long occurredAt) {

  /** What became of the condition. */
  public enum Kind {
    RAISED,
    /** It holds already, and was seen once more. */
    REPEATED,
    CLEARED
  }

  public static Signal of(Kind kind, Rule rule, Subject subject, Why why, long occurredAt) {
    return new Signal(kind, rule.id(), rule.version(), rule.colour(), subject, why, occurredAt);
  }

  /** Rule and subject: what is raised at most once at a time. */
  public String key() {
    return ruleId + '@' + subject.key();
  }
}
