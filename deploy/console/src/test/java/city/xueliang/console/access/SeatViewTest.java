package city.xueliang.console.access;

import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.console.city.CityPlaces;
import city.xueliang.domain.place.Level;
import city.xueliang.domain.place.Place;
import city.xueliang.domain.place.Place.Validity;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SeatViewTest {
  private static final String GRID = "630105001001001";
  private static final String NEXT_GRID = "630105001001002";
  private static final String FAR_GRID = "630104002003001";
  private static final CityPlaces TOWN =
      new CityPlaces(
          1,
          List.of(
              grid(GRID),
              grid(NEXT_GRID),
              grid(FAR_GRID),
              zone("fair", GRID, NEXT_GRID),
              zone("belt", GRID, FAR_GRID)));

  @Test
  void aSeatSeesWhatLiesInItsPlaces() {
    SeatView view = viewOf("630105");

    assertThat(view.sees("630105")).isTrue();
    assertThat(view.sees("630105001")).isTrue();
    assertThat(view.sees(GRID)).isTrue();
  }

  @Test
  void aSeatSeesNeitherAnotherDistrictNorTheCity() {
    SeatView view = viewOf("630105");

    assertThat(view.sees("630104")).isFalse();
    assertThat(view.sees(FAR_GRID)).isFalse();
    assertThat(view.sees("630100")).isFalse();
  }

  @Test
  void theCitysSeatSeesEveryDistrictOfItAndNoOtherCitys() {
    SeatView view = viewOf("630100");

    assertThat(view.sees("630104")).isTrue();
    assertThat(view.sees(FAR_GRID)).isTrue();
    assertThat(view.sees("630202")).isFalse();
  }

  @Test
  void aPlaceThatTheRegistryLacksIsSeenByItsCode() {
    assertThat(viewOf("630105").sees("630105009009009")).isTrue();
  }

  @Test
  void aZoneIsSeenWhereAllOfItIs() {
    SeatView view = viewOf("630105");

    assertThat(view.sees("fair")).isTrue();
    assertThat(view.sees("belt")).isFalse();
    assertThat(view.sees("no-such-zone")).isFalse();
  }

  @Test
  void aZonesSeatSeesItsGridsAndNotThePlacesAroundThem() {
    SeatView view = viewOf("belt");

    assertThat(view.sees("belt")).isTrue();
    assertThat(view.sees(GRID)).isTrue();
    assertThat(view.sees(FAR_GRID)).isTrue();
    assertThat(view.sees(NEXT_GRID)).isFalse();
    assertThat(view.sees("630105")).isFalse();
    assertThat(view.sees("belt-way")).isFalse();
  }

  private static SeatView viewOf(String place) {
    return new SeatView(new Seat("630105-dispatch-01", Role.VIEWER, Set.of(place)), TOWN);
  }

  private static Place grid(String code) {
    return place(code, Level.GRID, List.of());
  }

  private static Place zone(String code, String... grids) {
    return place(code, Level.ZONE, List.of(grids));
  }

  private static Place place(String code, Level level, List<String> grids) {
    return new Place(
        code, level, null, code, null, null, null, null, List.of(), grids, Validity.ALWAYS, null);
  }
}
