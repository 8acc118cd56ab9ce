package city.xueliang.placewatch.intake;

import city.xueliang.domain.place.Level;
import city.xueliang.domain.place.Place.Coordinate;
import city.xueliang.domain.place.Place.Validity;
import city.xueliang.domain.place.PlaceCodes;
import city.xueliang.placewatch.intake.PlaceChange.Geometry;
import city.xueliang.schemas.Place;
import city.xueliang.schemas.PlaceLevel;
import city.xueliang.schemas.RejectReason;
import city.xueliang.schemas.Ring;
import java.io.Serial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Checks the records of {@code places}, so that one bad entry cannot stop the job. */
public final class PlaceDecoder extends RecordDecoder<Place, PlaceChange> {
  @Serial private static final long serialVersionUID = 1L;

  public PlaceDecoder() {
    super(Place.class, new PlaceChange.Form());
  }

  @Override
  PlaceChange accept(Place place, SourceRecord source, long appendedAt) throws RejectedException {
    if (place.getLevel() == PlaceLevel.UNKNOWN) {
      throw new RejectedException(
          RejectReason.UNKNOWN_SYMBOL, "the level is none that this release knows");
    }
    Level level = Level.valueOf(place.getLevel().name());
    if (!PlaceCodes.isValid(place.getCode(), level)) {
      throw new RejectedException(
          RejectReason.BAD_PLACE_CODE,
          "code '%s' of a %s is not %s"
              .formatted(Excerpt.of(place.getCode()), level, PlaceCodes.form(level)));
    }
    return new PlaceChange(
        place.getCode(),
        new Validity(place.getValidFrom(), place.getValidTo()),
        grids(place, level),
        level == Level.GRID ? geometry(place) : null,
        new Position(source.offset(), appendedAt));
  }

  private static List<String> grids(Place place, Level level) throws RejectedException {
    if (level != Level.ZONE) {
      return List.of();
    }
    for (String grid : place.getGrids()) {
      if (!PlaceCodes.isValid(grid, Level.GRID)) {
        throw new RejectedException(
            RejectReason.BAD_PLACE_CODE,
            "grid '%s' of zone %s is not %s"
                .formatted(Excerpt.of(grid), place.getCode(), PlaceCodes.form(Level.GRID)));
      }
    }
    return place.getGrids();
  }

  private static Geometry geometry(Place place) throws RejectedException {
    boolean hasCentre = place.getLongitude() != null && place.getLatitude() != null;
    List<List<Coordinate>> outline = new ArrayList<>();
    for (Ring ring : place.getOutline()) {
      outline.add(points(place, ring.getCoordinates()));
    }
    return new Geometry(
        hasCentre ? new Coordinate(place.getLongitude(), place.getLatitude()) : null,
        place.getAreaSquareMetres(),
        outline);
  }

  private static List<Coordinate> points(Place place, List<Double> flat) throws RejectedException {
    if (flat.size() % 2 != 0 || flat.stream().anyMatch(value -> !Double.isFinite(value))) {
      throw new RejectedException(
          RejectReason.BAD_FIELD,
          "the outline of %s has %d coordinates; pairs of finite numbers are allowed"
              .formatted(place.getCode(), flat.size()));
    }
    List<Coordinate> points = new ArrayList<>();
    for (int i = 0; i < flat.size(); i += 2) {
      points.add(new Coordinate(flat.get(i), flat.get(i + 1)));
    }
    return points;
  }

  @Override
  PlaceChange acceptDeletion(String key, Position position) throws RejectedException {
    if (Arrays.stream(Level.values()).noneMatch(level -> PlaceCodes.isValid(key, level))) {
      throw new RejectedException(
          RejectReason.BAD_PLACE_CODE,
          "key '%s' of a deletion is not the code of a place: 6, 9, 12 or 15 digits, or for a zone %s"
              .formatted(Excerpt.of(key), PlaceCodes.form(Level.ZONE)));
    }
    return new PlaceChange(key, null, position);
  }
}
