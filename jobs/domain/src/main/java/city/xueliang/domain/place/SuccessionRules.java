package city.xueliang.domain.place;

import static city.xueliang.domain.place.PlaceRules.word;

import city.xueliang.domain.text.Problem;
import java.util.List;

/** What a place and the one that replaced it must fulfil together. */
final class SuccessionRules {
  private final PlacesByCode known;
  private final List<Problem> problems;

  SuccessionRules(PlacesByCode known, List<Problem> problems) {
    this.known = known;
    this.problems = problems;
  }

  /** The successor need not be in the files, but must have a code of the place's level. */
  void judge(Sourced<Place> sourced) {
    Place place = sourced.value();
    String successor = place.replacedBy();
    if (successor == null || place.level() == null) {
      return;
    }
    if (!PlaceCodes.isValid(successor, place.level())) {
      problems.add(
          sourced
              .origin()
              .problem("replacedBy", "registry.successor-level", successor, word(place.level())));
    }
  }

  void judgeCycles() {
    new Cycles(known, problems, "replacedBy", "registry.successor-cycle", Place::replacedBy)
        .judge();
  }
}
