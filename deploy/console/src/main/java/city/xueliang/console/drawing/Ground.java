package city.xueliang.console.drawing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The hexagons on which a cartogram is laid out: a rounded oblong, as wide as a screen. */
final class Ground {
  private static final double ASPECT = 16.0 / 9;

  /** Between an ellipse (2) and an oblong (without end). */
  private static final double SQUARENESS = 3;

  private Ground() {}

  /** So many hexagons; with one more, the others are the same. */
  static List<Hexagon> of(int count) {
    // The oblong that would hold twice as many.
    double height = Math.sqrt(2 * count * Hexagon.AREA / ASPECT) / 2 + 2;
    int rows = (int) Math.ceil(height / 1.5);
    List<Hexagon> candidates = new ArrayList<>();
    for (int row = -rows; row <= rows; row++) {
      int columns = (int) Math.ceil(height * ASPECT / (2 * Hexagon.ACROSS));
      int lean = Math.floorDiv(row, 2);
      for (int column = -columns - lean; column <= columns - lean; column++) {
        candidates.add(new Hexagon(column, row));
      }
    }
    candidates.sort(
        Comparator.comparingDouble(Ground::outness)
            .thenComparingInt(Hexagon::row)
            .thenComparingInt(Hexagon::column));
    return List.copyOf(candidates.subList(0, count));
  }

  private static double outness(Hexagon hexagon) {
    Hexagon.Point middle = hexagon.middle();
    return Math.pow(Math.abs(middle.x()) / ASPECT, SQUARENESS)
        + Math.pow(Math.abs(middle.y()), SQUARENESS);
  }
}
