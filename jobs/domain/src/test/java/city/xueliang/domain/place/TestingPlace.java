package city.xueliang.domain.place;

import city.xueliang.domain.place.Place.Coordinate;
import city.xueliang.domain.place.Place.Validity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Builds places that break no rule until a test makes them. */
final class TestingPlace {
  private final Level level;
  private String code;
  private String parent;
  private GridKind gridKind;
  private Coordinate centre = new Coordinate(101.76, 36.65);
  private Double area;
  private List<List<Coordinate>> outline = List.of();
  private List<String> grids = List.of();
  private Validity validity = Validity.ALWAYS;
  private String replacedBy;

  private TestingPlace(Level level, String code, String parent) {
    this.level = level;
    this.code = code;
    this.parent = parent;
  }

  static TestingPlace city() {
    return new TestingPlace(Level.CITY, "630100", null);
  }

  static TestingPlace district() {
    return new TestingPlace(Level.DISTRICT, "630105", "630100");
  }

  static TestingPlace street() {
    return new TestingPlace(Level.STREET, "630105002", "630105");
  }

  static TestingPlace community() {
    return new TestingPlace(Level.COMMUNITY, "630105002001", "630105002");
  }

  static TestingPlace grid() {
    return new TestingPlace(Level.GRID, "630105002001001", "630105002001").kind(GridKind.GENERAL);
  }

  static TestingPlace zone() {
    return new TestingPlace(Level.ZONE, "xiaoqiao", null).grids("630105002001001");
  }

  static TestingPlace ofUnreadableLevel() {
    return new TestingPlace(null, "630105", "630100");
  }

  TestingPlace code(String changed) {
    code = changed;
    return this;
  }

  TestingPlace parent(String changed) {
    parent = changed;
    return this;
  }

  TestingPlace kind(GridKind changed) {
    gridKind = changed;
    return this;
  }

  TestingPlace centre(double longitude, double latitude) {
    centre = new Coordinate(longitude, latitude);
    return this;
  }

  TestingPlace area(double squareMetres) {
    area = squareMetres;
    return this;
  }

  /** One ring of longitudes and latitudes in turn. */
  TestingPlace ring(double... degrees) {
    List<Coordinate> ring = new ArrayList<>();
    for (int i = 0; i < degrees.length; i += 2) {
      ring.add(new Coordinate(degrees[i], degrees[i + 1]));
    }
    outline = List.of(ring);
    return this;
  }

  TestingPlace grids(String... codes) {
    grids = List.of(codes);
    return this;
  }

  TestingPlace valid(String from, String to) {
    validity = new Validity(Instant.parse(from), Instant.parse(to));
    return this;
  }

  TestingPlace replacedBy(String successor) {
    replacedBy = successor;
    return this;
  }

  Place build() {
    return new Place(
        code,
        level,
        parent,
        "小桥",
        null,
        gridKind,
        centre,
        area,
        outline,
        grids,
        validity,
        replacedBy);
  }
}
