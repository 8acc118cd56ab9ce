package city.xueliang.feeds.simulate.city;

import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.place.Device;
import city.xueliang.domain.place.GridKind;
import city.xueliang.domain.place.ModelClass;
import city.xueliang.domain.place.Place;
import city.xueliang.domain.place.PlaceCodes;
import city.xueliang.feeds.simulate.chance.Randomness;
import city.xueliang.feeds.simulate.option.WrongOptionException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts devices into grids and behind switches. */
final class DevicePlan {
  /** So that a grid can show a gas leak and a fire. */
  static final int LEAST_SENSORS = 4;

  private static final int DEVICES_BEHIND_A_SWITCH = 50;
  private static final int LAST_SERIAL = 999_999;

  /** These change slowly: their sensors need not be heard as often. */
  private static final Set<Measure> SLOW =
      EnumSet.of(
          Measure.TILT_DEGREE,
          Measure.DOOR_OPEN,
          Measure.BATTERY_PERCENT,
          Measure.WATER_PRESSURE_KPA);

  private static final int SLOW_FACTOR = 3;

  private final GridSurroundings surroundings;
  private final int interval;
  private final Map<String, Integer> serials = new HashMap<>();
  private final Map<String, Integer> inDistrict = new HashMap<>();
  private final List<Device> devices = new ArrayList<>();

  private DevicePlan(GridSurroundings surroundings, int interval) {
    this.surroundings = surroundings;
    this.interval = interval;
  }

  /**
   * @param places with their zones, by which the surroundings are known
   * @param cameras as many as grids or more
   * @param sensors {@link #LEAST_SENSORS} for each grid or more
   * @param interval seconds between two reports of a device
   */
  static List<Device> fill(
      List<Place> places, List<Place> grids, int cameras, int sensors, int interval, long seed) {
    DevicePlan plan = new DevicePlan(GridSurroundings.of(places), interval);
    Randomness random = Randomness.of(seed, "devices");
    int[] camerasOf = Shares.of(cameras, grids.size(), 1, grid -> weight(grids.get(grid)), random);
    int[] sensorsOf =
        Shares.of(sensors, grids.size(), LEAST_SENSORS, grid -> weight(grids.get(grid)), random);
    for (int i = 0; i < grids.size(); i++) {
      plan.fill(grids.get(i), camerasOf[i], sensorsOf[i]);
    }
    return plan.devices;
  }

  private static double weight(Place grid) {
    return grid.gridKind() == GridKind.DEDICATED ? 1.6 : 1;
  }

  private void fill(Place grid, int cameras, int sensors) {
    for (int i = 0; i < cameras; i++) {
      add(grid, ModelClass.CAMERA, "132", interval);
    }
    Surroundings around = surroundings.of(grid.code());
    for (int i = 0; i < sensors; i++) {
      boolean slow = SLOW.contains(around.quantity(i));
      add(grid, ModelClass.SENSOR, "134", slow ? interval * SLOW_FACTOR : interval);
    }
  }

  private void add(Place grid, ModelClass modelClass, String type, int reportInterval) {
    String district = PlaceCodes.districtOf(grid.code());
    String industry = grid.gridKind() == GridKind.DEDICATED ? "02" : "01";
    int serial = serials.merge(district + type, 1, Integer::sum);
    if (serial > LAST_SERIAL) {
      throw new WrongOptionException("devices-too-many", district, LAST_SERIAL, type);
    }
    int ordinal = inDistrict.merge(district, 1, Integer::sum) - 1;
    devices.add(
        Device.inService(
            "%s00%s%s0%06d".formatted(district, industry, type, serial),
            grid.code(),
            modelClass,
            reportInterval,
            "sw-%s-%04d".formatted(district, 1 + ordinal / DEVICES_BEHIND_A_SWITCH)));
  }
}
