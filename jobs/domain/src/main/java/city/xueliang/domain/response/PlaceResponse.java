package city.xueliang.domain.response;

import city.xueliang.domain.place.Level;
import city.xueliang.domain.rule.Colour;
import city.xueliang.domain.state.BinaryForm;
import city.xueliang.domain.state.Varints;
import city.xueliang.domain.tally.Window;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * How the alerts of one rule and colour were worked at one place over one window. Its identity is
 * all but complete and summary; a later one of the same identity replaces it.
 *
 * @param district under which it is filed: the city's for the city and for zones
 * @param windowStart epoch milliseconds
 * @param complete false while the window is still open; one that is complete may still be corrected
 */
public record PlaceResponse(
    String place,
    Level level,
    String district,
    String ruleId,
    Colour colour,
    Window window,
    long windowStart,
    boolean complete,
    ResponseSummary summary) {

  /** About 100 bytes. */
  public static final class Form implements BinaryForm<PlaceResponse> {
    @Override
    public int version() {
      return 1;
    }

    @Override
    public void write(PlaceResponse row, DataOutput out) throws IOException {
      out.writeUTF(row.place);
      out.writeUTF(row.level.name());
      out.writeUTF(row.district);
      out.writeUTF(row.ruleId);
      out.writeUTF(row.colour.name());
      out.writeByte(row.window.bit());
      out.writeLong(row.windowStart);
      out.writeBoolean(row.complete);
      Varints.write(row.summary.opened(), out);
      Varints.write(row.summary.closed(), out);
      Varints.write(row.summary.cleared(), out);
      Varints.write(row.summary.falseAlarms(), out);
      Varints.writeSigned(row.summary.open(), out);
      Varints.write(row.summary.escalated(), out);
      out.writeDouble(row.summary.ackMedianSeconds());
      out.writeDouble(row.summary.ackMostSeconds());
      out.writeDouble(row.summary.onSiteMostSeconds());
      out.writeDouble(row.summary.closeMostSeconds());
    }

    @Override
    public PlaceResponse read(DataInput in, int version) throws IOException {
      return new PlaceResponse(
          in.readUTF(),
          Level.valueOf(in.readUTF()),
          in.readUTF(),
          in.readUTF(),
          Colour.valueOf(in.readUTF()),
          Window.ofBit(in.readByte()),
          in.readLong(),
          in.readBoolean(),
          new ResponseSummary(
              Varints.read(in),
              Varints.read(in),
              Varints.read(in),
              Varints.read(in),
              Varints.readSigned(in),
              Varints.read(in),
              in.readDouble(),
              in.readDouble(),
              in.readDouble(),
              in.readDouble()));
    }

    @Override
    public PlaceResponse copy(PlaceResponse row) {
      return row;
    }
  }
}
