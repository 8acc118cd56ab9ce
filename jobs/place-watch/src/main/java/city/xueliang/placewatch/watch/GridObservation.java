package city.xueliang.placewatch.watch;

import city.xueliang.domain.observation.EventTime;
import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.observation.Observation;
import city.xueliang.domain.place.PlaceCodes;
import city.xueliang.domain.state.BinaryForm;
import city.xueliang.domain.tally.Contribution;
import city.xueliang.domain.tally.Minutes;
import city.xueliang.domain.tally.Tallies;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What one record adds to its grid.
 *
 * @param occurredAt event time, epoch milliseconds
 * @param value in the measure's unit
 * @param firsts bits of the windows of which it is the first of its device and measure in its grid
 */
public record GridObservation(
    String grid, Measure measure, long occurredAt, double value, int firsts)
    implements Contribution {

  /** What an observation adds to the grid in which its device stands. */
  static GridObservation of(Observation observation, String grid, int firsts) {
    return new GridObservation(
        grid, observation.measure(), EventTime.of(observation), observation.value(), firsts);
  }

  @Override
  public String place() {
    return grid;
  }

  @Override
  public String district() {
    return PlaceCodes.districtOf(grid);
  }

  @Override
  public long minute() {
    return Minutes.startOf(occurredAt);
  }

  @Override
  public void addTo(Tallies tallies) {
    tallies.add(measure, value, firsts);
  }

  /** 35 bytes. */
  public static final class Form implements BinaryForm<GridObservation> {
    @Override
    public int version() {
      return 1;
    }

    @Override
    public void write(GridObservation observation, DataOutput out) throws IOException {
      out.writeUTF(observation.grid);
      out.writeByte(observation.measure.code());
      out.writeLong(observation.occurredAt);
      out.writeDouble(observation.value);
      out.writeByte(observation.firsts);
    }

    @Override
    public GridObservation read(DataInput in, int version) throws IOException {
      return new GridObservation(
          in.readUTF(),
          Measure.ofCode(in.readByte()),
          in.readLong(),
          in.readDouble(),
          in.readByte());
    }

    @Override
    public GridObservation copy(GridObservation observation) {
      return observation;
    }
  }
}
