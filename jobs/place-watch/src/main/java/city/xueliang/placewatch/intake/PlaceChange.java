package city.xueliang.placewatch.intake;

import city.xueliang.domain.place.Place.Validity;
import city.xueliang.domain.state.BinaryForm;
import city.xueliang.domain.state.Varints;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What the registry says of a place from now on.
 *
 * @param validity null if it was removed
 * @param grids codes of a zone's grids; empty for every other level, and if it was removed
 */
public record PlaceChange(String code, Validity validity, List<String> grids, Position position) {

  public PlaceChange {
    grids = List.copyOf(grids);
  }

  /** Of a place that is no zone. */
  public PlaceChange(String code, Validity validity, Position position) {
    this(code, validity, List.of(), position);
  }

  /** From when this holds, epoch milliseconds: as the entry says, else since it was published. */
  public long from() {
    return validity == null || validity.from() == null
        ? position.publishedAt()
        : validity.from().toEpochMilli();
  }

  /** About 50 bytes, and 17 for each grid of a zone. */
  public static final class Form implements BinaryForm<PlaceChange> {
    private final ValidityForm validities = new ValidityForm();
    private final Position.Form positions = new Position.Form();

    @Override
    public int version() {
      return 2;
    }

    @Override
    public void write(PlaceChange change, DataOutput out) throws IOException {
      out.writeUTF(change.code);
      positions.write(change.position, out);
      out.writeBoolean(change.validity != null);
      if (change.validity != null) {
        validities.write(change.validity, out);
      }
      Varints.write(change.grids.size(), out);
      for (String grid : change.grids) {
        out.writeUTF(grid);
      }
    }

    @Override
    public PlaceChange read(DataInput in, int version) throws IOException {
      String code = in.readUTF();
      Position position = positions.read(in, version);
      Validity validity = in.readBoolean() ? validities.read(in, version) : null;
      return new PlaceChange(code, validity, readGrids(in, version), position);
    }

    private static List<String> readGrids(DataInput in, int version) throws IOException {
      List<String> grids = new ArrayList<>();
      if (version >= 2) {
        for (long left = Varints.read(in); left > 0; left--) {
          grids.add(in.readUTF());
        }
      }
      return grids;
    }

    @Override
    public PlaceChange copy(PlaceChange change) {
      return change;
    }
  }

  /** 2 to 18 bytes. */
  public static final class ValidityForm implements BinaryForm<Validity> {
    @Override
    public int version() {
      return 1;
    }

    @Override
    public void write(Validity validity, DataOutput out) throws IOException {
      writeInstant(validity.from(), out);
      writeInstant(validity.to(), out);
    }

    @Override
    public Validity read(DataInput in, int version) throws IOException {
      return new Validity(readInstant(in), readInstant(in));
    }

    @Override
    public Validity copy(Validity validity) {
      return validity;
    }

    private static void writeInstant(Instant instant, DataOutput out) throws IOException {
      out.writeBoolean(instant != null);
      if (instant != null) {
        out.writeLong(instant.toEpochMilli());
      }
    }

    private static Instant readInstant(DataInput in) throws IOException {
      return in.readBoolean() ? Instant.ofEpochMilli(in.readLong()) : null;
    }
  }
}
