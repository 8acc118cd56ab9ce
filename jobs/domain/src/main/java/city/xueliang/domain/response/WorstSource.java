package city.xueliang.domain.response;

import city.xueliang.domain.place.Level;
import city.xueliang.domain.state.BinaryForm;
import city.xueliang.domain.state.Varints;
import city.xueliang.domain.tally.Window;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * One of the sources with the most alarms of a seat in a day. Its identity is place, window and
 * rank; a later one of the same identity replaces it.
 *
 * @param place code of the seat's place
 * @param windowStart epoch milliseconds
 * @param rank 1 for the worst, to 10
 * @param sourcePlace code of the place in which the source lies
 * @param percent of the seat's alarms, 0 to 100
 */
public record WorstSource(
    String place,
    Level level,
    String district,
    Window window,
    long windowStart,
    boolean complete,
    int rank,
    String ruleId,
    String sourcePlace,
    long alarms,
    double percent) {

  /** About 90 bytes. */
  public static final class Form implements BinaryForm<WorstSource> {
    @Override
    public int version() {
      return 1;
    }

    @Override
    public void write(WorstSource row, DataOutput out) throws IOException {
      out.writeUTF(row.place);
      out.writeUTF(row.level.name());
      out.writeUTF(row.district);
      out.writeByte(row.window.bit());
      out.writeLong(row.windowStart);
      out.writeBoolean(row.complete);
      out.writeByte(row.rank);
      out.writeUTF(row.ruleId);
      out.writeUTF(row.sourcePlace);
      Varints.write(row.alarms, out);
      out.writeDouble(row.percent);
    }

    @Override
    public WorstSource read(DataInput in, int version) throws IOException {
      return new WorstSource(
          in.readUTF(),
          Level.valueOf(in.readUTF()),
          in.readUTF(),
          Window.ofBit(in.readByte()),
          in.readLong(),
          in.readBoolean(),
          in.readByte(),
          in.readUTF(),
          in.readUTF(),
          Varints.read(in),
          in.readDouble());
    }

    @Override
    public WorstSource copy(WorstSource row) {
      return row;
    }
  }
}
