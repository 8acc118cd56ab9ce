package city.xueliang.domain.tally;

import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.place.Level;
import city.xueliang.domain.state.BinaryForm;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * One measure of one place over one window. Its identity is place, measure, window and start; a
 * later one of the same identity replaces it.
 *
 * @param place code of the place
 * @param district code of the district in which the place lies; of the city for the city itself and
 *     for zones, which may lie in several districts
 * @param windowStart epoch milliseconds
 * @param complete false while the window is still open; one that is complete may still be corrected
 * @param tally not to be changed any more
 */
public record PlaceMetric(
    String place,
    Level level,
    String district,
    Measure measure,
    Window window,
    long windowStart,
    boolean complete,
    Tally tally) {

  /** About 45 bytes and the tally's. */
  public static final class Form implements BinaryForm<PlaceMetric> {
    private final Tally.Form tallies = new Tally.Form();

    @Override
    public int version() {
      return 1;
    }

    @Override
    public void write(PlaceMetric metric, DataOutput out) throws IOException {
      out.writeUTF(metric.place);
      out.writeUTF(metric.level.name());
      out.writeUTF(metric.district);
      out.writeByte(metric.measure.code());
      out.writeByte(metric.window.bit());
      out.writeLong(metric.windowStart);
      out.writeBoolean(metric.complete);
      tallies.write(metric.tally, out);
    }

    @Override
    public PlaceMetric read(DataInput in, int version) throws IOException {
      return new PlaceMetric(
          in.readUTF(),
          Level.valueOf(in.readUTF()),
          in.readUTF(),
          Measure.ofCode(in.readByte()),
          Window.ofBit(in.readByte()),
          in.readLong(),
          in.readBoolean(),
          tallies.read(in, version));
    }

    @Override
    public PlaceMetric copy(PlaceMetric metric) {
      return metric;
    }
  }
}
