package city.xueliang.domain.place;

import city.xueliang.domain.text.Problem;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The first place of each code, in the order of the files. */
final class PlacesByCode {
  private final Map<String, Sourced<Place>> places = new LinkedHashMap<>();

  private PlacesByCode() {}

  /** Notes a problem for each further place of a code. */
  static PlacesByCode of(List<Sourced<Place>> all, List<Problem> problems) {
    PlacesByCode known = new PlacesByCode();
    for (Sourced<Place> place : all) {
      String code = place.value().code();
      if (code != null) {
        Sourced<Place> first = known.places.putIfAbsent(code, place);
        if (first != null) {
          problems.add(
              place
                  .origin()
                  .problem(
                      "code",
                      "registry.duplicate-code",
                      code,
                      first.origin().file(),
                      first.origin().line()));
        }
      }
    }
    return known;
  }

  /** Null if there is none. */
  Place find(String code) {
    Sourced<Place> place = places.get(code);
    return place == null ? null : place.value();
  }

  Collection<Sourced<Place>> all() {
    return places.values();
  }
}
