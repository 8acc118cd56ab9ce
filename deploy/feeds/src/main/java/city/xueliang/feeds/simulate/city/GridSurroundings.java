package city.xueliang.feeds.simulate.city;

import city.xueliang.domain.place.Level;
import city.xueliang.domain.place.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The surroundings of every grid of a city. */
public final class GridSurroundings {
  private final Map<String, Surroundings> byGrid = new HashMap<>();

  private GridSurroundings() {}

  public static GridSurroundings of(List<Place> places) {
    Map<String, StringBuilder> names = new HashMap<>();
    for (Place place : places) {
      if (place.level() == Level.GRID) {
        names.computeIfAbsent(place.code(), code -> new StringBuilder()).append(place.nameZh());
      } else if (place.level() == Level.ZONE) {
        for (String grid : place.grids()) {
          names
              .computeIfAbsent(grid, code -> new StringBuilder())
              .append(' ')
              .append(place.nameZh());
        }
      }
    }
    GridSurroundings surroundings = new GridSurroundings();
    names.forEach((grid, text) -> surroundings.byGrid.put(grid, Surroundings.of(text.toString())));
    return surroundings;
  }

  /** RESIDENTIAL for a grid that the places do not have. */
  public Surroundings of(String grid) {
    return byGrid.getOrDefault(grid, Surroundings.RESIDENTIAL);
  }
}
