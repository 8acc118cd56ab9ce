package city.xueliang.console.drawing;

import city.xueliang.console.drawing.Drawing.Form;
import city.xueliang.console.drawing.Drawing.Shape;
import city.xueliang.console.drawing.Hexagon.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Draws a cartogram: each hexagon a little apart from the next, each child further from others. */
final class HexagonMap {
  /** Of the length of a side. */
  private static final double GAP_OF_REGIONS = 0.22;

  private static final double GAP_OF_CELLS = 0.06;

  private final Canvas canvas;
  private final List<Shape> regions = new ArrayList<>();
  private final List<Shape> cells = new ArrayList<>();

  private HexagonMap(Canvas canvas) {
    this.canvas = canvas;
  }

  /**
   * @param children of the place in the drawing, which have all that is drawn
   */
  static Drawing of(Branch place, List<Branch> children, long version) {
    Map<String, Hexagon> hexagons = Cartogram.of(place);
    HexagonMap map = new HexagonMap(Canvas.around(hexagons.values()));
    if (place.isLeaf()) {
      map.drawCells(place, hexagons, new Region(hexagons.values()));
    }
    for (Branch child : children) {
      Region region = new Region(child.smallest().map(leaf -> hexagons.get(leaf.code())).toList());
      map.drawRegion(child, region);
      map.drawCells(child, hexagons, region);
    }
    return new Drawing(
        place.code(),
        version,
        Form.HEXAGONS,
        map.canvas.width(),
        Canvas.HEIGHT,
        map.regions,
        map.cells);
  }

  private void drawRegion(Branch child, Region region) {
    SvgPath path = new SvgPath();
    for (List<Point> ring : region.rings()) {
      for (Point corner : ring) {
        canvas.draw(path, region.drawnIn(corner, GAP_OF_REGIONS / 2));
      }
      path.close();
    }
    regions.add(shape(child.code(), path, region.middle()));
  }

  private void drawCells(Branch child, Map<String, Hexagon> hexagons, Region region) {
    for (Branch leaf : child.smallest().toList()) {
      Hexagon hexagon = hexagons.get(leaf.code());
      SvgPath path = new SvgPath();
      for (int side = 0; side < Hexagon.sides(); side++) {
        double[] corner = region.drawnIn(hexagon.corner(side), GAP_OF_REGIONS / 2);
        Point middle = hexagon.middle();
        canvas.draw(
            path,
            corner[0] + (middle.x() - corner[0]) * GAP_OF_CELLS,
            corner[1] + (middle.y() - corner[1]) * GAP_OF_CELLS);
      }
      cells.add(shape(leaf.code(), path.close(), hexagon));
    }
  }

  private Shape shape(String code, SvgPath path, Hexagon at) {
    return new Shape(code, path.toString(), canvas.x(at.middle().x()), canvas.y(at.middle().y()));
  }
}
