package city.xueliang.domain.detector.absence;

import city.xueliang.domain.coverage.DeviceStatus;
import city.xueliang.domain.state.BinaryForm;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What became of one device, and whether that was told.
 *
 * @param since when its status became this one, epoch milliseconds
 * @param lastContact when a silent device was heard last, epoch milliseconds; else {@code since}
 * @param raised whether the condition is raised and not cleared
 */
public record AbsenceState(DeviceStatus status, long since, long lastContact, boolean raised) {
  public static final AbsenceState INITIAL =
      new AbsenceState(DeviceStatus.NOT_EXPECTED, Long.MIN_VALUE, Long.MIN_VALUE, false);

  /** 18 bytes. */
  public static final class Form implements BinaryForm<AbsenceState> {
    @Override
    public int version() {
      return 1;
    }

    @Override
    public void write(AbsenceState state, DataOutput out) throws IOException {
      out.writeByte(state.status.code());
      out.writeLong(state.since);
      out.writeLong(state.lastContact);
      out.writeBoolean(state.raised);
    }

    @Override
    public AbsenceState read(DataInput in, int version) throws IOException {
      return new AbsenceState(
          DeviceStatus.ofCode(in.readByte()), in.readLong(), in.readLong(), in.readBoolean());
    }

    @Override
    public AbsenceState copy(AbsenceState state) {
      return state;
    }
  }
}
