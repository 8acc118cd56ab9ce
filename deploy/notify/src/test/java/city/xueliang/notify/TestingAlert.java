package city.xueliang.notify;

import city.xueliang.schemas.Alert;
import city.xueliang.schemas.AlertState;
import city.xueliang.schemas.Colour;
import city.xueliang.schemas.CommandLevel;
import city.xueliang.schemas.Evidence;
import city.xueliang.schemas.PlaceLevel;
import city.xueliang.schemas.Quantity;
import java.time.Instant;
import java.util.List;

/** Alerts of gas in a grid, as the desk would write them. */
public final class TestingAlert {
  public static final Instant AT_NIGHT = Instant.parse("2026-11-21T19:00:00Z");
  public static final String RULE = "gas-first-stage";
  public static final String GRID = "630105003012007";
  public static final String ID = "0123456789abcdef0123456789abcdef";

  private TestingAlert() {}

  /** Revision 1: RED, open, gas at 27 % LEL against 25. */
  public static Alert.Builder opened() {
    return opened(ID);
  }

  /** The same with an id. */
  public static Alert.Builder opened(String id) {
    Evidence reading =
        Evidence.newBuilder()
            .setDeviceId("gas-0007")
            .setQuantity(Quantity.GAS_LEL_PERCENT)
            .setValue(27.456)
            .setOccurredAt(AT_NIGHT)
            .build();
    return Alert.newBuilder()
        .setAlertId(id)
        .setRevision(1)
        .setRuleId(RULE)
        .setRuleVersion(3)
        .setColour(Colour.RED)
        .setState(AlertState.OPEN)
        .setPlace(GRID)
        .setLevel(PlaceLevel.GRID)
        .setDistrict("630105")
        .setDeviceId("gas-0007")
        .setFirstOccurredAt(AT_NIGHT)
        .setLastOccurredAt(AT_NIGHT)
        .setOccurrences(1)
        .setLimit(25.0)
        .setEvidence(List.of(reading))
        .setOpenedAt(AT_NIGHT)
        .setCommandLevel(CommandLevel.COMMUNITY)
        .setNextDeadlineAt(AT_NIGHT.plusSeconds(60))
        .setChangedAt(AT_NIGHT.plusSeconds(5));
  }

  /** A later revision of it. */
  public static Alert.Builder revision(int revision) {
    return opened().setRevision(revision);
  }

  /** A revision in which it cleared by itself. */
  public static Alert.Builder cleared(int revision) {
    return revision(revision)
        .setState(AlertState.CLEARED)
        .setConditionHolds(false)
        .setClearedAt(AT_NIGHT.plusSeconds(754))
        .setNextDeadlineAt(null);
  }
}
