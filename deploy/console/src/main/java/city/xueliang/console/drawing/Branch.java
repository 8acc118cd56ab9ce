package city.xueliang.console.drawing;

import city.xueliang.console.city.CityPlaces;
import city.xueliang.domain.place.Level;
import city.xueliang.domain.place.Place;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A place with what lies in it, down to the smallest places.
 *
 * @param centre where it lies; null if that is not known
 * @param parts by code; none of a smallest place
 * @param leaves how many smallest places lie in it, itself if it is one
 */
record Branch(String code, Place.Coordinate centre, List<Branch> parts, int leaves) {

  /** A place with all that lies in it, a zone with its grids. */
  static Branch of(Place place, CityPlaces places) {
    return place.level() == Level.ZONE ? zone(place, places) : branch(place, places, null);
  }

  boolean isLeaf() {
    return parts.isEmpty();
  }

  /** The smallest places in it, itself if it is one. */
  Stream<Branch> smallest() {
    return isLeaf() ? Stream.of(this) : parts.stream().flatMap(Branch::smallest);
  }

  /** Grouped by what the grids lie in, so that neighbours are drawn as such. */
  private static Branch zone(Place zone, CityPlaces places) {
    Set<String> wanted = new HashSet<>(zone.grids());
    Set<String> tops = new TreeSet<>();
    for (String grid : zone.grids()) {
      List<String> ancestors = places.ancestors(grid);
      wanted.addAll(ancestors);
      tops.add(ancestors.isEmpty() ? grid : ancestors.get(ancestors.size() - 1));
    }
    return node(
        zone,
        tops.stream()
            .flatMap(code -> places.find(code).stream())
            .map(top -> branch(top, places, wanted))
            .toList());
  }

  /**
   * @param wanted codes of the only places to be taken; null for all
   */
  private static Branch branch(Place place, CityPlaces places, Set<String> wanted) {
    return node(
        place,
        places.children(place.code()).stream()
            .filter(child -> wanted == null || wanted.contains(child.code()))
            .map(child -> branch(child, places, wanted))
            .toList());
  }

  private static Branch node(Place place, Collection<Branch> parts) {
    int leaves = parts.isEmpty() ? 1 : parts.stream().mapToInt(Branch::leaves).sum();
    return new Branch(place.code(), place.centre(), List.copyOf(parts), leaves);
  }
}
