package city.xueliang.console.live;

import city.xueliang.console.access.Permission;
import city.xueliang.console.access.Role;
import city.xueliang.schemas.Alert;
import city.xueliang.schemas.AlertState;
import java.util.ArrayList;
import java.util.List;

/** What may be done with an alert, as the desk that works it allows in its state. */
public final class AllowedActions {
  private AllowedActions() {}

  /** Names of the actions, and SILENCE. */
  public static List<String> of(Alert alert, Role role) {
    List<String> allowed = new ArrayList<>();
    boolean isOpen = LiveAlert.isOpen(alert);
    if (role.may(Permission.ACT)) {
      addIf(alert.getState() == AlertState.OPEN, "ACKNOWLEDGE", allowed);
      addIf(isOpen && alert.getState() != AlertState.ON_SITE, "ON_SITE", allowed);
      addIf(alert.getState() != AlertState.CLOSED, "CLOSE", allowed);
      addIf(isOpen, "SHELVE", allowed);
      addIf(isOpen && alert.getShelvedUntil() != null, "UNSHELVE", allowed);
    }
    addIf(isOpen && role.may(Permission.SILENCE), "SILENCE", allowed);
    return List.copyOf(allowed);
  }

  private static void addIf(boolean isAllowed, String action, List<String> allowed) {
    if (isAllowed) {
      allowed.add(action);
    }
  }
}
