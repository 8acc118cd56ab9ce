package city.xueliang.domain.alert;

/**
 * What a seat does with an alert.
 *
 * @param id identity of the action, 32 hexadecimal digits; a second one is a duplicate
 * @param revision of the alert that the seat saw; 0 if it does not say
 * @param reason of a CLOSE; null for the others
 * @param until of a SHELVE, epoch milliseconds; 0 for the others
 * @param at when the seat acted, epoch milliseconds
 */
public record Action(
    String id,
    String alertId,
    Kind kind,
    String seat,
    int revision,
    CloseReason reason,
    long until,
    long at) {

  /** What can be done. */
  public enum Kind {
    ACKNOWLEDGE,
    ON_SITE,
    CLOSE,
    SHELVE,
    UNSHELVE,
    ESCALATE
  }

  /** Why an action is not done. */
  public enum Refusal {
    UNKNOWN_ALERT,
    OUTSIDE_JURISDICTION,
    STALE_REVISION,
    NOT_ALLOWED
  }
}
