package city.xueliang.feeds.registry;

import city.xueliang.domain.place.Origin;
import city.xueliang.domain.place.Place.Coordinate;
import city.xueliang.domain.text.Problem;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Reads a GeoJSON geometry of a place. Holes are left out: they are not part of the contract. */
final class Geometry {
  private final Origin origin;
  private final List<Problem> problems;

  /**
   * @param problems where it notes what cannot be read
   */
  Geometry(Origin origin, List<Problem> problems) {
    this.origin = origin;
    this.problems = problems;
  }

  Shape read(String type, JsonNode coordinates) {
    try {
      return switch (type) {
        case "Point" -> new Shape(point(coordinates), List.of());
        case "Polygon" -> Shape.of(List.of(outerRing(coordinates)));
        case "MultiPolygon" -> Shape.of(outerRings(coordinates));
        default -> {
          problems.add(origin.problem("geometry", "file.geometry-type", type));
          yield Shape.UNKNOWN;
        }
      };
    } catch (MalformedException e) {
      problems.add(origin.problem("geometry", "file.coordinates", type));
      return Shape.UNKNOWN;
    }
  }

  private static List<List<Coordinate>> outerRings(JsonNode polygons) throws MalformedException {
    List<List<Coordinate>> rings = new ArrayList<>();
    for (JsonNode polygon : filled(polygons)) {
      rings.add(outerRing(polygon));
    }
    return rings;
  }

  private static List<Coordinate> outerRing(JsonNode polygon) throws MalformedException {
    List<Coordinate> ring = new ArrayList<>();
    for (JsonNode point : filled(filled(polygon).get(0))) {
      ring.add(point(point));
    }
    return ring;
  }

  private static Coordinate point(JsonNode point) throws MalformedException {
    if (!point.path(0).isNumber() || !point.path(1).isNumber()) {
      throw new MalformedException();
    }
    return new Coordinate(point.get(0).asDouble(), point.get(1).asDouble());
  }

  private static JsonNode filled(JsonNode array) throws MalformedException {
    if (!array.isArray() || array.isEmpty()) {
      throw new MalformedException();
    }
    return array;
  }

  /** The coordinates are not nested as their type asks for. */
  private static final class MalformedException extends Exception {}
}
