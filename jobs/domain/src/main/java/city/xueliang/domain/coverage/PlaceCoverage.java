package city.xueliang.domain.coverage;

import city.xueliang.domain.place.Level;
import city.xueliang.domain.state.BinaryForm;
import city.xueliang.domain.tally.Window;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The coverage of one place over one window: of a minute, that at its end; of a longer one, the
 * mean of its minutes. Its identity is place, window and start; a later one of the same identity
 * replaces it.
 *
 * @param district code of the district in which the place lies; of the city for the city itself and
 *     for zones, which may lie in several districts
 * @param windowStart epoch milliseconds
 * @param complete false while the window is still open
 * @param minutes the window's minutes in which devices were expected
 */
public record PlaceCoverage(
    String place,
    Level level,
    String district,
    Window window,
    long windowStart,
    boolean complete,
    CoverageSum minutes) {

  /** About 55 bytes. */
  public static final class Form implements BinaryForm<PlaceCoverage> {
    private final CoverageSum.Form sums = new CoverageSum.Form();

    @Override
    public int version() {
      return 1;
    }

    @Override
    public void write(PlaceCoverage row, DataOutput out) throws IOException {
      out.writeUTF(row.place);
      out.writeUTF(row.level.name());
      out.writeUTF(row.district);
      out.writeByte(row.window.bit());
      out.writeLong(row.windowStart);
      out.writeBoolean(row.complete);
      sums.write(row.minutes, out);
    }

    @Override
    public PlaceCoverage read(DataInput in, int version) throws IOException {
      return new PlaceCoverage(
          in.readUTF(),
          Level.valueOf(in.readUTF()),
          in.readUTF(),
          Window.ofBit(in.readByte()),
          in.readLong(),
          in.readBoolean(),
          sums.read(in, version));
    }

    @Override
    public PlaceCoverage copy(PlaceCoverage row) {
      return row;
    }
  }
}
