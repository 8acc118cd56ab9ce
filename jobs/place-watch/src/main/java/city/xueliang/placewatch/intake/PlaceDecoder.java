package city.xueliang.placewatch.intake;

import city.xueliang.domain.place.Level;
import city.xueliang.domain.place.Place.Validity;
import city.xueliang.domain.place.PlaceCodes;
import city.xueliang.schemas.Place;
import city.xueliang.schemas.PlaceLevel;
import city.xueliang.schemas.RejectReason;
import java.io.Serial;
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
