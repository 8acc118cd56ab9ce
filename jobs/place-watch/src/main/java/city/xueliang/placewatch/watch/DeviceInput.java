package city.xueliang.placewatch.watch;

import city.xueliang.domain.state.BinaryForm;
import city.xueliang.placewatch.intake.Accepted;
import city.xueliang.placewatch.intake.DeviceChange;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What reaches the watch over one device: a record that it sent, or a change of its entry in the
 * registry; the other one is null.
 */
public record DeviceInput(Accepted accepted, DeviceChange change) {

  public static DeviceInput of(Accepted accepted) {
    return new DeviceInput(accepted, null);
  }

  public static DeviceInput of(DeviceChange change) {
    return new DeviceInput(null, change);
  }

  public String deviceId() {
    return accepted != null ? accepted.observation().deviceId() : change.deviceId();
  }

  /** One byte more than what it holds. */
  public static final class Form implements BinaryForm<DeviceInput> {
    private final Accepted.Form accepted = new Accepted.Form();
    private final DeviceChange.Form changes = new DeviceChange.Form();

    @Override
    public int version() {
      return 2;
    }

    @Override
    public void write(DeviceInput input, DataOutput out) throws IOException {
      out.writeBoolean(input.accepted != null);
      if (input.accepted != null) {
        accepted.write(input.accepted, out);
      } else {
        changes.write(input.change, out);
      }
    }

    @Override
    public DeviceInput read(DataInput in, int version) throws IOException {
      return in.readBoolean() ? of(accepted.read(in, version)) : of(changes.read(in, version));
    }

    @Override
    public DeviceInput copy(DeviceInput input) {
      return input;
    }
  }
}
