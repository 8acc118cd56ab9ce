package city.xueliang.console.live;

import city.xueliang.console.access.Permission;
import city.xueliang.console.access.Role;
import city.xueliang.schemas.Alert;
import java.util.ArrayList;
import java.util.List;

/** What a role may do with an alert in its state. */
final class AllowedActions {
  private static final String SILENCE = "SILENCE";

  private AllowedActions() {}

  /** Names of the actions, and SILENCE. */
  static List<String> of(Alert alert, Role role) {
    List<String> allowed = new ArrayList<>();
    if (role.may(Permission.ACT)) {
      for (AlertAction action : AlertAction.values()) {
        if (action.isAllowed(alert)) {
          allowed.add(action.name());
        }
      }
    }
    if (role.may(Permission.SILENCE) && LiveAlert.isOpen(alert)) {
      allowed.add(SILENCE);
    }
    return List.copyOf(allowed);
  }
}
