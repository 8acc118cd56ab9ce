package city.xueliang.domain.tally;

import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.place.PlacesOfGrid;
import city.xueliang.domain.state.BinaryForm;
import city.xueliang.domain.state.Varints;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * In which minutes, hours and days a device was heard with each measure, and where. From it each of
 * its records is told of which windows it is the first in its grid, so that distinct devices are
 * counted by adding up. A device that moved, or whose grid came to a zone or left one, would then
 * be counted twice, or not at all, by the places that hold several of its standpoints: for these,
 * corrections are told. Mutable.
 */
public final class HeardWindows {
  private final List<Heard> all = new ArrayList<>(1);

  /** What was heard at one standpoint; nearly every device has one. */
  private static final class Heard {
    private final Standpoint standpoint;
    private final HeardMarks marks;

    private Heard(Standpoint standpoint, HeardMarks marks) {
      this.standpoint = standpoint;
      this.marks = marks;
    }
  }

  /**
   * Marks the windows of a record.
   *
   * @param time of the record, epoch milliseconds
   * @param corrections where the places are told whose devices do not add up, for its minute
   * @return bits of the windows of which it is the first in its grid
   */
  public int hear(
      Windows windows,
      Standpoint standpoint,
      Measure measure,
      long time,
      Consumer<PlacePartial> corrections) {
    int fresh = marksOf(standpoint).mark(windows, measure, time);
    if (fresh == 0 || all.size() == 1) {
      return fresh;
    }
    List<Heard> elsewhere = new ArrayList<>(all.size());
    for (Heard heard : all) {
      if (!heard.standpoint.equals(standpoint)) {
        elsewhere.add(heard);
      }
    }
    int inGrid = 0;
    for (Heard heard : elsewhere) {
      if (heard.standpoint.grid().equals(standpoint.grid())) {
        inGrid |= heard.marks.marked(windows, measure, time);
      }
    }
    int firsts = fresh & ~inGrid;
    PlacesOfGrid.forEach(
        standpoint.grid(),
        standpoint.zones(),
        (place, district) -> {
          int before = 0;
          for (Heard heard : elsewhere) {
            if (heard.standpoint.liesIn(place)) {
              before |= heard.marks.marked(windows, measure, time);
            }
          }
          int firstsOfPlace = fresh & ~before;
          if (firstsOfPlace != firsts) {
            Tallies tallies = new Tallies();
            tallies.merge(measure, Tally.devices(measure, firstsOfPlace, firsts));
            corrections.accept(new PlacePartial(place, district, Minutes.startOf(time), tallies));
          }
        });
    return firsts;
  }

  /** Forgets the windows that ended by then; whether nothing is left. */
  public boolean forget(Windows windows, long horizon) {
    all.removeIf(heard -> heard.marks.forget(windows, horizon));
    return all.isEmpty();
  }

  private HeardMarks marksOf(Standpoint standpoint) {
    for (Heard heard : all) {
      if (heard.standpoint.equals(standpoint)) {
        return heard.marks;
      }
    }
    Heard heard = new Heard(standpoint, new HeardMarks());
    all.add(heard);
    return heard.marks;
  }

  /** 1 byte; for each standpoint 20 and the zones', and what its marks take. */
  public static final class Form implements BinaryForm<HeardWindows> {
    @Override
    public int version() {
      return 1;
    }

    @Override
    public void write(HeardWindows windows, DataOutput out) throws IOException {
      Varints.write(windows.all.size(), out);
      for (Heard heard : windows.all) {
        out.writeUTF(heard.standpoint.grid());
        Varints.write(heard.standpoint.zones().size(), out);
        for (String zone : heard.standpoint.zones()) {
          out.writeUTF(zone);
        }
        heard.marks.write(out);
      }
    }

    @Override
    public HeardWindows read(DataInput in, int version) throws IOException {
      HeardWindows windows = new HeardWindows();
      for (long left = Varints.read(in); left > 0; left--) {
        String grid = in.readUTF();
        List<String> zones = new ArrayList<>();
        for (long more = Varints.read(in); more > 0; more--) {
          zones.add(in.readUTF());
        }
        Standpoint standpoint = new Standpoint(grid, List.copyOf(zones));
        windows.all.add(new Heard(standpoint, HeardMarks.read(in)));
      }
      return windows;
    }

    @Override
    public HeardWindows copy(HeardWindows windows) {
      HeardWindows copy = new HeardWindows();
      for (Heard heard : windows.all) {
        copy.all.add(new Heard(heard.standpoint, heard.marks.copy()));
      }
      return copy;
    }
  }
}
