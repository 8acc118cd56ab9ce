package city.xueliang.domain.tally;

import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.place.Level;
import city.xueliang.domain.place.PlaceCodes;
import city.xueliang.domain.state.BinaryForm;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/**
 * The tallies of one grid over one minute, and which of them changed since they were last sent.
 * Mutable.
 */
public final class GridMinute {
  private final EnumMap<Measure, Tally> tallies = new EnumMap<>(Measure.class);
  private final EnumSet<Measure> changed = EnumSet.noneOf(Measure.class);

  /** Takes one observation in; see {@link Tally#add}. */
  public void add(Measure measure, double value, int firsts) {
    tallies.computeIfAbsent(measure, Tally::empty).add(value, firsts);
    changed.add(measure);
  }

  public boolean hasChanged() {
    return !changed.isEmpty();
  }

  /**
   * The metrics of the measures that changed since the last call.
   *
   * @param start of this minute, epoch milliseconds
   */
  public List<PlaceMetric> takeChanges(String grid, long start) {
    List<PlaceMetric> metrics = new ArrayList<>(changed.size());
    Tally.Form form = new Tally.Form();
    for (Measure measure : changed) {
      metrics.add(
          new PlaceMetric(
              grid,
              Level.GRID,
              PlaceCodes.districtOf(grid),
              measure,
              Window.MINUTE,
              start,
              true,
              form.copy(tallies.get(measure))));
    }
    changed.clear();
    return metrics;
  }

  /** 1 byte, then 2 and a tally for each measure. */
  public static final class Form implements BinaryForm<GridMinute> {
    private final Tally.Form tallies = new Tally.Form();

    @Override
    public int version() {
      return 1;
    }

    @Override
    public void write(GridMinute minute, DataOutput out) throws IOException {
      out.writeByte(minute.tallies.size());
      for (Map.Entry<Measure, Tally> entry : minute.tallies.entrySet()) {
        out.writeByte(entry.getKey().code());
        out.writeBoolean(minute.changed.contains(entry.getKey()));
        tallies.write(entry.getValue(), out);
      }
    }

    @Override
    public GridMinute read(DataInput in, int version) throws IOException {
      GridMinute minute = new GridMinute();
      for (int left = in.readByte(); left > 0; left--) {
        Measure measure = Measure.ofCode(in.readByte());
        if (in.readBoolean()) {
          minute.changed.add(measure);
        }
        minute.tallies.put(measure, tallies.read(in, version));
      }
      return minute;
    }

    @Override
    public GridMinute copy(GridMinute minute) {
      GridMinute copy = new GridMinute();
      minute.tallies.forEach((measure, tally) -> copy.tallies.put(measure, tallies.copy(tally)));
      copy.changed.addAll(minute.changed);
      return copy;
    }
  }
}
