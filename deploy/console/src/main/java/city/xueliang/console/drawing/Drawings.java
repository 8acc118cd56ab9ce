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
    if (children.stream().anyMatch(child -> !child.outline().isEmpty())) {
      return OutlineMap.of(place, children, places.version());
    }
    Branch branch = Branch.of(place, places);
    boolean isZone = place.level() == Level.ZONE;
    return HexagonMap.of(
        branch, isZone ? branch.smallest().toList() : branch.parts(), places.version());
  }
}
