package city.xueliang.domain.tally;

import city.xueliang.domain.state.BinaryForm;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What some observations of one minute add to a place.
 *
 * @param place code of the place
 * @param district as in {@link PlaceMetric}
 * @param minute start of the minute, epoch milliseconds
 * @param tallies not to be changed any more
 */
public record PlacePartial(String place, String district, long minute, Tallies tallies)
    implements Contribution {

  @Override
  public void addTo(Tallies others) {
    others.merge(tallies);
  }

  /** About 30 bytes and the tallies'. */
  public static final class Form implements BinaryForm<PlacePartial> {
    private final Tallies.Form tallies = new Tallies.Form();

    @Override
    public int version() {
      return 1;
    }

    @Override
    public void write(PlacePartial partial, DataOutput out) throws IOException {
      out.writeUTF(partial.place);
      out.writeUTF(partial.district);
      out.writeLong(partial.minute);
      tallies.write(partial.tallies, out);
    }

    @Override
    public PlacePartial read(DataInput in, int version) throws IOException {
      return new PlacePartial(in.readUTF(), in.readUTF(), in.readLong(), tallies.read(in, version));
    }

    @Override
    public PlacePartial copy(PlacePartial partial) {
      return partial;
    }
  }
}
