package city.xueliang.console.terms;

import city.xueliang.console.access.SeatView;
import city.xueliang.console.city.CityPlaces;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What of the places that a rule, policy or silence names lies in what a seat sees. */
final class Reach {
  private final SeatView view;
  private final CityPlaces places;

  Reach(SeatView view, CityPlaces places) {
    this.view = view;
    this.places = places;
  }

  /**
   * The seat's part of these places by code; empty if nothing of them is the seat's.
   *
   * @param named codes of places and zones; none for the whole city, which is every seat's
   */
  Optional<Set<String>> of(Collection<String> named) {
    Set<String> seen = new TreeSet<>();
    named.forEach(code -> part(code).forEach(seen::add));
    return named.isEmpty() || !seen.isEmpty() ? Optional.of(seen) : Optional.empty();
  }

  private Stream<String> part(String code) {
    if (view.sees(code)) {
      return Stream.of(code);
    }
    Stream<String> rootsWithin = view.roots().stream().filter(root -> touches(root, code));
    return Stream.concat(rootsWithin, places.gridsOfZone(code).stream().filter(view::sees));
  }

  /** Whether a place or zone of the seat, or a grid of that zone, lies in a place. */
  private boolean touches(String root, String code) {
    return Stream.concat(Stream.of(root), places.gridsOfZone(root).stream())
        .anyMatch(each -> places.ancestors(each).contains(code));
  }
}
