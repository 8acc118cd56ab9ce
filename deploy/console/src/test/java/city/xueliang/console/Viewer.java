package city.xueliang.console;

import city.xueliang.domain.place.Place;
import city.xueliang.testing.Town;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A seat, with the place or zone that it is given, and all that it is to see. */
record Viewer(String name, String given, Set<String> seen) {
  static final String COMMUNITY = "630105001001";

  /** Sees everything. */
  static final Viewer CITY =
      new Viewer(
          "the seat of the city",
          TestingCity.CITY,
          TestingCity.places().stream()
              .map(Place::code)
              .collect(Collectors.toCollection(TreeSet::new)));

  static Stream<Viewer> all() {
    return Stream.of(
        new Viewer(
            "a seat of a district",
            Town.DISTRICT,
            Set.of(
                Town.DISTRICT,
                TestingCity.STREET,
                COMMUNITY,
                Town.GRID,
                Town.NEXT_GRID,
                TestingCity.ZONE)),
        new Viewer("a seat of a zone", TestingCity.ZONE, Set.of(TestingCity.ZONE, Town.GRID)));
  }

  @Override
  public String toString() {
    return name;
  }
}
