package city.xueliang.domain.place;

import java.util.List;
import java.util.function.BiConsumer;

/** The places to which what happens in a grid adds. */
public final class PlacesOfGrid {
  private PlacesOfGrid() {}

  /**
   * Hands out the codes of the grid itself, of its four ancestors and of these zones, each with the
   * code of the district under which its rows are filed: the city's for the city itself and for
   * zones, which may lie in several districts.
   */
  public static void forEach(String grid, List<String> zones, BiConsumer<String, String> action) {
    String district = PlaceCodes.districtOf(grid);
    String city = PlaceCodes.cityOf(grid);
    action.accept(grid, district);
    for (String ancestor : PlaceCodes.ancestorsOf(grid)) {
      action.accept(ancestor, ancestor.equals(city) ? city : district);
    }
    for (String zone : zones) {
      action.accept(zone, city);
    }
  }
}
