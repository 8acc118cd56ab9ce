package city.xueliang.local;

import city.xueliang.schemas.Place;
import city.xueliang.schemas.PlaceLevel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The places of a registry, as its records say and not as their codes do. */
final class PlainPlaces {
  private final Map<String, Place> byCode = new HashMap<>();
  private final Map<String, List<String>> zonesOfGrid = new HashMap<>();

  void add(Place place) {
    byCode.put(place.getCode(), place);
    for (String grid : place.getGrids()) {
      zonesOfGrid.computeIfAbsent(grid, any -> new ArrayList<>()).add(place.getCode());
    }
  }

  /** A grid and all that it counts for: what lies above it in the tree, and its zones. */
  List<String> holding(String grid) {
    List<String> places = new ArrayList<>();
    for (String place = grid; place != null; place = parent(place)) {
      places.add(place);
    }
    places.addAll(zonesOf(grid));
    return places;
  }

  /** Null for the city and for zones. */
  String parent(String code) {
    return byCode.get(code).getParent();
  }

  List<String> zonesOf(String grid) {
    return zonesOfGrid.getOrDefault(grid, List.of());
  }

  String level(String code) {
    return byCode.get(code).getLevel().name();
  }

  /** The district in which a place lies; for the city and for zones the city. */
  String district(String code) {
    for (String place = code; place != null; place = parent(place)) {
      if (byCode.get(place).getLevel() == PlaceLevel.DISTRICT) {
        return place;
      }
    }
    return byCode.values().stream()
        .filter(place -> place.getLevel() == PlaceLevel.CITY)
        .map(Place::getCode)
        .findFirst()
        .orElseThrow();
  }
}
