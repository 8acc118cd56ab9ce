package city.xueliang.feeds.simulate.incident;

import static city.xueliang.domain.observation.Measure.CROWD_COUNT;
import static city.xueliang.domain.observation.Measure.FLAME;
import static city.xueliang.domain.observation.Measure.GAS_LEL_PERCENT;
import static city.xueliang.domain.observation.Measure.SMOKE;
import static city.xueliang.domain.observation.Measure.SMOKE_OBSCURATION_PERCENT_PER_M;
import static city.xueliang.domain.observation.Measure.TEMPERATURE_CELSIUS;
import static city.xueliang.domain.observation.Measure.WATERLOGGING;
import static city.xueliang.domain.observation.Measure.WATER_DEPTH_MM;

import city.xueliang.domain.observation.Measure;
import city.xueliang.feeds.simulate.chance.Randomness;
import city.xueliang.feeds.simulate.city.DeviceTable;
import java.util.List;

/** How each kind of incident unfolds at a site. */
final class Scenarios {
  private static final double MINUTE = 60;
  private static final int SENSORS_OF_A_LEAK = 3;
  private static final double ROUNDS_OF_SILENCE = 4;

  private final DeviceTable devices;
  private final Randomness random;
  private final double turnSeconds;

  /**
   * @param turnSeconds in which every device has its turn once: a shorter silence shows nothing
   */
  Scenarios(DeviceTable devices, Randomness random, double turnSeconds) {
    this.devices = devices;
    this.random = random;
    this.turnSeconds = turnSeconds;
  }

  Scenario write(IncidentKind kind, List<Integer> site, long begin) {
    return switch (kind) {
      case GAS_LEAK -> gasLeak(site, begin, random.between(2 * MINUTE, 12 * MINUTE));
      case FIRE -> fire(site, begin);
      case FLOODED_UNDERPASS -> flood(site, begin);
      case CROWD_CRUSH -> crush(site, begin);
      case DEAD_SWITCH -> deadSwitch(site, begin);
      case EBIKE_IN_LIFT ->
          seen(kind, Measure.EBIKE_IN_LIFT, site, 1, begin, random.between(30, MINUTE * 2), 8);
      case FIRE_LANE_BLOCKED ->
          seen(
              kind,
              Measure.FIRE_LANE_BLOCKED,
              site,
              1,
              begin,
              random.between(5 * MINUTE, 30 * MINUTE),
              15);
      case PERIMETER_BREACH ->
          seen(kind, Measure.PERIMETER_BREACH, site, 2, begin, random.between(30, MINUTE * 3), 2);
    };
  }

  /** Two or three sensors, each a little later and weaker than the one before. */
  Scenario gasLeak(List<Integer> site, long begin, double seconds) {
    Scenario scenario = new Scenario(devices, IncidentKind.GAS_LEAK, begin, seconds);
    double peak = random.between(60, 75.0);
    for (int i = 0; i < Math.min(SENSORS_OF_A_LEAK, site.size()); i++) {
      double lag = i * seconds * 0.04;
      Course course =
          Course.of(
              lag,
              2,
              lag + seconds * 0.35,
              peak * (1 - 0.1 * i),
              lag + seconds * 0.5,
              peak * (1 - 0.1 * i),
              seconds * 0.75,
              6,
              seconds * 0.85,
              2);
      scenario.shows(site.get(i), GAS_LEL_PERCENT, course, 0, 1);
    }
    return scenario;
  }

  private Scenario fire(List<Integer> site, long begin) {
    double seconds = random.between(3 * MINUTE, 20 * MINUTE);
    Scenario scenario = new Scenario(devices, IncidentKind.FIRE, begin, seconds);
    double heat = random.between(90.0, 400.0);
    Course smoke = Course.of(0, 0.5, 30, 18, seconds * 0.6, 35, seconds * 0.9, 0.5);
    Course temperature = Course.of(0, 22, 40, 65, seconds * 0.5, heat, seconds * 0.95, 30);
    for (int device : site) {
      if (devices.isCamera(device)) {
        scenario.shows(device, SMOKE, Course.NO_VALUE, 8, 3);
        scenario.shows(device, FLAME, Course.NO_VALUE, 25, 3);
      } else if (devices.quantity(device) == SMOKE_OBSCURATION_PERCENT_PER_M) {
        scenario.shows(device, SMOKE_OBSCURATION_PERCENT_PER_M, smoke, 0, 1);
      } else {
        scenario.shows(device, TEMPERATURE_CELSIUS, temperature, 0, 1);
      }
    }
    return scenario;
  }

  private Scenario flood(List<Integer> site, long begin) {
    double seconds = random.between(10 * MINUTE, 60 * MINUTE);
    Scenario scenario = new Scenario(devices, IncidentKind.FLOODED_UNDERPASS, begin, seconds);
    double peak = random.between(350.0, 900.0);
    Course depth = Course.of(0, 15, seconds * 0.3, peak, seconds * 0.6, peak, seconds * 0.95, 15);
    for (int device : site) {
      if (devices.isCamera(device)) {
        scenario.shows(device, WATERLOGGING, Course.NO_VALUE, seconds * 0.1, 10);
      } else {
        scenario.shows(device, WATER_DEPTH_MM, depth, 0, 1);
      }
    }
    return scenario;
  }

  private Scenario crush(List<Integer> site, long begin) {
    double seconds = random.between(10 * MINUTE, 45 * MINUTE);
    Scenario scenario = new Scenario(devices, IncidentKind.CROWD_CRUSH, begin, seconds);
    for (int camera : site) {
      double peak = Math.rint(random.between(700.0, 1_500.0));
      Course crowd = Course.of(0, 90, seconds * 0.3, peak, seconds * 0.6, peak, seconds * 0.95, 90);
      scenario.shows(camera, CROWD_COUNT, crowd, 0, 2);
    }
    return scenario;
  }

  private Scenario deadSwitch(List<Integer> site, long begin) {
    double least = Math.max(4 * MINUTE, ROUNDS_OF_SILENCE * turnSeconds);
    Scenario scenario =
        new Scenario(devices, IncidentKind.DEAD_SWITCH, begin, random.between(least, 3 * least));
    scenario.silences(site);
    return scenario;
  }

  private Scenario seen(
      IncidentKind kind,
      Measure measure,
      List<Integer> cameras,
      int most,
      long begin,
      double seconds,
      double every) {
    Scenario scenario = new Scenario(devices, kind, begin, seconds);
    cameras.stream()
        .limit(most)
        .forEach(camera -> scenario.shows(camera, measure, Course.NO_VALUE, 0, every));
    return scenario;
  }
}
