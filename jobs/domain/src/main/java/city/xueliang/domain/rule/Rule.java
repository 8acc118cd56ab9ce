package city.xueliang.domain.rule;

import city.xueliang.domain.place.PlaceCodes;
import java.util.List;
import java.util.Set;

/**
 * What operators ask to be alerted to.
 *
 * @param id lower-case letters, digits and hyphens
 * @param version counted from 1
 * @param places codes of the places that it judges, zones among them, each with all grids in it;
 *     empty for the whole city
 */
public record Rule(
    String id,
    int version,
    Name name,
    Colour colour,
    Set<String> places,
    Condition condition,
    Handling handling) {

  public Rule {
    places = Set.copyOf(places);
  }

  /**
   * Whether it judges what happens in a grid.
   *
   * @param zones codes of the zones that hold the grid
   */
  public boolean covers(String grid, List<String> zones) {
    return places.isEmpty()
        || places.stream().anyMatch(place -> zones.contains(place) || isIn(grid, place));
  }

  private static boolean isIn(String grid, String place) {
    return Character.isDigit(place.charAt(0)) && PlaceCodes.covers(place, grid);
  }
}
