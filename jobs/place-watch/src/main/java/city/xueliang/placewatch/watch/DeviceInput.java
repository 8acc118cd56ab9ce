package city.xueliang.placewatch.watch;

import city.xueliang.domain.state.BinaryForm;
import city.xueliang.placewatch.intake.Accepted;
import city.xueliang.placewatch.intake.DeviceChange;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What reaches the watch over one device: a record that it sent, a change of its entry in the
 * registry, or that a record of it was rejected because of its times; the other ones are null.
 *
 * @param mistimed id of the device whose record was rejected so
 */
public record DeviceInput(Accepted accepted, DeviceChange change, String mistimed) {

  public static DeviceInput of(Accepted accepted) {
    return new DeviceInput(accepted, null, null);
  }

  public static DeviceInput of(DeviceChange change) {
    return new DeviceInput(null, change, null);
  }

  /** That a record of this device was rejected because of its times. */
  public static DeviceInput ofMistimed(String deviceId) {
    return new DeviceInput(null, null, deviceId);
  }

  public String deviceId() {
    if (accepted != null) {
      return accepted.observation().deviceId();
    }
    return change != null ? change.deviceId() : mistimed;
  }

  /** One byte more than what it holds. */
  public static final class Form implements BinaryForm<DeviceInput> {
    private static final int CHANGE = 0;
    private static final int ACCEPTED = 1;
    private static final int MISTIMED = 2;

    private final Accepted.Form accepted = new Accepted.Form();
    private final DeviceChange.Form changes = new DeviceChange.Form();

    @Override
    public int version() {
      return 2;
    }

    @Override
    public void write(DeviceInput input, DataOutput out) throws IOException {
      if (input.accepted != null) {
        out.writeByte(ACCEPTED);
        accepted.write(input.accepted, out);
      } else if (input.change != null) {
        out.writeByte(CHANGE);
        changes.write(input.change, out);
      } else {
        out.writeByte(MISTIMED);
        out.writeUTF(input.mistimed);
      }
    }

    @Override
    public DeviceInput read(DataInput in, int version) throws IOException {
      int kind = in.readByte();
      return switch (kind) {
        case CHANGE -> of(changes.read(in, version));
        case ACCEPTED -> of(accepted.read(in, version));
        case MISTIMED -> ofMistimed(in.readUTF());
        default -> throw new IOException("No input of a device has the kind " + kind);
      };
    }

    @Override
    public DeviceInput copy(DeviceInput input) {
      return input;
    }
  }
}
