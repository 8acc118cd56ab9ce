package city.xueliang.domain.place;

import static city.xueliang.domain.place.PlaceRules.word;

import city.xueliang.domain.text.Problem;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a zone and its grids must fulfil together. */
final class ZoneRules {
  private final PlacesByCode known;
  private final List<Problem> problems;

  ZoneRules(PlacesByCode known, List<Problem> problems) {
    this.known = known;
    this.problems = problems;
  }

  void judge(Sourced<Place> sourced) {
    Origin origin = sourced.origin();
    Place place = sourced.value();
    if (place.level() == null) {
      return;
    }
    if (place.level() != Level.ZONE) {
      if (!place.grids().isEmpty()) {
        problems.add(origin.problem("grids", "registry.grids-elsewhere", word(place.level())));
      }
      return;
    }
    if (place.grids().isEmpty()) {
      problems.add(origin.problem("grids", "registry.zone-without-grids"));
    }
    Set<String> listed = new HashSet<>();
    for (String grid : place.grids()) {
      if (!listed.add(grid)) {
        problems.add(origin.problem("grids", "registry.zone-grid-repeated", grid));
      } else {
        judgeGrid(origin, grid);
      }
    }
  }

  private void judgeGrid(Origin origin, String code) {
    Place grid = known.find(code);
    if (grid == null) {
      problems.add(origin.problem("grids", "registry.zone-grid-unknown", code));
    } else if (grid.level() != null && grid.level() != Level.GRID) {
      problems.add(origin.problem("grids", "registry.zone-grid-level", code, word(grid.level())));
    }
  }
}
