package city.xueliang.benchmark.sizing;

import city.xueliang.domain.place.Level;
import city.xueliang.domain.place.Place;
import city.xueliang.domain.place.PlaceCodes;
import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A place whose rows are written.
 *
 * @param district as in {@link city.xueliang.domain.tally.PlaceMetric}
 * @param addsTo indices of its parent, and of a grid's zones, all of them behind its own
 */
record SizedPlace(String code, Level level, String district, List<Integer> addsTo)
    implements Serializable {
  @Serial private static final long serialVersionUID = 1L;

  private static final List<Level> UPWARDS =
      List.of(Level.GRID, Level.COMMUNITY, Level.STREET, Level.DISTRICT, Level.CITY, Level.ZONE);

  /** The places of a registry, each before those that it adds to. */
  static List<SizedPlace> of(List<Place> places) {
    List<Place> ordered = new ArrayList<>(places);
    ordered.sort(Comparator.comparingInt(place -> UPWARDS.indexOf(place.level())));
    Map<String, Integer> indices = new HashMap<>();
    Map<String, List<Integer>> zonesOfGrid = new HashMap<>();
    for (int i = 0; i < ordered.size(); i++) {
      indices.put(ordered.get(i).code(), i);
      for (String grid : ordered.get(i).grids()) {
        zonesOfGrid.computeIfAbsent(grid, any -> new ArrayList<>()).add(i);
      }
    }
    String city =
        ordered.stream()
            .filter(place -> place.level() == Level.CITY)
            .findAny()
            .orElseThrow()
            .code();
    return ordered.stream()
        .map(
            place -> {
              List<Integer> addsTo =
                  new ArrayList<>(zonesOfGrid.getOrDefault(place.code(), List.of()));
              if (place.parent() != null) {
                addsTo.add(indices.get(place.parent()));
              }
              return new SizedPlace(place.code(), place.level(), district(place, city), addsTo);
            })
        .toList();
  }

  private static String district(Place place, String city) {
    return switch (place.level()) {
      case CITY, ZONE -> city;
      case DISTRICT, STREET, COMMUNITY, GRID -> PlaceCodes.districtOf(place.code());
    };
  }
}
