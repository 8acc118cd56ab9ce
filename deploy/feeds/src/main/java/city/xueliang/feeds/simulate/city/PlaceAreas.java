package city.xueliang.feeds.simulate.city;

import city.xueliang.domain.place.Level;
import city.xueliang.domain.place.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Adds the areas of grids up to those of the places that they make up. */
final class PlaceAreas {
  private PlaceAreas() {}

  /** The same places; those without an area have the sum of their grids. */
  static List<Place> summed(List<Place> places) {
    Map<String, Double> areas = new HashMap<>();
    Map<String, String> parents = new HashMap<>();
    places.forEach(place -> parents.put(place.code(), place.parent()));
    for (Place place : places) {
      if (place.level() == Level.GRID) {
        for (String code = place.code(); code != null; code = parents.get(code)) {
          areas.merge(code, place.areaSquareMetres(), Double::sum);
        }
      }
    }
    for (Place zone : places) {
      for (String grid : zone.grids()) {
        areas.merge(zone.code(), areas.get(grid), Double::sum);
      }
    }
    return places.stream().map(place -> withArea(place, areas.get(place.code()))).toList();
  }

  private static Place withArea(Place place, Double area) {
    return new Place(
        place.code(),
        place.level(),
        place.parent(),
        place.nameZh(),
        place.nameEn(),
        place.gridKind(),
        place.centre(),
        area,
        place.outline(),
        place.grids(),
        place.validity(),
        place.replacedBy());
  }
}
