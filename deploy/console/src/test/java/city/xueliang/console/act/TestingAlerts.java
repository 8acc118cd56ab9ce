package city.xueliang.console.act;

import city.xueliang.schemas.Alert;
import city.xueliang.schemas.AlertState;
import city.xueliang.schemas.Colour;
import city.xueliang.schemas.CommandLevel;
import city.xueliang.schemas.PlaceLevel;
import city.xueliang.testing.Moments;
import city.xueliang.testing.Town;
import java.util.List;

/** Alerts as the desk tells them. */
public final class TestingAlerts {
  private TestingAlerts() {}

  /** The first revision of one that is open in the town's grid. */
  public static Alert.Builder open(String id) {
    return Alert.newBuilder()
        .setAlertId(id)
        .setRevision(1)
        .setRuleId("gas")
        .setRuleVersion(1)
        .setColour(Colour.RED)
        .setState(AlertState.OPEN)
        .setPlace(Town.GRID)
        .setLevel(PlaceLevel.GRID)
        .setDistrict(Town.DISTRICT)
        .setFirstOccurredAt(Moments.NOON)
        .setLastOccurredAt(Moments.NOON)
        .setOccurrences(1)
        .setEvidence(List.of())
        .setOpenedAt(Moments.NOON)
        .setCommandLevel(CommandLevel.COMMUNITY)
        .setChangedAt(Moments.NOON);
  }

  /** One in the other district. */
  public static Alert.Builder far(String id) {
    return open(id).setPlace(Town.FAR_GRID).setDistrict(Town.OTHER_DISTRICT);
  }
}
