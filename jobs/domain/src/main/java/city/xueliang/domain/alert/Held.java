package city.xueliang.domain.alert;

/**
 * What keeps an alert from being sounded.
 *
 * @param shelvedUntil desk's clock, epoch milliseconds; 0 if it is not shelved
 * @param inhibitedBy id of the alert that holds it back; empty for none
 * @param silencedBy id of the silence that holds it back; empty for none
 */
public record Held(long shelvedUntil, String inhibitedBy, String silencedBy) {
  public static final Held NOT = new Held(0, "", "");

  /** Whether anything holds it back. */
  public boolean isHeld() {
    return shelvedUntil != 0 || !inhibitedBy.isEmpty() || !silencedBy.isEmpty();
  }
}
