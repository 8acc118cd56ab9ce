package city.xueliang.domain.place;

import static city.xueliang.domain.place.PlaceRules.word;

import city.xueliang.domain.text.Problem;
import java.util.List;

/** What a place and its parent must fulfil together. */
final class TreeRules {
  /** A district shares only these digits with its city. */
  private static final int CITY_PREFIX = 4;

  private final PlacesByCode known;
  private final List<Problem> problems;

  TreeRules(PlacesByCode known, List<Problem> problems) {
    this.known = known;
    this.problems = problems;
  }

  void judge(Sourced<Place> sourced) {
    Place place = sourced.value();
    if (place.parent() == null || place.level() == null) {
      return;
    }
    Level expected = place.level().parent();
    if (expected == null) {
      problems.add(
          sourced.origin().problem("parent", "registry.parent-not-allowed", word(place.level())));
      return;
    }
    Place parent = known.find(place.parent());
    if (parent == null) {
      problems.add(
          sourced
              .origin()
              .problem("parent", "registry.parent-unknown", place.parent(), word(expected)));
    } else if (parent.level() != null && parent.level() != expected) {
      problems.add(
          sourced
              .origin()
              .problem(
                  "parent",
                  "registry.parent-level",
                  parent.code(),
                  word(parent.level()),
                  word(place.level()),
                  word(expected)));
    } else {
      nested(sourced.origin(), place, parent.code());
    }
  }

  void judgeCycles() {
    new Cycles(known, problems, "parent", "registry.parent-cycle", Place::parent).judge();
  }

  private void nested(Origin origin, Place place, String parent) {
    if (place.code() == null || PlaceCodes.isNested(place.code(), parent, place.level())) {
      return;
    }
    String prefix =
        place.level() == Level.DISTRICT
            ? parent.substring(0, Math.min(CITY_PREFIX, parent.length()))
            : parent;
    problems.add(origin.problem("code", "registry.code-not-nested", place.code(), prefix, parent));
  }
}
