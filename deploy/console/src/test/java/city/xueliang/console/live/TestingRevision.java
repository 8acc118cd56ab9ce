package city.xueliang.console.live;

import city.xueliang.schemas.Action;
import city.xueliang.schemas.ActionId;
import city.xueliang.schemas.Alert;
import city.xueliang.schemas.AlertState;
import city.xueliang.schemas.Colour;
import city.xueliang.schemas.CommandLevel;
import city.xueliang.schemas.DispatchAction;
import city.xueliang.schemas.Evidence;
import city.xueliang.schemas.PlaceLevel;
import city.xueliang.schemas.PlaceMetrics;
import city.xueliang.schemas.Quantity;
import city.xueliang.schemas.RejectReason;
import city.xueliang.schemas.RejectedRecord;
import city.xueliang.schemas.SingleObjectCodec;
import city.xueliang.schemas.Topics;
import city.xueliang.schemas.Window;
import city.xueliang.testing.Moments;
import city.xueliang.testing.Town;
import java.nio.ByteBuffer;
import java.util.List;

/** Revisions of alerts as they stand in the topic. */
public final class TestingRevision {
  private TestingRevision() {}

  /** The first one: a red alert, opened at noon in the grid of the town. */
  public static Alert.Builder opened(String id) {
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
        .setDeviceId(Town.SENSOR)
        .setFirstOccurredAt(Moments.seconds(-5))
        .setLastOccurredAt(Moments.seconds(-5))
        .setOccurrences(1)
        .setLimit(25.0)
        .setEvidence(
            List.of(
                new Evidence(
                    Town.SENSOR, null, Quantity.GAS_LEL_PERCENT, 30.0, Moments.seconds(-5))))
        .setDevices(List.of(Town.SENSOR))
        .setOpenedAt(Moments.NOON)
        .setCommandLevel(CommandLevel.COMMUNITY)
        .setNextDeadlineAt(Moments.seconds(60))
        .setChangedAt(Moments.NOON);
  }

  /** The one after it, made that many seconds after noon. */
  public static Alert.Builder after(Alert before, long seconds) {
    return Alert.newBuilder(before)
        .setRevision(before.getRevision() + 1)
        .setChangedAt(Moments.seconds(seconds));
  }

  /** The same alert, in another district. */
  public static Alert.Builder farAway(String id) {
    return opened(id).setPlace(Town.FAR_GRID).setDistrict(Town.OTHER_DISTRICT);
  }

  /** A complete minute with seven readings. */
  public static PlaceMetrics minute(String place) {
    return PlaceMetrics.newBuilder()
        .setPlace(place)
        .setLevel(PlaceLevel.GRID)
        .setDistrict(place.substring(0, 6))
        .setWindow(Window.MINUTE)
        .setWindowStart(Moments.NOON)
        .setQuantity(Quantity.GAS_LEL_PERCENT)
        .setCount(7)
        .setDevices(2)
        .setSum(70)
        .setComplete(true)
        .build();
  }

  /** That the desk refused an action of this seat, whose bytes count from 0. */
  public static RejectedRecord refused(String seat) {
    byte[] id = new byte[16];
    for (int i = 0; i < id.length; i++) {
      id[i] = (byte) i;
    }
    DispatchAction action =
        DispatchAction.newBuilder()
            .setActionId(new ActionId(id))
            .setAlertId("a")
            .setAction(Action.ACKNOWLEDGE)
            .setSeat(seat)
            .setAt(Moments.NOON)
            .build();
    return RejectedRecord.newBuilder()
        .setTopic(Topics.DISPATCH_ACTIONS)
        .setPartition(0)
        .setOffset(0)
        .setReason(RejectReason.STALE_REVISION)
        .setDetail("the seat saw revision 1")
        .setBytes(ByteBuffer.wrap(SingleObjectCodec.of(DispatchAction.class).encode(action)))
        .build();
  }

  public static byte[] bytes(Alert alert) {
    return SingleObjectCodec.of(Alert.class).encode(alert);
  }
}
