package city.xueliang.console.access;

import city.xueliang.console.city.CityPlaces;
import city.xueliang.domain.place.Level;
import city.xueliang.domain.place.Place;
import city.xueliang.domain.place.PlaceCodes;
import java.util.Collection;
import java.util.List;

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
   * Whether what is laid down for these places is about something that the seat sees.
   *
   * @param codes of places and zones; none for the whole city
   */
  public boolean isReachedBy(Collection<String> codes) {
    return codes.isEmpty() || codes.stream().anyMatch(this::overlaps);
  }

  /** The codes at which the seat's view begins, in their order; zones of its own last. */
  public List<String> roots() {
    return seat.places().stream().filter(code -> places.find(code).isPresent()).sorted().toList();
  }

  /** All that the seat sees, by code. */
  public List<Place> places() {
    return places.all().stream().filter(place -> sees(place.code())).toList();
  }

  private boolean overlaps(String code) {
    return sees(code)
        || places.gridsOfZone(code).stream().anyMatch(this::liesWithin)
        || seat.places().stream().anyMatch(own -> liesIn(own, code));
  }

  /** Whether a place, or a grid of a zone, lies in another place. */
  private boolean liesIn(String inner, String outer) {
    return places.ancestors(inner).contains(outer)
        || places.gridsOfZone(inner).stream()
            .anyMatch(grid -> places.ancestors(grid).contains(outer));
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
