package city.xueliang.placewatch.intake;

import city.xueliang.domain.place.Place.Coordinate;
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
 * @param geometry of a grid; null for every other level, and if it was removed
 */
public record PlaceChange(
    String code, Validity validity, List<String> grids, Geometry geometry, Position position) {

  public PlaceChange {
    grids = List.copyOf(grids);
  }

  /** Of a place without a geometry. */
  public PlaceChange(String code, Validity validity, List<String> grids, Position position) {
    this(code, validity, grids, null, position);
  }

  /** Of a place that is no zone, without a geometry. */
  public PlaceChange(String code, Validity validity, Position position) {
    this(code, validity, List.of(), position);
  }

  /** The same for who does not ask where the place lies. */
  public PlaceChange withoutGeometry() {
    return geometry == null ? this : new PlaceChange(code, validity, grids, position);
  }

  /**
   * Where a place lies.
   *
   * @param centre null where it is not known
   * @param areaSquareMetres null where it is not known
   * @param outline outer rings; empty where it is not known
   */
  public record Geometry(
      Coordinate centre, Double areaSquareMetres, List<List<Coordinate>> outline) {

    public Geometry {
      outline = outline.stream().map(List::copyOf).toList();
    }
  }

  /** From when this holds, epoch milliseconds: as the entry says, else since it was published. */
  public long from() {
    return validity == null || validity.from() == null
        ? position.publishedAt()
        : validity.from().toEpochMilli();
  }

  /** About 50 bytes, 17 for each grid of a zone, 16 for each point of a grid. */
  public static final class Form implements BinaryForm<PlaceChange> {
    private final GeometryForm geometries = new GeometryForm();
    private final ValidityForm validities = new ValidityForm();
    private final Position.Form positions = new Position.Form();

    @Override
    public int version() {
      return 3;
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
      out.writeBoolean(change.geometry != null);
      if (change.geometry != null) {
        geometries.write(change.geometry, out);
      }
    }

    @Override
    public PlaceChange read(DataInput in, int version) throws IOException {
      String code = in.readUTF();
      Position position = positions.read(in, version);
      Validity validity = in.readBoolean() ? validities.read(in, version) : null;
      List<String> grids = readGrids(in, version);
      Geometry geometry = version >= 3 && in.readBoolean() ? geometries.read(in, version) : null;
      return new PlaceChange(code, validity, grids, geometry, position);
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

  /** 3 to 27 bytes, and 16 for each point. */
  public static final class GeometryForm implements BinaryForm<Geometry> {
    @Override
    public int version() {
      return 1;
    }

    @Override
    public void write(Geometry geometry, DataOutput out) throws IOException {
      out.writeBoolean(geometry.centre != null);
      if (geometry.centre != null) {
        write(geometry.centre, out);
      }
      out.writeBoolean(geometry.areaSquareMetres != null);
      if (geometry.areaSquareMetres != null) {
        out.writeDouble(geometry.areaSquareMetres);
      }
      Varints.write(geometry.outline.size(), out);
      for (List<Coordinate> ring : geometry.outline) {
        Varints.write(ring.size(), out);
        for (Coordinate point : ring) {
          write(point, out);
        }
      }
    }

    @Override
    public Geometry read(DataInput in, int version) throws IOException {
      Coordinate centre = in.readBoolean() ? readPoint(in) : null;
      Double area = in.readBoolean() ? in.readDouble() : null;
      List<List<Coordinate>> outline = new ArrayList<>();
      for (long rings = Varints.read(in); rings > 0; rings--) {
        List<Coordinate> ring = new ArrayList<>();
        for (long points = Varints.read(in); points > 0; points--) {
          ring.add(readPoint(in));
        }
        outline.add(ring);
      }
      return new Geometry(centre, area, outline);
    }

    @Override
    public Geometry copy(Geometry geometry) {
      return geometry;
    }

    private static void write(Coordinate point, DataOutput out) throws IOException {
      out.writeDouble(point.longitude());
      out.writeDouble(point.latitude());
    }

    private static Coordinate readPoint(DataInput in) throws IOException {
      return new Coordinate(in.readDouble(), in.readDouble());
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
