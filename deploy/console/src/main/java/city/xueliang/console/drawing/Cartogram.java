package city.xueliang.console.drawing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * One hexagon for each smallest place. What lies in one place lies together, at each level, and
 * places lie to each other about as on a map. Depends on nothing but the places.
 */
final class Cartogram {
  private final Map<String, Hexagon> hexagons = new TreeMap<>();

  private Cartogram() {}

  /** The hexagons by the codes of the smallest places in a place. */
  static Map<String, Hexagon> of(Branch place) {
    Cartogram cartogram = new Cartogram();
    cartogram.lay(place, Ground.of(place.leaves()));
    return cartogram.hexagons;
  }

  private void lay(Branch place, List<Hexagon> ground) {
    if (place.isLeaf()) {
      hexagons.put(place.code(), ground.get(0));
      return;
    }
    List<Branch> parts = place.parts();
    double[][] points = {
      ground.stream().mapToDouble(hexagon -> hexagon.middle().x()).toArray(),
      ground.stream().mapToDouble(hexagon -> hexagon.middle().y()).toArray()
    };
    int[] due = parts.stream().mapToInt(Branch::leaves).toArray();
    int[][] division = Division.of(points, Sites.of(place, points), due);
    List<Set<Hexagon>> owned = new ArrayList<>();
    for (int[] part : division) {
      Set<Hexagon> own = new LinkedHashSet<>();
      Arrays.stream(part).mapToObj(ground::get).forEach(own::add);
      owned.add(own);
    }
    Mending.mend(owned);
    for (int i = 0; i < due.length; i++) {
      lay(parts.get(i), List.copyOf(owned.get(i)));
    }
  }
}
