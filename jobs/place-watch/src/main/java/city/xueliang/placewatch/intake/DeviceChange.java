package city.xueliang.placewatch.intake;

import city.xueliang.domain.place.Device;
import city.xueliang.domain.state.BinaryForm;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What the registry says of a device from now on.
 *
 * @param device null if it was removed
 */
public record DeviceChange(String deviceId, Device device, Position position) {

  /** About 125 bytes. */
  public static final class Form implements BinaryForm<DeviceChange> {
    private final Device.Form devices = new Device.Form();
    private final Position.Form positions = new Position.Form();

    @Override
    public int version() {
      return 2;
    }

    @Override
    public void write(DeviceChange change, DataOutput out) throws IOException {
      out.writeUTF(change.deviceId);
      positions.write(change.position, out);
      out.writeBoolean(change.device != null);
      if (change.device != null) {
        devices.write(change.device, out);
      }
    }

    @Override
    public DeviceChange read(DataInput in, int version) throws IOException {
      String deviceId = in.readUTF();
      Position position = positions.read(in, version);
      return new DeviceChange(
          deviceId, in.readBoolean() ? devices.read(in, version) : null, position);
    }

    @Override
    public DeviceChange copy(DeviceChange change) {
      return change;
    }
  }
}
