package city.xueliang.domain.place;

import java.time.Instant;
import java.util.List;

/**
 * A place of the registry.
 *
 * @param parent code of the place one level up; null for the city and for zones
 * @param nameEn English name, or null
 * @param gridKind null for every level but GRID
 * @param centre null where it is not known
 * @param areaSquareMetres null where it is not known
 * @param outline outer rings; empty where it is not known
 * @param grids codes of a zone's grids; empty for every other level
 * @param replacedBy code of the place, of the same level, by which this one was replaced; null if
 *     it was not
 */
public record Place(
    String code,
    Level level,
    String parent,
    String nameZh,
    String nameEn,
    GridKind gridKind,
    Coordinate centre,
    Double areaSquareMetres,
    List<List<Coordinate>> outline,
    List<String> grids,
    Validity validity,
    String replacedBy) {

  /** A point in degrees, WGS 84. */
  public record Coordinate(double longitude, double latitude) {}

  /** From when (inclusive) until when (exclusive) a code is valid; null on a side: without end. */
  public record Validity(Instant from, Instant to) {
    public static final Validity ALWAYS = new Validity(null, null);

    public boolean covers(long epochMillis) {
      return (from == null || epochMillis >= from.toEpochMilli())
          && (to == null || epochMillis < to.toEpochMilli());
    }
  }

  public Place {
    outline = outline.stream().map(List::copyOf).toList();
    grids = List.copyOf(grids);
  }

  /** A place that was not replaced. */
  public Place(
      String code,
      Level level,
      String parent,
      String nameZh,
      String nameEn,
      GridKind gridKind,
      Coordinate centre,
      Double areaSquareMetres,
      List<List<Coordinate>> outline,
      List<String> grids,
      Validity validity) {
    this(
        code,
        level,
        parent,
        nameZh,
        nameEn,
        gridKind,
        centre,
        areaSquareMetres,
        outline,
        grids,
        validity,
        null);
  }
}
