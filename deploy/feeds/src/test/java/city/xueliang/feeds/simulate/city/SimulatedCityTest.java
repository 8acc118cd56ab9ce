package city.xueliang.feeds.simulate.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.xueliang.domain.place.Device;
import city.xueliang.domain.place.GridKind;
import city.xueliang.domain.place.Level;
import city.xueliang.domain.place.ModelClass;
import city.xueliang.domain.place.Origin;
import city.xueliang.domain.place.Place;
import city.xueliang.domain.place.Registry;
import city.xueliang.domain.place.RegistryCheck;
import city.xueliang.domain.place.Sourced;
import city.xueliang.domain.text.Problem;
import city.xueliang.feeds.simulate.option.WrongOptionException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatedCityTest {
  private static final Origin ORIGIN = new Origin("simulated", 1, "");
  private static final CityOptions FULL = new CityOptions(1, 1, 2_000);
  private static final Registry XINING = SimulatedCity.xining(FULL);

  @Test
  void hasThePlacesOfXining() {
    assertThat(count(XINING, Level.CITY)).isEqualTo(1);
    assertThat(count(XINING, Level.DISTRICT)).isEqualTo(7);
    assertThat(count(XINING, Level.STREET)).isEqualTo(84);
    assertThat(count(XINING, Level.COMMUNITY)).isEqualTo(1_090);
    assertThat(count(XINING, GridKind.GENERAL)).isEqualTo(2_673);
    assertThat(count(XINING, GridKind.DEDICATED)).isEqualTo(503);
    assertThat(count(XINING, Level.ZONE)).isEqualTo(8);
  }

  @Test
  void hasTheDevicesOfXining() {
    assertThat(count(XINING, ModelClass.CAMERA)).isEqualTo(20_000);
    assertThat(count(XINING, ModelClass.SENSOR)).isEqualTo(60_000);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.001, 0.01, 0.1, 1, 2})
  void passesTheChecksOfARegistry(double scale) {
    assertThat(problems(SimulatedCity.xining(new CityOptions(1, scale, 500)))).isEmpty();
  }

  @Test
  void theSmallestCityStillHasAFewOfEverything() {
    Registry city = SimulatedCity.xining(new CityOptions(1, 0.001, 100));
    assertThat(count(city, Level.DISTRICT)).isEqualTo(7);
    assertThat(count(city, Level.STREET)).isEqualTo(14);
    assertThat(count(city, GridKind.DEDICATED)).isEqualTo(7);
    assertThat(count(city, Level.ZONE)).isEqualTo(8);
    assertThat(city.devices()).hasSizeBetween(100, 500);
  }

  @Test
  void sameSeedGivesTheSameCity() {
    assertThat(SimulatedCity.xining(FULL)).isEqualTo(XINING);
  }

  @Test
  void anotherSeedGivesAnotherCity() {
    assertThat(SimulatedCity.xining(new CityOptions(2, 1, 2_000))).isNotEqualTo(XINING);
  }

  @Test
  void everyPlaceHasTwoNamesACentreNearXiningAndAnArea() {
    assertThat(XINING.places())
        .allSatisfy(
            place -> {
              assertThat(place.nameZh()).isNotBlank();
              assertThat(place.nameEn()).isNotBlank();
              assertThat(place.centre().longitude()).isBetween(101.0, 102.2);
              assertThat(place.centre().latitude()).isBetween(36.2, 37.2);
              assertThat(place.areaSquareMetres()).isPositive();
            });
  }

  @Test
  void noSwitchHasMoreThanFiftyDevices() {
    Map<String, Long> sizes =
        XINING.devices().stream()
            .collect(Collectors.groupingBy(Device::segment, Collectors.counting()));
    assertThat(sizes.values()).allSatisfy(size -> assertThat(size).isBetween(1L, 50L));
    assertThat(sizes).hasSizeBetween(1_600, 1_610);
  }

  @Test
  void reportIntervalsLeaveTimeForEveryDevicesTurn() {
    Registry slow = SimulatedCity.xining(new CityOptions(1, 1, 500));
    assertThat(slow.devices())
        .allSatisfy(
            device -> assertThat(device.reportIntervalSeconds()).isGreaterThan(80_000 / 500));
  }

  @Test
  void dividesGivenCommunitiesIntoGridsAndGivesThemDevices() {
    List<Place> withoutGrids =
        XINING.places().stream()
            .filter(place -> place.level() != Level.GRID && place.level() != Level.ZONE)
            .toList();
    Registry completed = SimulatedCity.completing(new Registry(withoutGrids, List.of()), FULL);
    assertThat(problems(completed)).isEmpty();
    assertThat(completed.places()).containsAll(withoutGrids);
    assertThat(count(completed, Level.GRID)).isEqualTo(3_176);
    assertThat(completed.devices()).hasSize(80_000);
  }

  @Test
  void putsDevicesIntoGivenGrids() {
    Registry completed = SimulatedCity.completing(new Registry(XINING.places(), List.of()), FULL);
    assertThat(completed.places()).isEqualTo(XINING.places());
    assertThat(completed.devices()).hasSize(80_000);
  }

  @Test
  void leavesGivenDevicesAlone() {
    List<Device> few = XINING.devices().subList(0, 3);
    Registry given = new Registry(XINING.places(), few);
    assertThat(SimulatedCity.completing(given, FULL)).isEqualTo(given);
  }

  @Test
  void refusesPlacesIntoWhichNothingCanBePut() {
    Registry cityOnly = new Registry(XINING.places().subList(0, 1), List.of());
    assertThatThrownBy(() -> SimulatedCity.completing(cityOnly, FULL))
        .isInstanceOf(WrongOptionException.class)
        .hasMessageContaining("neither a grid nor a community");
  }

  @Test
  void refusesAScaleOutOfRange() {
    assertThatThrownBy(() -> SimulatedCity.xining(new CityOptions(1, 0, 500)))
        .isInstanceOf(WrongOptionException.class)
        .hasMessageContaining("0.001 to 20");
  }

  private static long count(Registry city, Level level) {
    return city.places().stream().filter(place -> place.level() == level).count();
  }

  private static long count(Registry city, GridKind kind) {
    return city.places().stream().filter(place -> place.gridKind() == kind).count();
  }

  private static long count(Registry city, ModelClass modelClass) {
    return city.devices().stream().filter(device -> device.modelClass() == modelClass).count();
  }

  private static List<Problem> problems(Registry city) {
    return RegistryCheck.problems(
        city.places().stream().map(place -> new Sourced<>(ORIGIN, place)).toList(),
        city.devices().stream().map(device -> new Sourced<>(ORIGIN, device)).toList());
  }
}
