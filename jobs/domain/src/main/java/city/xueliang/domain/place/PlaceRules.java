package city.xueliang.domain.place;

import city.xueliang.domain.place.Place.Coordinate;
import city.xueliang.domain.place.Place.Validity;
import city.xueliang.domain.text.Problem;
import java.util.List;
import java.util.Locale;

/** What a place's own values must fulfil. */
final class PlaceRules {
  private final List<Problem> problems;
  private final OutlineRules outlines;

  PlaceRules(List<Problem> problems) {
    this.problems = problems;
    this.outlines = new OutlineRules(problems);
  }

  void judge(Sourced<Place> sourced) {
    Origin origin = sourced.origin();
    Place place = sourced.value();
    codeForm(origin, place);
    centreInRange(origin, place.centre());
    if (place.areaSquareMetres() != null && !(place.areaSquareMetres() > 0)) {
      problems.add(
          origin.problem(
              "areaSquareMetres", "registry.area-not-positive", place.areaSquareMetres()));
    }
    if (place.gridKind() != null && place.level() != null && place.level() != Level.GRID) {
      problems.add(origin.problem("gridKind", "registry.grid-kind-elsewhere", word(place.level())));
    }
    validityInOrder(origin, place.validity());
    outlines.judge(origin, place.outline());
  }

  /** A level as it is written in files and messages. */
  static String word(Level level) {
    return level.name().toLowerCase(Locale.ROOT);
  }

  private void codeForm(Origin origin, Place place) {
    if (place.code() != null
        && place.level() != null
        && !PlaceCodes.isValid(place.code(), place.level())) {
      String key = "registry.code-form-" + word(place.level());
      problems.add(origin.problem("code", key, place.code()));
    }
  }

  private void centreInRange(Origin origin, Coordinate centre) {
    if (centre == null) {
      return;
    }
    if (!OutlineRules.isLongitude(centre.longitude())) {
      problems.add(origin.problem("longitude", "registry.longitude-range", centre.longitude()));
    }
    if (!OutlineRules.isLatitude(centre.latitude())) {
      problems.add(origin.problem("latitude", "registry.latitude-range", centre.latitude()));
    }
  }

  private void validityInOrder(Origin origin, Validity validity) {
    if (validity.from() != null
        && validity.to() != null
        && !validity.to().isAfter(validity.from())) {
      problems.add(
          origin.problem("validTo", "registry.validity-order", validity.to(), validity.from()));
    }
  }
}
