package city.xueliang.console.drawing;

import city.xueliang.console.city.CityPlaces;
import city.xueliang.domain.place.Level;
import city.xueliang.domain.place.Place;
import java.util.List;

/** Draws places: by outlines where there are any, else by a hexagon for each smallest place. */
public final class Drawings {
  private Drawings() {}

  /** What lies in a place or zone. */
  public static Drawing of(Place place, CityPlaces places) {
    List<Place> children = places.children(place.code());
    boolean hasOutlines = children.stream().anyMatch(child -> !child.outline().isEmpty());
    return hasOutlines && place.level() != Level.ZONE
        ? OutlineMap.of(place, children, places.version())
        : HexagonMap.of(Branch.of(place, places), places.version());
  }
}
