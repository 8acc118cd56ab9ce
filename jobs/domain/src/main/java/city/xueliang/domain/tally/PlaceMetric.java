package city.xueliang.domain.tally;

import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.place.Level;
import city.xueliang.domain.place.PlaceCodes;
import city.xueliang.domain.state.BinaryForm;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * One measure of one place over one minute. Its identity is place, measure and start; a later one
 * of the same identity replaces it.
 *
 * @param place code of the place
 * @param windowStart epoch milliseconds
 * @param tally not to be changed any more
 */
public record PlaceMetric(
    String place, Level level, Measure measure, long windowStart, Tally tally) {

  public String district() {
    return PlaceCodes.districtOf(place);
  }

  /** About 35 bytes and the tally's. */
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
      out.writeByte(metric.measure.code());
      out.writeLong(metric.windowStart);
      tallies.write(metric.tally, out);
    }

    @Override
    public PlaceMetric read(DataInput in, int version) throws IOException {
      return new PlaceMetric(
          in.readUTF(),
          Level.valueOf(in.readUTF()),
          Measure.ofCode(in.readByte()),
          in.readLong(),
          tallies.read(in, version));
    }

    @Override
    public PlaceMetric copy(PlaceMetric metric) {
      return metric;
    }
  }
}
