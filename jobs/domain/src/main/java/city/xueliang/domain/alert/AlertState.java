package city.xueliang.domain.alert;

/** Where an alert stands in its life. */
public enum AlertState {
  OPEN,
  ACKNOWLEDGED,
  ON_SITE,
  /** Ended by a seat. */
  CLOSED,
  /** Ended by itself: the condition is gone. */
  CLEARED;

  /** Whether it still wants work. */
  public boolean isOpen() {
    return this == OPEN || this == ACKNOWLEDGED || this == ON_SITE;
  }
}
