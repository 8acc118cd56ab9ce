package city.xueliang.console.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.xueliang.console.city.CityPlaces;
import city.xueliang.console.drawing.Drawing.Form;
import city.xueliang.console.drawing.Drawing.Shape;
import city.xueliang.domain.place.Level;
import city.xueliang.domain.place.Place;
import city.xueliang.domain.place.Place.Coordinate;
import city.xueliang.domain.place.Place.Validity;
import city.xueliang.feeds.simulate.city.CityOptions;
import city.xueliang.feeds.simulate.city.SimulatedCity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.union.UnaryUnionOp;

class DrawingsTest {
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();
  private static final Pattern STEP = Pattern.compile("([Ml])(-?[0-9.]+) ?(-?[0-9.]+)|z");
  private static final CityPlaces CITY =
      new CityPlaces(7, SimulatedCity.xining(new CityOptions(1, 0.2, 500)).places());

  @Test
  void hexagonsLieSideBySideInTheRegionOfTheirPlace() {
    Drawing drawing = draw("630105");

    assertThat(drawing.form()).isEqualTo(Form.HEXAGONS);
    assertThat(drawing.version()).isEqualTo(7);
    Map<String, Geometry> regions =
        drawing.regions().stream().collect(Collectors.toMap(Shape::code, DrawingsTest::geometry));
    assertThat(regions.keySet())
        .isEqualTo(CITY.children("630105").stream().map(Place::code).collect(Collectors.toSet()));
    for (Shape cell : drawing.cells()) {
      Geometry region = regions.get(cell.code().substring(0, 9));
      assertThat(region.buffer(0.2).covers(geometry(cell))).as(cell.code()).isTrue();
    }
    assertThatNoneOverlap(drawing.cells());
    assertThatNoneOverlap(drawing.regions());
  }

  @Test
  void aDrawingFillsAScreenAndStaysOnIt() {
    Drawing drawing = draw("630100");
    Envelope all = new Envelope();
    drawing.cells().forEach(cell -> all.expandToInclude(geometry(cell).getEnvelopeInternal()));

    assertThat(new Envelope(0, drawing.width(), 0, drawing.height()).covers(all)).isTrue();
    assertThat(all.getHeight()).isGreaterThan(0.9 * drawing.height());
    assertThat(all.getWidth()).isGreaterThan(0.85 * drawing.width());
  }

  @Test
  void aGridIsItsOwnOnlyCell() {
    String grid = CITY.all().stream().filter(p -> p.level() == Level.GRID).findFirst().get().code();

    Drawing drawing = draw(grid);

    assertThat(drawing.regions()).isEmpty();
    assertThat(drawing.cells()).extracting(Shape::code).containsExactly(grid);
  }

  @Test
  void aZoneIsMadeOfItsGrids() {
    Place zone = CITY.find("zone-xiaoqiao").orElseThrow();

    Drawing drawing = draw(zone.code());

    assertThat(drawing.cells())
        .extracting(Shape::code)
        .containsExactlyInAnyOrderElementsOf(zone.grids());
    assertThat(drawing.regions())
        .extracting(Shape::code)
        .containsExactlyInAnyOrderElementsOf(zone.grids());
  }

  @Test
  void outlinesAreDrawnAsOnAMapAndApart() {
    List<Place> places = new ArrayList<>();
    places.add(place("630100", Level.CITY, null, List.of()));
    places.add(place("630102", Level.DISTRICT, null, square(101.7, 36.6)));
    places.add(place("630103", Level.DISTRICT, null, square(101.8, 36.6)));
    places.add(place("630104", Level.DISTRICT, null, square(101.7, 36.7)));
    places.add(place("630105", Level.DISTRICT, new Coordinate(101.85, 36.75), List.of()));
    places.add(place("630106", Level.DISTRICT, null, List.of()));
    CityPlaces city = new CityPlaces(1, places);

    Drawing drawing = Drawings.of(city.find("630100").orElseThrow(), city);

    assertThat(drawing.form()).isEqualTo(Form.OUTLINES);
    assertThat(drawing.cells()).isEqualTo(drawing.regions());
    Map<String, Shape> shapes =
        drawing.cells().stream().collect(Collectors.toMap(Shape::code, Function.identity()));
    assertThat(shapes.keySet()).containsOnly("630102", "630103", "630104", "630105", "630106");
    assertThatNoneOverlap(drawing.cells());
    assertThat(shapes.get("630103").x()).isGreaterThan(shapes.get("630102").x());
    assertThat(shapes.get("630104").y()).isLessThan(shapes.get("630102").y());
    assertThat(shapes.get("630105").x()).isCloseTo(shapes.get("630103").x(), within(2.0));
    assertThat(shapes.get("630105").y()).isCloseTo(shapes.get("630104").y(), within(2.0));
    // A degree of longitude is shorter than one of latitude.
    Envelope square = geometry(shapes.get("630102")).getEnvelopeInternal();
    assertThat(square.getWidth() / square.getHeight())
        .isCloseTo(Math.cos(Math.toRadians(36.7)), within(0.01));
  }

  private static Drawing draw(String code) {
    return Drawings.of(CITY.find(code).orElseThrow(), CITY);
  }

  private static void assertThatNoneOverlap(List<Shape> shapes) {
    List<Geometry> geometries = shapes.stream().map(DrawingsTest::geometry).toList();
    double sum = geometries.stream().mapToDouble(Geometry::getArea).sum();
    assertThat(geometries).allMatch(geometry -> geometry.isValid() && geometry.getArea() > 1);
    assertThat(UnaryUnionOp.union(geometries).getArea()).isCloseTo(sum, within(sum / 1e6));
  }

  private static Geometry geometry(Shape shape) {
    List<Polygon> rings = new ArrayList<>();
    List<org.locationtech.jts.geom.Coordinate> ring = new ArrayList<>();
    double x = 0;
    double y = 0;
    Matcher steps = STEP.matcher(shape.path());
    while (steps.find()) {
      if (steps.group(1) == null) {
        ring.add(ring.get(0));
        rings.add(
            GEOMETRIES.createPolygon(ring.toArray(org.locationtech.jts.geom.Coordinate[]::new)));
        ring.clear();
        continue;
      }
      boolean isAbsolute = steps.group(1).equals("M");
      x = Double.parseDouble(steps.group(2)) + (isAbsolute ? 0 : x);
      y = Double.parseDouble(steps.group(3)) + (isAbsolute ? 0 : y);
      ring.add(new org.locationtech.jts.geom.Coordinate(x, y));
    }
    return UnaryUnionOp.union(rings);
  }

  private static List<List<Coordinate>> square(double west, double south) {
    return List.of(
        List.of(
            new Coordinate(west, south),
            new Coordinate(west + 0.1, south),
            new Coordinate(west + 0.1, south + 0.1),
            new Coordinate(west, south + 0.1),
            new Coordinate(west, south)));
  }

  private static Place place(
      String code, Level level, Coordinate centre, List<List<Coordinate>> outline) {
    String parent = level == Level.CITY ? null : "630100";
    return new Place(
        code, level, parent, code, null, null, centre, null, outline, List.of(), Validity.ALWAYS);
  }
}
