package city.xueliang.domain.alert;

import city.xueliang.domain.state.BinaryForm;
import city.xueliang.domain.state.Names;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What a seat does with an alert.
 *
 * @param id identity of the action, 32 hexadecimal digits; a second one is a duplicate
 * @param revision of the alert that the seat saw; 0 if it does not say
 * @param reason of a CLOSE; null for the others
 * @param until of a SHELVE, epoch milliseconds; 0 for the others
 * @param at when the seat acted, epoch milliseconds
 */
public record Action(
    String id,
    String alertId,
    Kind kind,
    String seat,
    int revision,
    CloseReason reason,
    long until,
    long at) {

  /** What can be done. */
  public enum Kind {
    ACKNOWLEDGE,
    ON_SITE,
    CLOSE,
    SHELVE,
    UNSHELVE,
    /** Not above the city. */
    ESCALATE;

    /** Whether it can be done with an alert in this state. */
    public boolean isAllowed(AlertState state, boolean isShelved) {
      return switch (this) {
        case ACKNOWLEDGE -> state == AlertState.OPEN;
        case ON_SITE -> state == AlertState.OPEN || state == AlertState.ACKNOWLEDGED;
        case CLOSE -> state != AlertState.CLOSED;
        case SHELVE, ESCALATE -> state.isOpen();
        case UNSHELVE -> state.isOpen() && isShelved;
      };
    }
  }

  /** Why an action is not done. */
  public enum Refusal {
    UNKNOWN_ALERT,
    OUTSIDE_JURISDICTION,
    STALE_REVISION,
    NOT_ALLOWED
  }

  /** About 120 bytes. */
  public static final class Form implements BinaryForm<Action> {
    @Override
    public int version() {
      return 1;
    }

    @Override
    public void write(Action action, DataOutput out) throws IOException {
      out.writeUTF(action.id);
      out.writeUTF(action.alertId);
      Names.write(action.kind, out);
      out.writeUTF(action.seat);
      out.writeInt(action.revision);
      Names.write(action.reason, out);
      out.writeLong(action.until);
      out.writeLong(action.at);
    }

    @Override
    public Action read(DataInput in, int version) throws IOException {
      return new Action(
          in.readUTF(),
          in.readUTF(),
          Names.read(Kind.class, in),
          in.readUTF(),
          in.readInt(),
          Names.read(CloseReason.class, in),
          in.readLong(),
          in.readLong());
    }

    @Override
    public Action copy(Action action) {
      return action;
    }
  }
}
