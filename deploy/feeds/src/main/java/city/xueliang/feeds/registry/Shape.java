package city.xueliang.feeds.registry;

import city.xueliang.domain.place.Place.Coordinate;
import java.util.List;

/**
 * Where a place lies.
 *
 * @param centre null where it is not known
 * @param outline outer rings; empty where they are not known
 */
record Shape(Coordinate centre, List<List<Coordinate>> outline) {
  static final Shape UNKNOWN = new Shape(null, List.of());

  /** The shape of an outline, whose centre is the centroid of its largest ring. */
  static Shape of(List<List<Coordinate>> outline) {
    Coordinate centre = null;
    double largest = 0;
    for (List<Coordinate> ring : outline) {
      double area = Math.abs(doubleArea(ring));
      if (area > largest) {
        largest = area;
        centre = centroid(ring);
      }
    }
    return new Shape(centre, outline);
  }

  /** Twice the signed area in square degrees, taken around the first point to keep the digits. */
  private static double doubleArea(List<Coordinate> ring) {
    Coordinate base = ring.get(0);
    double sum = 0;
    for (int i = 1; i < ring.size(); i++) {
      sum += cross(base, ring.get(i - 1), ring.get(i));
    }
    return sum;
  }

  private static Coordinate centroid(List<Coordinate> ring) {
    Coordinate base = ring.get(0);
    double longitude = 0;
    double latitude = 0;
    for (int i = 1; i < ring.size(); i++) {
      Coordinate from = ring.get(i - 1);
      Coordinate to = ring.get(i);
      double weight = cross(base, from, to);
      longitude += weight * (from.longitude() + to.longitude() - 2 * base.longitude());
      latitude += weight * (from.latitude() + to.latitude() - 2 * base.latitude());
    }
    double weights = 3 * doubleArea(ring);
    return new Coordinate(
        base.longitude() + longitude / weights, base.latitude() + latitude / weights);
  }

  private static double cross(Coordinate base, Coordinate from, Coordinate to) {
    return (from.longitude() - base.longitude()) * (to.latitude() - base.latitude())
        - (to.longitude() - base.longitude()) * (from.latitude() - base.latitude());
  }
}
