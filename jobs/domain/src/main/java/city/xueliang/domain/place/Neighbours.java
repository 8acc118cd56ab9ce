package city.xueliang.domain.place;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Which grids lie beside each other: their outlines touch, or come as near as the tolerance. Where
 * an outline is not known, that of a circle of the place's area around its centre stands in for it,
 * a quarter wider, since no place is a circle. A grid of which neither is known has no neighbours.
 *
 * <p>Made anew by the first question after a change. Not safe for several threads.
 */
public final class Neighbours {
  /** What outlines that were drawn apart may be apart, metres. */
  public static final double TOLERANCE_METRES = 30;

  private final double tolerance;
  private final Map<String, Place> grids = new HashMap<>();

  /** By grid, in the order of their codes; null until it is asked for. */
  private Map<String, List<String>> neighbours;

  /**
   * @param toleranceMetres that outlines may be apart
   */
  public Neighbours(double toleranceMetres) {
    this.tolerance = toleranceMetres;
  }

  /** Those of these places, with the usual tolerance. */
  public static Neighbours of(Collection<Place> places) {
    Neighbours all = new Neighbours(TOLERANCE_METRES);
    places.forEach(all::put);
    return all;
  }

  /** Takes in a place, or what it is from now on; places that are no grids are passed over. */
  public void put(Place place) {
    if (place.level() == Level.GRID && !place.equals(grids.put(place.code(), place))) {
      neighbours = null;
    }
  }

  public void remove(String code) {
    if (grids.remove(code) != null) {
      neighbours = null;
    }
  }

  /** Codes of the grids beside this one, in their order, without itself; none if it is unknown. */
  public List<String> of(String grid) {
    if (neighbours == null) {
      neighbours = neighboursOfAll();
    }
    return neighbours.getOrDefault(grid, List.of());
  }

  private Map<String, List<String>> neighboursOfAll() {
    List<GridShape> shapes = shapes();
    STRtree byEnvelope = new STRtree();
    shapes.forEach(shape -> byEnvelope.insert(shape.reach(), shape));
    Map<String, TreeSet<String>> found = new HashMap<>();
    for (GridShape shape : shapes) {
      for (GridShape other : near(byEnvelope, shape.reach())) {
        // Each pair once, so that both sides agree.
        if (shape.code().compareTo(other.code()) < 0 && shape.isBeside(other)) {
          found.computeIfAbsent(shape.code(), any -> new TreeSet<>()).add(other.code());
          found.computeIfAbsent(other.code(), any -> new TreeSet<>()).add(shape.code());
        }
      }
    }
    Map<String, List<String>> all = new HashMap<>();
    found.forEach((code, others) -> all.put(code, List.copyOf(others)));
    return all;
  }

  private static List<GridShape> near(STRtree tree, Envelope reach) {
    List<GridShape> near = new ArrayList<>();
    tree.query(reach, shape -> near.add((GridShape) shape));
    return near;
  }

  private List<GridShape> shapes() {
    List<Place> known = grids.values().stream().filter(GridShape::isKnown).toList();
    double latitude = known.stream().mapToDouble(Neighbours::latitude).average().orElse(0);
    LocalMetres metres = new LocalMetres(latitude);
    return known.stream().map(place -> GridShape.of(place, metres, tolerance)).toList();
  }

  private static double latitude(Place place) {
    return place.outline().isEmpty()
        ? place.centre().latitude()
        : place.outline().get(0).get(0).latitude();
  }
}
