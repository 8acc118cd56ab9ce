package city.xueliang.console.live;

import city.xueliang.domain.alert.Action;
import city.xueliang.domain.alert.AlertState;
import city.xueliang.schemas.Alert;

/** What a seat can do with an alert; the names are those of the contract of actions. */
public enum AlertAction {
  ACKNOWLEDGE(Action.Kind.ACKNOWLEDGE),
  ON_SITE(Action.Kind.ON_SITE),
  CLOSE(Action.Kind.CLOSE),
  SHELVE(Action.Kind.SHELVE),
  UNSHELVE(Action.Kind.UNSHELVE);

  private final Action.Kind kind;

  AlertAction(Action.Kind kind) {
    this.kind = kind;
  }

  /** Whether the state of the alert allows it, as the desk will judge. */
  public boolean isAllowed(Alert alert) {
    AlertState state = AlertState.valueOf(AlertJson.state(alert.getState()).name());
    return kind.isAllowed(state, alert.getShelvedUntil() != null);
  }
}
