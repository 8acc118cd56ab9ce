package city.xueliang.domain.response;

import city.xueliang.domain.place.Level;
import city.xueliang.domain.state.BinaryForm;
import city.xueliang.domain.state.Varints;
import city.xueliang.domain.tally.Window;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The load of one seat over one hour or day. Its identity is place and window; a later one of the
 * same identity replaces it.
 *
 * @param place code of the seat's place
 * @param windowStart epoch milliseconds
 * @param complete false while the window is still open; one that is complete may still be corrected
 */
public record AlarmHealth(
    String place,
    Level level,
    String district,
    Window window,
    long windowStart,
    boolean complete,
    AlarmSummary summary) {

  /** About 80 bytes. */
  public static final class Form implements BinaryForm<AlarmHealth> {
    @Override
    public int version() {
      return 1;
    }

    @Override
    public void write(AlarmHealth row, DataOutput out) throws IOException {
      out.writeUTF(row.place);
      out.writeUTF(row.level.name());
      out.writeUTF(row.district);
      out.writeByte(row.window.bit());
      out.writeLong(row.windowStart);
      out.writeBoolean(row.complete);
      AlarmSummary summary = row.summary;
      Varints.write(summary.alarms(), out);
      out.writeDouble(summary.ratePer10Minutes());
      Varints.write(summary.peakIn10Minutes(), out);
      Varints.write(summary.floodMinutes(), out);
      out.writeDouble(summary.floodPercent());
      Varints.write(summary.stale(), out);
      Varints.write(summary.red(), out);
      Varints.write(summary.orange(), out);
      Varints.write(summary.yellow(), out);
      Varints.write(summary.blue(), out);
      Varints.write(summary.reAlarms(), out);
      out.writeDouble(summary.worstTenPercent());
      Varints.writeSigned(summary.open(), out);
    }

    @Override
    public AlarmHealth read(DataInput in, int version) throws IOException {
      return new AlarmHealth(
          in.readUTF(),
          Level.valueOf(in.readUTF()),
          in.readUTF(),
          Window.ofBit(in.readByte()),
          in.readLong(),
          in.readBoolean(),
          new AlarmSummary(
              Varints.read(in),
              in.readDouble(),
              Varints.read(in),
              Varints.read(in),
              in.readDouble(),
              Varints.read(in),
              Varints.read(in),
              Varints.read(in),
              Varints.read(in),
              Varints.read(in),
              Varints.read(in),
              in.readDouble(),
              Varints.readSigned(in)));
    }

    @Override
    public AlarmHealth copy(AlarmHealth row) {
      return row;
    }
  }
}
