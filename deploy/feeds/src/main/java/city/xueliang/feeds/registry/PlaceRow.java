package city.xueliang.feeds.registry;

import city.xueliang.domain.place.GridKind;
import city.xueliang.domain.place.Level;
import city.xueliang.domain.place.Place;
import city.xueliang.domain.place.Place.Coordinate;
import city.xueliang.domain.place.Place.Validity;
import city.xueliang.domain.place.Sourced;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads a place from a row. */
final class PlaceRow {
  /** What the registry and the national tables call the levels. */
  private static final Map<String, Level> LEVELS =
      Map.of(
          "city", Level.CITY,
          "county", Level.DISTRICT,
          "district", Level.DISTRICT,
          "town", Level.STREET,
          "street", Level.STREET,
          "village", Level.COMMUNITY,
          "community", Level.COMMUNITY,
          "grid", Level.GRID,
          "zone", Level.ZONE);

  private final Row row;
  private final ZoneId zone;

  PlaceRow(Row row, ZoneId zone) {
    this.row = row;
    this.zone = zone;
  }

  /**
   * @param shape of the row's own geometry; coordinates in the row's columns come before its centre
   */
  Sourced<Place> read(Shape shape) {
    Level level = level();
    String written = row.required("code");
    String code = written == null || level == null ? written : NationalCodes.cut(written, level);
    Coordinate centre = centre();
    Place place =
        new Place(
            code,
            level,
            parent(level, code),
            row.required("nameZh"),
            row.optional("nameEn"),
            gridKind(level),
            centre == null ? shape.centre() : centre,
            row.number("areaSquareMetres"),
            shape.outline(),
            grids(),
            new Validity(row.time("validFrom", zone), row.time("validTo", zone)),
            replacedBy(level));
    return new Sourced<>(row.origin(), place);
  }

  private Level level() {
    String text = row.required("level");
    if (text == null) {
      return null;
    }
    Level level = LEVELS.get(text.toLowerCase(Locale.ROOT));
    if (level == null) {
      row.note("level", "file.level", text);
    }
    return level;
  }

  private String parent(Level level, String code) {
    if (level == null) {
      return row.optional("parent");
    }
    String parent = level.parent() == null ? row.optional("parent") : row.required("parent");
    if (parent == null) {
      return null;
    }
    if (level == Level.CITY && code != null && NationalCodes.isProvince(parent, code)) {
      return null;
    }
    return NationalCodes.cutParent(parent, level);
  }

  private String replacedBy(Level level) {
    String written = row.optional("replacedBy");
    return written == null || level == null ? written : NationalCodes.cut(written, level);
  }

  /** A grid is a general one unless the row says otherwise. */
  private GridKind gridKind(Level level) {
    String text = row.optional("gridKind");
    if (text == null) {
      return level == Level.GRID ? GridKind.GENERAL : null;
    }
    for (GridKind kind : GridKind.values()) {
      if (kind.name().equalsIgnoreCase(text)) {
        return kind;
      }
    }
    row.note("gridKind", "file.grid-kind", text);
    return null;
  }

  private Coordinate centre() {
    Double longitude = row.number("longitude");
    Double latitude = row.number("latitude");
    if (row.has("longitude") != row.has("latitude")) {
      row.note(row.has("longitude") ? "latitude" : "longitude", "file.half-a-coordinate");
    }
    return longitude == null || latitude == null ? null : new Coordinate(longitude, latitude);
  }

  private List<String> grids() {
    String text = row.optional("grids");
    return text == null ? List.of() : List.of(text.split("\\s+"));
  }
}
