package city.xueliang.console.live;

import city.xueliang.console.access.Permission;
import city.xueliang.console.access.Seat;
import city.xueliang.domain.alert.Scope;
import city.xueliang.domain.desk.Jurisdiction;
import city.xueliang.domain.place.Level;
import city.xueliang.schemas.Alert;
import java.util.ArrayList;
import java.util.List;

/** What a seat may do with an alert in its state. */
public final class AllowedActions {
  private static final String SILENCE = "SILENCE";

  private AllowedActions() {}

  /** Names of the actions, and SILENCE. */
  static List<String> of(Alert alert, Seat seat) {
    List<String> allowed = new ArrayList<>();
    if (seat.role().may(Permission.ACT) && isInJurisdiction(alert, seat)) {
      for (AlertAction action : AlertAction.values()) {
        if (action.isAllowed(alert)) {
          allowed.add(action.name());
        }
      }
    }
    if (seat.role().may(Permission.SILENCE) && LiveAlert.isOpen(alert)) {
      allowed.add(SILENCE);
    }
    return List.copyOf(allowed);
  }

  /**
   * Whether the desk takes actions of the seat. It knows the seat by its id alone: what the seat
   * sees beyond the place in it is not the seat's to work.
   */
  public static boolean isInJurisdiction(Alert alert, Seat seat) {
    Level level = Level.valueOf(AlertJson.level(alert).name());
    return Jurisdiction.covers(
        seat.id(), Scope.of(alert.getPlace(), level, alert.getDistrict(), ""));
  }
}
