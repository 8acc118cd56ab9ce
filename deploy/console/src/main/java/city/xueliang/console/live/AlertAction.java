package city.xueliang.console.live;

import city.xueliang.schemas.Alert;
import city.xueliang.schemas.AlertState;

/** What a seat can do with an alert; the names are those of the contract of actions. */
public enum AlertAction {
  ACKNOWLEDGE,
  ON_SITE,
  CLOSE,
  SHELVE,
  UNSHELVE;

  /** Whether the state of the alert allows it; the desk judges alike. */
  public boolean isAllowed(Alert alert) {
    AlertState state = alert.getState();
    boolean isOpen = state != AlertState.CLOSED && state != AlertState.CLEARED;
    return switch (this) {
      case ACKNOWLEDGE -> state == AlertState.OPEN;
      case ON_SITE -> state == AlertState.OPEN || state == AlertState.ACKNOWLEDGED;
      case CLOSE -> state != AlertState.CLOSED;
      case SHELVE -> isOpen;
      case UNSHELVE -> isOpen && alert.getShelvedUntil() != null;
    };
  }
}
