package city.xueliang.domain.place;

import city.xueliang.domain.state.BinaryForm;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A camera or sensor of the registry.
 *
 * @param deviceId 20-digit GB/T 28181 code
 * @param grid 15-digit code of the grid in which it stands
 * @param reportIntervalSeconds interval at which it should be heard, 1 or more
 * @param segment network segment (switch or uplink) behind which it sits
 * @param since epoch milliseconds from which it stands in this grid; {@link #SINCE_PUBLISHED} if
 *     the entry does not say: since it was published, or always if it is the first one that is
 *     known
 * @param retiredAt epoch milliseconds from which it is out of service; {@link #IN_SERVICE} while it
 *     is in service
 */
public record Device(
    String deviceId,
    String grid,
    ModelClass modelClass,
    int reportIntervalSeconds,
    String segment,
    long since,
    long retiredAt) {

  public static final long SINCE_PUBLISHED = Long.MIN_VALUE;
  public static final long IN_SERVICE = Long.MAX_VALUE;

  /** A device in service, whose entry does not say since when it stands there. */
  public static Device inService(
      String deviceId,
      String grid,
      ModelClass modelClass,
      int reportIntervalSeconds,
      String segment) {
    return new Device(
        deviceId, grid, modelClass, reportIntervalSeconds, segment, SINCE_PUBLISHED, IN_SERVICE);
  }

  /** The same device, when it is known since when it stands where it stands. */
  public Device standingSince(long epochMillis) {
    return new Device(
        deviceId, grid, modelClass, reportIntervalSeconds, segment, epochMillis, retiredAt);
  }

  public boolean isRetiredAt(long epochMillis) {
    return epochMillis >= retiredAt;
  }

  /** About 80 bytes; version 1 did not know since when a device stands where it stands. */
  public static final class Form implements BinaryForm<Device> {
    @Override
    public int version() {
      return 2;
    }

    @Override
    public void write(Device device, DataOutput out) throws IOException {
      out.writeUTF(device.deviceId);
      out.writeUTF(device.grid);
      out.writeBoolean(device.modelClass == ModelClass.CAMERA);
      out.writeInt(device.reportIntervalSeconds);
      out.writeUTF(device.segment);
      out.writeLong(device.since);
      out.writeLong(device.retiredAt);
    }

    @Override
    public Device read(DataInput in, int version) throws IOException {
      return new Device(
          in.readUTF(),
          in.readUTF(),
          in.readBoolean() ? ModelClass.CAMERA : ModelClass.SENSOR,
          in.readInt(),
          in.readUTF(),
          version >= 2 ? in.readLong() : SINCE_PUBLISHED,
          in.readLong());
    }

    @Override
    public Device copy(Device device) {
      return device;
    }
  }
}
