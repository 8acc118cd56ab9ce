package city.xueliang.domain.coverage;

import city.xueliang.domain.state.BinaryForm;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * That a device of a grid is something else than before. One that moves leaves the one grid for
 * {@link DeviceStatus#NOT_EXPECTED} and comes from it in the other.
 *
 * @param silentSince last contact of a device that is silent before or after, epoch milliseconds; 0
 *     if it is neither
 * @param at when it changed, epoch milliseconds
 */
public record DeviceStatusChange(
    String grid, DeviceStatus from, DeviceStatus to, long silentSince, long at) {

  /** What it adds to its grid. */
  public Coverage difference() {
    Coverage difference = Coverage.of(to, silentSince);
    difference.subtract(Coverage.of(from, silentSince));
    return difference;
  }

  /** 35 bytes. */
  public static final class Form implements BinaryForm<DeviceStatusChange> {
    @Override
    public int version() {
      return 1;
    }

    @Override
    public void write(DeviceStatusChange change, DataOutput out) throws IOException {
      out.writeUTF(change.grid);
      out.writeByte(change.from.code());
      out.writeByte(change.to.code());
      out.writeLong(change.silentSince);
      out.writeLong(change.at);
    }

    @Override
    public DeviceStatusChange read(DataInput in, int version) throws IOException {
      return new DeviceStatusChange(
          in.readUTF(),
          DeviceStatus.ofCode(in.readByte()),
          DeviceStatus.ofCode(in.readByte()),
          in.readLong(),
          in.readLong());
    }

    @Override
    public DeviceStatusChange copy(DeviceStatusChange change) {
      return change;
    }
  }
}
