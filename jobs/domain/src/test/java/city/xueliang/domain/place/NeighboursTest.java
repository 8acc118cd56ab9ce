package city.xueliang.domain.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class NeighboursTest {
  /** Degrees of latitude and, at the equator, of longitude. */
  private static final double METRE = 1 / 111_195.0;

  @Test
  void outlinesThatTouchAreBesideEachOther() {
    Neighbours all = Neighbours.of(List.of(square(1, 0, 100), square(2, 100, 100)));

    assertThat(all.of(code(1))).containsExactly(code(2));
    assertThat(all.of(code(2))).containsExactly(code(1));
  }

  @Test
  void outlinesWithinTheToleranceAreBesideEachOther() {
    Neighbours all =
        Neighbours.of(List.of(square(1, 0, 100), square(2, 129, 100), square(3, 260, 100)));

    assertThat(all.of(code(2))).containsExactly(code(1));
    assertThat(all.of(code(3))).isEmpty();
  }

  @Test
  void theToleranceCanBeChosen() {
    Neighbours all = new Neighbours(0);
    all.put(square(1, 0, 100));
    all.put(square(2, 101, 100));

    assertThat(all.of(code(1))).isEmpty();
  }

  @Test
  void aGridWithinAnotherIsBesideIt() {
    Neighbours all = Neighbours.of(List.of(square(1, 0, 1_000), square(2, 400, 100)));

    assertThat(all.of(code(1))).containsExactly(code(2));
  }

  @Test
  void circlesWithinAQuarterMoreThanTheirRadiiAreBesideEachOther() {
    Neighbours all =
        Neighbours.of(List.of(circle(1, 0, 100), circle(2, 249, 100), circle(3, 500, 100)));

    assertThat(all.of(code(1))).containsExactly(code(2));
    assertThat(all.of(code(3))).isEmpty();
  }

  @Test
  void aCircleMayBeBesideAnOutline() {
    Neighbours all = Neighbours.of(List.of(square(1, 0, 100), circle(2, 250, 100)));

    assertThat(all.of(code(1))).containsExactly(code(2));
  }

  @Test
  void aGridOfUnknownPlaceHasNoNeighbours() {
    Place unknown = TestingPlace.grid().code(code(2)).build();
    Neighbours all = Neighbours.of(List.of(circle(1, 0, 100), unknown));

    assertThat(all.of(code(1))).isEmpty();
    assertThat(all.of(code(2))).isEmpty();
    assertThat(all.of(code(3))).isEmpty();
  }

  @Test
  void onlyGridsAreNeighbours() {
    Place community = TestingPlace.community().centre(0, 0).area(1e6).build();

    assertThat(Neighbours.of(List.of(circle(1, 0, 100), community)).of(code(1))).isEmpty();
  }

  @Test
  void neighboursAreThoseOfTheLatestPlaces() {
    Neighbours all = Neighbours.of(List.of(circle(1, 0, 100), circle(2, 1_000, 100)));
    assertThat(all.of(code(1))).isEmpty();

    all.put(circle(2, 200, 100));
    assertThat(all.of(code(1))).containsExactly(code(2));

    all.remove(code(2));
    assertThat(all.of(code(1))).isEmpty();
  }

  @Test
  void neighboursComeInTheOrderOfTheirCodes() {
    Neighbours all =
        Neighbours.of(List.of(circle(3, 0, 100), circle(1, 100, 100), circle(2, -100, 100)));

    assertThat(all.of(code(3))).containsExactly(code(1), code(2));
  }

  @Property(tries = 100)
  void bothSidesAgree(
      @ForAll @Size(max = 20) List<@DoubleRange(min = 0, max = 3_000) Double> starts) {
    List<Place> places = new ArrayList<>();
    for (double start : starts) {
      int number = places.size() + 1;
      places.add(number % 2 == 0 ? square(number, start, 150) : circle(number, start, 80));
    }
    Neighbours all = Neighbours.of(places);

    for (Place place : places) {
      for (String other : all.of(place.code())) {
        assertThat(all.of(other)).contains(place.code());
      }
    }
  }

  private static String code(int number) {
    return "630105002001%03d".formatted(number);
  }

  /** One on the equator that starts so many metres to the east. */
  private static Place square(int number, double start, double side) {
    double west = start * METRE;
    double east = (start + side) * METRE;
    double north = side * METRE;
    return TestingPlace.grid()
        .code(code(number))
        .ring(west, 0, east, 0, east, north, west, north, west, 0)
        .build();
  }

  private static Place circle(int number, double centre, double radius) {
    return TestingPlace.grid()
        .code(code(number))
        .centre(centre * METRE, 0)
        .area(Math.PI * radius * radius)
        .build();
  }
}
