package city.xueliang.domain.place;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;

/**
 * Where a grid lies, in metres: its outline, or its centre with how far it reaches around that.
 * Whatever is within half the tolerance of each other's reach is near.
 */
final class GridShape {
  /** How much wider a circle is taken than its area makes it. */
  private static final double WIDER = 1.25;

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private final String code;
  private final PreparedGeometry geometry;
  private final IndexedFacetDistance facets;
  private final boolean isCircle;
  private final double radius;
  private final double tolerance;

  private GridShape(String code, Geometry geometry, double radius, double tolerance) {
    this.code = code;
    this.geometry = PreparedGeometryFactory.prepare(geometry);
    this.facets = new IndexedFacetDistance(geometry);
    this.isCircle = geometry.getDimension() == 0;
    this.radius = radius;
    this.tolerance = tolerance;
  }

  /** Whether there is anything to tell where it lies. */
  static boolean isKnown(Place place) {
    return !place.outline().isEmpty()
        || (place.centre() != null && place.areaSquareMetres() != null);
  }

  static GridShape of(Place place, LocalMetres metres, double tolerance) {
    if (!place.outline().isEmpty()) {
      Polygon[] rings =
          place.outline().stream()
              .map(ring -> GEOMETRIES.createPolygon(points(ring, metres)))
              .toArray(Polygon[]::new);
      return new GridShape(place.code(), GEOMETRIES.createMultiPolygon(rings), 0, tolerance);
    }
    Coordinate centre = new Coordinate(metres.x(place.centre()), metres.y(place.centre()));
    double radius = WIDER * Math.sqrt(place.areaSquareMetres() / Math.PI);
    return new GridShape(place.code(), GEOMETRIES.createPoint(centre), radius, tolerance);
  }

  String code() {
    return code;
  }

  /** The box outside of which lies nothing that is beside it; half of the tolerance each. */
  Envelope reach() {
    Envelope reach = new Envelope(geometry.getGeometry().getEnvelopeInternal());
    reach.expandBy(radius + tolerance / 2);
    return reach;
  }

  boolean isBeside(GridShape other) {
    double apart = radius + other.radius + (isCircle && other.isCircle ? 0 : tolerance);
    return geometry.intersects(other.geometry.getGeometry())
        || facets.isWithinDistance(other.geometry.getGeometry(), apart);
  }

  private static Coordinate[] points(List<Place.Coordinate> ring, LocalMetres metres) {
    return ring.stream()
        .map(point -> new Coordinate(metres.x(point), metres.y(point)))
        .toArray(Coordinate[]::new);
  }
}
