package city.xueliang.console.drawing;

import city.xueliang.console.drawing.Drawing.Form;
import city.xueliang.console.drawing.Drawing.Shape;
import city.xueliang.domain.place.Place;
import java.util.List;
import org.locationtech.jts.algorithm.construct.MaximumInscribedCircle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;

/** Draws outlines of places as far as a screen shows them, degrees as lengths at their middle. */
final class OutlineMap {
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  /** Pixels that each outline is drawn in, so that neighbours are told apart. */
  private static final double DRAWN_IN = 1.5;

  /** Pixels; half of what neighbours are apart, so that none lies over another. */
  private static final double TOLERANCE = DRAWN_IN / 2;

  /** Pixels; the side of what stands for a place without an outline. */
  private static final double SIDE = 22;

  private static final double APART = 2.5 * SIDE;
  private static final int ROWS = (int) (Canvas.HEIGHT / APART);

  private final List<Place> places;
  private final double metresAcross;
  private final Canvas canvas;

  /** Places without an outline or centre so far; they stand in columns beside the others. */
  private int homeless;

  private OutlineMap(List<Place> places) {
    this.places = places;
    Envelope degrees = new Envelope();
    for (Place place : places) {
      place.outline().stream()
          .flatMap(List::stream)
          .forEach(point -> degrees.expandToInclude(point.longitude(), point.latitude()));
    }
    this.metresAcross = Math.cos(Math.toRadians(degrees.centre().y));
    this.canvas =
        Canvas.around(
            degrees.getMinX() * metresAcross,
            -degrees.getMaxY(),
            degrees.getMaxX() * metresAcross,
            -degrees.getMinY());
  }

  /**
   * @param children of the place, one of them with an outline or more
   */
  static Drawing of(Place place, List<Place> children, long version) {
    OutlineMap map = new OutlineMap(children);
    List<Shape> shapes = map.shapes();
    return new Drawing(
        place.code(), version, Form.OUTLINES, map.width(), Canvas.HEIGHT, shapes, shapes);
  }

  private List<Shape> shapes() {
    return places.stream()
        .map(place -> place.outline().isEmpty() ? hexagon(place) : shape(place, outline(place)))
        .toList();
  }

  private Geometry outline(Place place) {
    Geometry[] rings =
        place.outline().stream()
            .map(
                ring ->
                    GEOMETRIES.createPolygon(
                        ring.stream().map(this::pixels).toArray(Coordinate[]::new)))
            .toArray(Geometry[]::new);
    return GEOMETRIES.createGeometryCollection(rings).union();
  }

  private Coordinate pixels(Place.Coordinate point) {
    return new Coordinate(canvas.x(point.longitude() * metresAcross), canvas.y(-point.latitude()));
  }

  private static Shape shape(Place place, Geometry outline) {
    BufferParameters mitred =
        new BufferParameters(1, BufferParameters.CAP_FLAT, BufferParameters.JOIN_MITRE, 2);
    Geometry drawnIn =
        BufferOp.bufferOp(
            TopologyPreservingSimplifier.simplify(outline, TOLERANCE), -DRAWN_IN, mitred);
    Geometry drawn = drawnIn.isEmpty() ? outline : drawnIn;
    Point label = MaximumInscribedCircle.getCenter(drawn, 1);
    return new Shape(place.code(), path(drawn), tenths(label.getX()), tenths(label.getY()));
  }

  private static String path(Geometry outline) {
    SvgPath path = new SvgPath();
    for (int i = 0; i < outline.getNumGeometries(); i++) {
      Polygon polygon = (Polygon) outline.getGeometryN(i);
      draw(path, polygon.getExteriorRing().getCoordinates());
      for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
        draw(path, polygon.getInteriorRingN(hole).getCoordinates());
      }
    }
    return path.toString();
  }

  private static void draw(SvgPath path, Coordinate[] ring) {
    for (int i = 0; i + 1 < ring.length; i++) {
      path.to(ring[i].x, ring[i].y);
    }
    path.close();
  }

  private Shape hexagon(Place place) {
    Coordinate middle = place.centre() != null ? pixels(place.centre()) : beside(homeless++);
    SvgPath path = new SvgPath();
    Hexagon hexagon = new Hexagon(0, 0);
    for (int side = 0; side < Hexagon.sides(); side++) {
      Hexagon.Point corner = hexagon.corner(side);
      path.to(middle.x + corner.x() * SIDE, middle.y + corner.y() * SIDE);
    }
    return new Shape(place.code(), path.close().toString(), tenths(middle.x), tenths(middle.y));
  }

  private Coordinate beside(int number) {
    int column = number / ROWS;
    int row = number % ROWS;
    return new Coordinate(canvas.width() + APART * (column + 0.5), APART * (row + 0.5));
  }

  private double width() {
    int columns = (homeless + ROWS - 1) / ROWS;
    return canvas.width() + APART * columns;
  }

  private static double tenths(double pixels) {
    return Math.rint(pixels * 10) / 10;
  }
}
