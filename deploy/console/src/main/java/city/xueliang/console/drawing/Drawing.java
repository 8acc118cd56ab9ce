package city.xueliang.console.drawing;

import java.util.List;

/**
 * What lies in a place, drawn; y goes down as on a screen.
 *
 * @param place code of the place
 * @param version of the registry that was drawn
 * @param regions the place's children; where a reader goes on to
 * @param cells what is coloured: children with OUTLINES, with HEXAGONS the smallest places
 */
public record Drawing(
    String place,
    long version,
    Form form,
    double width,
    double height,
    List<Shape> regions,
    List<Shape> cells) {

  /** How it is drawn. */
  public enum Form {
    OUTLINES,
    HEXAGONS
  }

  /**
   * A place in a drawing.
   *
   * @param path in the syntax of SVG
   * @param x where its label goes
   */
  public record Shape(String code, String path, double x, double y) {}

  public Drawing {
    regions = List.copyOf(regions);
    cells = List.copyOf(cells);
  }
}
