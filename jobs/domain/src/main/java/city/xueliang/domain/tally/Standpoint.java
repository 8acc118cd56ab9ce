package city.xueliang.domain.tally;

import city.xueliang.domain.place.PlaceCodes;
import java.util.List;

/**
 * Where a record counts.
 *
 * @param grid code of the grid
 * @param zones codes of the zones that held the grid at the record's minute, sorted
 */
public record Standpoint(String grid, List<String> zones) {

  /** Whether what counts here counts for that place above a grid, too. */
  boolean liesIn(String place) {
    return Character.isDigit(place.charAt(0))
        ? PlaceCodes.covers(place, grid)
        : zones.contains(place);
  }
}
