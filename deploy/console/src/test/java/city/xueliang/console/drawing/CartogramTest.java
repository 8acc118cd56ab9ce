package city.xueliang.console.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.console.city.CityPlaces;
import city.xueliang.domain.place.Level;
import city.xueliang.domain.place.Place;
import city.xueliang.domain.place.Registry;
import city.xueliang.feeds.simulate.city.CityOptions;
import city.xueliang.feeds.simulate.city.SimulatedCity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CartogramTest {
  private static final String CITY = "630100";

  @ParameterizedTest
  @ValueSource(doubles = {0.02, 0.3, 1})
  void eachGridHasAHexagonOfItsOwn(double scale) {
    CityPlaces places = city(scale, 1);

    Map<String, Hexagon> hexagons = cartogram(places);

    assertThat(hexagons.keySet())
        .isEqualTo(
            places.all().stream()
                .filter(place -> place.level() == Level.GRID)
                .map(Place::code)
                .collect(Collectors.toSet()));
    assertThat(new HashSet<>(hexagons.values())).hasSameSizeAs(hexagons.keySet());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whatLiesInOnePlaceLiesTogether(long seed) {
    CityPlaces places = city(0.5, seed);
    Map<String, Hexagon> hexagons = cartogram(places);

    List<Branch> all = branches(root(places)).toList();
    List<Branch> torn = all.stream().filter(branch -> pieces(branch, hexagons) > 1).toList();

    assertThat(torn).hasSizeLessThan(all.size() / 20);
    assertThat(torn).allMatch(branch -> branch.leaves() < 5);
  }

  @Test
  void theSamePlacesGiveTheSameCartogram() {
    List<Place> places = new ArrayList<>(registry(0.1, 1).places());
    Map<String, Hexagon> first = cartogram(new CityPlaces(1, places));
    Collections.shuffle(places, new Random(1));

    assertThat(cartogram(new CityPlaces(2, places))).isEqualTo(first);
  }

  @Test
  void oneMoreGridLeavesTheOthersAboutWhereTheyWere() {
    List<Place> places = new ArrayList<>(registry(0.5, 1).places());
    Map<String, Hexagon> before = cartogram(new CityPlaces(1, places));
    Place grid = places.stream().filter(place -> place.level() == Level.GRID).findFirst().get();
    places.add(like(grid, grid.parent() + "998"));
    Map<String, Hexagon> after = cartogram(new CityPlaces(2, places));

    double[] moves =
        before.keySet().stream()
            .mapToDouble(code -> apart(before.get(code), after.get(code)))
            .sorted()
            .toArray();
    assertThat(moves[moves.length / 2]).isZero();
    assertThat(moves[moves.length - 1]).isLessThan(4);
  }

  @Test
  void placesLieToEachOtherAsOnAMap() {
    CityPlaces places = city(1, 1);
    Map<String, Hexagon> hexagons = cartogram(places);
    Hexagon.Point west = middle("630123", hexagons);
    Hexagon.Point north = middle("630121", hexagons);
    Hexagon.Point east = middle("630102", hexagons);
    Hexagon.Point south = middle("630106", hexagons);

    assertThat(west.x()).isLessThan(north.x());
    assertThat(north.x()).isLessThan(east.x());
    assertThat(north.y()).isLessThan(west.y()).isLessThan(south.y());
  }

  @Test
  void placesOfUnknownCentresAreLaidOut() {
    List<Place> places =
        registry(0.1, 1).places().stream().map(CartogramTest::withoutCentre).toList();
    CityPlaces city = new CityPlaces(1, places);

    Map<String, Hexagon> hexagons = cartogram(city);

    assertThat(new HashSet<>(hexagons.values()))
        .hasSameSizeAs(hexagons.keySet())
        .hasSizeGreaterThan(300);
    assertThat(root(city).parts()).allMatch(district -> pieces(district, hexagons) == 1);
  }

  private static Registry registry(double scale, long seed) {
    return SimulatedCity.xining(new CityOptions(seed, scale, 500));
  }

  private static CityPlaces city(double scale, long seed) {
    return new CityPlaces(1, registry(scale, seed).places());
  }

  private static Branch root(CityPlaces places) {
    return Branch.of(places.find(CITY).orElseThrow(), places);
  }

  private static Map<String, Hexagon> cartogram(CityPlaces places) {
    return Cartogram.of(root(places));
  }

  private static Stream<Branch> branches(Branch branch) {
    return Stream.concat(
        Stream.of(branch), branch.parts().stream().flatMap(CartogramTest::branches));
  }

  private static int pieces(Branch branch, Map<String, Hexagon> hexagons) {
    Set<Hexagon> own =
        branch.smallest().map(leaf -> hexagons.get(leaf.code())).collect(Collectors.toSet());
    return Mending.pieces(own);
  }

  private static Hexagon.Point middle(String code, Map<String, Hexagon> hexagons) {
    return new Region(
            hexagons.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(code))
                .map(Map.Entry::getValue)
                .toList())
        .middle()
        .middle();
  }

  /** Widths of a hexagon. */
  private static double apart(Hexagon one, Hexagon other) {
    double x = one.middle().x() - other.middle().x();
    double y = one.middle().y() - other.middle().y();
    return Math.hypot(x, y) / (2 * Hexagon.ACROSS);
  }

  private static Place like(Place place, String code) {
    return copy(place, code, place.centre());
  }

  private static Place withoutCentre(Place place) {
    return copy(place, place.code(), null);
  }

  private static Place copy(Place place, String code, Place.Coordinate centre) {
    return new Place(
        code,
        place.level(),
        place.parent(),
        place.nameZh(),
        place.nameEn(),
        place.gridKind(),
        centre,
        place.areaSquareMetres(),
        place.outline(),
        place.grids(),
        place.validity());
  }
}
