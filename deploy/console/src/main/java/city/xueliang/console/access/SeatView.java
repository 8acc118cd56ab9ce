package city.xueliang.console.access;

import city.xueliang.console.city.CityPlaces;
import city.xueliang.domain.place.Level;
import city.xueliang.domain.place.Place;
import city.xueliang.domain.place.PlaceCodes;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What of the city one seat sees: its places with all that lies in them, its zones with their
 * grids, and zones that lie wholly within. What it does not see is answered like what is not there.
 */
public final class SeatView {
  private final Seat seat;
  private final CityPlaces places;

  public SeatView(Seat seat, CityPlaces places) {
    this.seat = seat;
    this.places = places;
  }

  public Seat seat() {
    return seat;
  }

  /** Whether the seat sees this place or zone. */
  public boolean sees(String code) {
    if (liesWithin(code)) {
      return true;
    }
    List<String> grids = places.gridsOfZone(code);
    return !grids.isEmpty() && grids.stream().allMatch(this::liesWithin);
  }

  /**
   * What of the places for which something is laid down is the seat's, by code; empty if nothing
   * is, so that it does not reach the seat.
   *
   * @param named codes of places and zones; none for the whole city, which is every seat's
   */
  public Optional<Set<String>> partOf(Collection<String> named) {
    Set<String> seen = new TreeSet<>();
    named.forEach(code -> part(code).forEach(seen::add));
    return named.isEmpty() || !seen.isEmpty() ? Optional.of(seen) : Optional.empty();
  }

  /** The codes at which the seat's view begins, in their order; zones of its own last. */
  public List<String> roots() {
    return seat.places().stream().filter(code -> places.find(code).isPresent()).sorted().toList();
  }

  /** All that the seat sees, by code. */
  public List<Place> places() {
    return places.all().stream().filter(place -> sees(place.code())).toList();
  }

  private Stream<String> part(String code) {
    if (sees(code)) {
      return Stream.of(code);
    }
    Stream<String> rootsWithin = roots().stream().filter(root -> touches(root, code));
    return Stream.concat(rootsWithin, places.gridsOfZone(code).stream().filter(this::sees));
  }

  /** Whether a place or zone, or a grid of that zone, lies in another place. */
  private boolean touches(String inner, String outer) {
    return Stream.concat(Stream.of(inner), places.gridsOfZone(inner).stream())
        .anyMatch(each -> places.ancestors(each).contains(outer));
  }

  /** By the codes alone, so that a place which the registry lacks is seen, too. */
  private boolean liesWithin(String code) {
    return seat.places().stream().anyMatch(own -> own.equals(code) || liesBelow(own, code))
        || places.zonesOfGrid(code).stream().anyMatch(seat.places()::contains);
  }

  private static boolean liesBelow(String own, String code) {
    return !PlaceCodes.isValid(own, Level.ZONE) && PlaceCodes.covers(own, code);
  }
}
