package city.xueliang.console.browser;

import city.xueliang.domain.place.Device;
import city.xueliang.domain.place.Level;
import city.xueliang.domain.place.ModelClass;
import city.xueliang.domain.place.Place;
import city.xueliang.domain.place.PlaceCodes;
import city.xueliang.domain.place.Registry;
import city.xueliang.feeds.simulate.city.CityOptions;
import city.xueliang.feeds.simulate.city.SimulatedCity;
import city.xueliang.schemas.Alert;
import city.xueliang.schemas.AlertState;
import city.xueliang.schemas.Colour;
import city.xueliang.schemas.CommandLevel;
import city.xueliang.schemas.Evidence;
import city.xueliang.schemas.PlaceLevel;
import city.xueliang.schemas.Quantity;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** The small city of the tests: Xining's districts, with few grids, and what happens in them. */
final class TestingCity {
  static final Registry REGISTRY = SimulatedCity.xining(new CityOptions(1, 0.02, 500));

  static final String CITY = "630100";
  static final String DISTRICT = "630105";
  static final String OTHER_DISTRICT = "630102";

  private static final double LIMIT = 25;

  private TestingCity() {}

  /** Places of a level that lie in the place of this code, by code. */
  static List<Place> within(String code, Level level) {
    return REGISTRY.places().stream()
        .filter(place -> place.level() == level && place.code().startsWith(code))
        .toList();
  }

  /** The first grid of a district. */
  static String grid(String district) {
    return within(district, Level.GRID).get(0).code();
  }

  static Place place(String code) {
    return REGISTRY.places().stream()
        .filter(place -> place.code().equals(code))
        .findFirst()
        .orElseThrow();
  }

  /** Revision 1 of gas at a sensor: open since just now, a minute left to acknowledge it. */
  static Alert.Builder gas(String name, String grid, Colour colour) {
    Instant now = Instant.now();
    String sensor = sensor(grid);
    Evidence reading =
        Evidence.newBuilder()
            .setDeviceId(sensor)
            .setQuantity(Quantity.GAS_LEL_PERCENT)
            .setValue(31.5)
            .setOccurredAt(now.minusSeconds(2))
            .build();
    return Alert.newBuilder()
        .setAlertId(id(name))
        .setRevision(1)
        .setRuleId("gas-first-stage")
        .setRuleVersion(1)
        .setColour(colour)
        .setState(AlertState.OPEN)
        .setConditionHolds(true)
        .setPlace(grid)
        .setLevel(PlaceLevel.GRID)
        .setDistrict(PlaceCodes.districtOf(grid))
        .setFirstOccurredAt(now.minusSeconds(2))
        .setLastOccurredAt(now.minusSeconds(2))
        .setOccurrences(1)
        .setLimit(LIMIT)
        .setEvidence(List.of(reading))
        .setDevices(List.of(sensor))
        .setOpenedAt(now)
        .setCommandLevel(CommandLevel.COMMUNITY)
        .setNextDeadlineAt(now.plusSeconds(60))
        .setChangedAt(now);
  }

  /** The id of the alert that a test calls so. */
  static String id(String name) {
    return String.format(Locale.ROOT, "%032x", name.hashCode() & 0xffffffffL);
  }

  private static String sensor(String grid) {
    return REGISTRY.devices().stream()
        .filter(device -> device.grid().equals(grid) && device.modelClass() == ModelClass.SENSOR)
        .map(Device::deviceId)
        .findFirst()
        .orElseThrow();
  }
}
