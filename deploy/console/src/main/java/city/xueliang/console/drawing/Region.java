package city.xueliang.console.drawing;

import city.xueliang.console.drawing.Hexagon.Point;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Hexagons that belong together, with the border around them. */
final class Region {
  private final Set<Hexagon> hexagons;

  /** Along the border, clockwise around the hexagons; no corner is passed twice. */
  private final Map<Point, Point> next = new LinkedHashMap<>();

  private final Map<Point, Point> previous = new HashMap<>();

  Region(Iterable<Hexagon> hexagons) {
    this.hexagons = new LinkedHashSet<>();
    hexagons.forEach(this.hexagons::add);
    for (Hexagon hexagon : this.hexagons) {
      for (int side = 0; side < Hexagon.sides(); side++) {
        if (!this.hexagons.contains(hexagon.beyond(side))) {
          next.put(hexagon.corner(side), hexagon.corner(side + 1));
          previous.put(hexagon.corner(side + 1), hexagon.corner(side));
        }
      }
    }
  }

  /** The border's rings: one around each part that hangs together, one around each hole. */
  List<List<Point>> rings() {
    List<List<Point>> rings = new ArrayList<>();
    Set<Point> left = new LinkedHashSet<>(next.keySet());
    while (!left.isEmpty()) {
      List<Point> ring = new ArrayList<>();
      Point at = left.iterator().next();
      while (left.remove(at)) {
        ring.add(at);
        at = next.get(at);
      }
      rings.add(ring);
    }
    return rings;
  }

  /**
   * Where a corner is drawn if the border is drawn in by a gap; other corners stay.
   *
   * @param gap of the length of a side; below a half, so that no border crosses itself
   * @return x and y
   */
  double[] drawnIn(Point corner, double gap) {
    Point to = next.get(corner);
    if (to == null) {
      return new double[] {corner.x(), corner.y()};
    }
    Point from = previous.get(corner);
    // All sides have the length 1; to the right of the direction is within.
    double normalX = (corner.y() - to.y()) + (from.y() - corner.y());
    double normalY = (to.x() - corner.x()) + (corner.x() - from.x());
    // Two sides meet at 120 or 240 degrees, so their normals add up to the length √3.
    double length = 2 * gap / 3;
    return new double[] {corner.x() + normalX * length, corner.y() + normalY * length};
  }

  /** The hexagon nearest to the middle of them all. */
  Hexagon middle() {
    double x = hexagons.stream().mapToDouble(hexagon -> hexagon.middle().x()).average().orElse(0);
    double y = hexagons.stream().mapToDouble(hexagon -> hexagon.middle().y()).average().orElse(0);
    Hexagon nearest = null;
    double least = Double.POSITIVE_INFINITY;
    for (Hexagon hexagon : hexagons) {
      double distance = Math.hypot(hexagon.middle().x() - x, hexagon.middle().y() - y);
      if (distance < least) {
        least = distance;
        nearest = hexagon;
      }
    }
    return nearest;
  }
}
