package city.xueliang.console.drawing;

import java.util.Collection;

/**
 * What is drawn on, as high as a wall's screen; what is drawn stands in its middle.
 *
 * @param width pixels
 * @param scale pixels to a unit
 * @param left of the canvas, in units
 */
record Canvas(double width, double scale, double left, double top) {
  static final double HEIGHT = 900;
  private static final double WIDEST = 1600;

  private static final double MARGIN = 12;

  /** Few hexagons would fill the canvas with one colour. */
  private static final double LONGEST_SIDE = 150;

  /** As large as the box of these units fits on a screen, and no wider than it needs. */
  static Canvas around(double minX, double minY, double maxX, double maxY) {
    double scale = scale(maxX - minX, maxY - minY);
    double width = Math.ceil((maxX - minX) * scale + 2 * MARGIN);
    return new Canvas(
        width,
        scale,
        (minX + maxX) / 2 - width / 2 / scale,
        (minY + maxY) / 2 - HEIGHT / 2 / scale);
  }

  /** As wide as a screen. */
  static Canvas around(Collection<Hexagon> hexagons) {
    double minX = Double.POSITIVE_INFINITY;
    double minY = Double.POSITIVE_INFINITY;
    double maxX = Double.NEGATIVE_INFINITY;
    double maxY = Double.NEGATIVE_INFINITY;
    for (Hexagon hexagon : hexagons) {
      minX = Math.min(minX, hexagon.middle().x() - Hexagon.ACROSS);
      maxX = Math.max(maxX, hexagon.middle().x() + Hexagon.ACROSS);
      minY = Math.min(minY, hexagon.middle().y() - 1);
      maxY = Math.max(maxY, hexagon.middle().y() + 1);
    }
    double scale = Math.min(LONGEST_SIDE, scale(maxX - minX, maxY - minY));
    return new Canvas(
        WIDEST,
        scale,
        (minX + maxX) / 2 - WIDEST / 2 / scale,
        (minY + maxY) / 2 - HEIGHT / 2 / scale);
  }

  private static double scale(double width, double height) {
    return Math.min((WIDEST - 2 * MARGIN) / width, (HEIGHT - 2 * MARGIN) / height);
  }

  /** Pixels, to a tenth. */
  double x(double unit) {
    return Math.rint((unit - left) * scale * 10) / 10;
  }

  double y(double unit) {
    return Math.rint((unit - top) * scale * 10) / 10;
  }

  void draw(SvgPath path, double[] point) {
    draw(path, point[0], point[1]);
  }

  void draw(SvgPath path, double unitX, double unitY) {
    path.to(x(unitX), y(unitY));
  }
}
