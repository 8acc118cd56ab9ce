package city.xueliang.feeds.simulate.signal;

import static city.xueliang.feeds.simulate.signal.DayCurve.FLAT;
import static city.xueliang.feeds.simulate.signal.DayCurve.FOOTFALL;
import static city.xueliang.feeds.simulate.signal.DayCurve.HOUSEHOLD;
import static city.xueliang.feeds.simulate.signal.DayCurve.SUN;
import static city.xueliang.feeds.simulate.signal.DayCurve.TRAFFIC;

import city.xueliang.domain.observation.Measure;
import city.xueliang.feeds.simulate.chance.Randomness;
import java.util.EnumMap;
import java.util.Map;

/**
 * What sensors read when nothing is wrong: a level of each sensor's own, the rhythm of day and
 * week, a slow drift and noise. Depends on sensor and time only.
 */
public final class SensorSignal {
  private static final long DRIFT_STEP = 1_800_000;
  private static final long DOOR_STEP = 60_000;
  private static final double OPEN_AT_BUSIEST = 0.2;

  private static final Map<Measure, Profile> PROFILES = profiles();

  private final long seed;
  private final CityCalendar calendar;

  public SensorSignal(long seed, CityCalendar calendar) {
    this.seed = seed;
    this.calendar = calendar;
  }

  /**
   * In the unit of the measure.
   *
   * @param spread how far levels of two sensors lie from the base
   * @param swing what the curve adds at its greatest
   */
  private record Profile(
      double base,
      double spread,
      DayCurve curve,
      double swing,
      double drift,
      double noise,
      double least,
      double greatest) {}

  /** The reading, with two decimals. */
  public double value(int sensor, Measure quantity, long epochMillis) {
    long own = Randomness.hash(seed, sensor);
    if (quantity == Measure.DOOR_OPEN) {
      return isOpen(own, epochMillis) ? 1 : 0;
    }
    Profile profile = PROFILES.get(quantity);
    double value =
        profile.base
            + profile.spread * around(Randomness.unit(own, 0))
            + profile.swing * profile.curve.at(epochMillis, calendar)
            + profile.drift * drift(own, epochMillis)
            + profile.noise * around(Randomness.unit(own, epochMillis));
    return Math.rint(Math.min(profile.greatest, Math.max(profile.least, value)) * 100) / 100;
  }

  private boolean isOpen(long own, long epochMillis) {
    double share = OPEN_AT_BUSIEST * FOOTFALL.at(epochMillis, calendar);
    return Randomness.unit(own, Math.floorDiv(epochMillis, DOOR_STEP)) < share;
  }

  /** A line from one chance height to the next, -1 to 1. */
  private static double drift(long own, long epochMillis) {
    long step = Math.floorDiv(epochMillis, DRIFT_STEP);
    double share = (double) Math.floorMod(epochMillis, DRIFT_STEP) / DRIFT_STEP;
    double from = around(Randomness.unit(own, ~step));
    double to = around(Randomness.unit(own, ~(step + 1)));
    return from + (to - from) * share;
  }

  private static double around(double unit) {
    return 2 * unit - 1;
  }

  private static Map<Measure, Profile> profiles() {
    Map<Measure, Profile> all = new EnumMap<>(Measure.class);
    all.put(Measure.GAS_LEL_PERCENT, new Profile(1.5, 1, HOUSEHOLD, 1, 0.5, 0.4, 0, 6));
    all.put(Measure.CARBON_MONOXIDE_PPM, new Profile(3, 1.5, TRAFFIC, 5, 1, 0.8, 0, 18));
    all.put(
        Measure.SMOKE_OBSCURATION_PERCENT_PER_M,
        new Profile(0.25, 0.15, HOUSEHOLD, 0.4, 0.1, 0.1, 0, 1.5));
    all.put(Measure.TEMPERATURE_CELSIUS, new Profile(17, 4, SUN, 6, 1.5, 0.3, 5, 35));
    all.put(Measure.WATER_DEPTH_MM, new Profile(14, 8, FLAT, 0, 5, 1.5, 0, 60));
    all.put(Measure.WATER_PRESSURE_KPA, new Profile(330, 35, HOUSEHOLD, -55, 8, 4, 200, 420));
    all.put(Measure.RESIDUAL_CURRENT_MA, new Profile(70, 45, HOUSEHOLD, 45, 12, 6, 0, 220));
    all.put(Measure.PM2_5_UG_M3, new Profile(32, 10, TRAFFIC, 22, 14, 4, 3, 140));
    all.put(Measure.NOISE_DBA, new Profile(43, 5, FOOTFALL, 20, 2, 4, 28, 80));
    all.put(Measure.OCCUPANCY_PERCENT, new Profile(6, 4, TRAFFIC, 42, 5, 6, 0, 85));
    all.put(Measure.SPEED_KPH, new Profile(54, 8, TRAFFIC, -24, 3, 5, 8, 80));
    all.put(Measure.TILT_DEGREE, new Profile(0, 1.5, FLAT, 0, 0.08, 0.04, -4, 4));
    all.put(Measure.BATTERY_PERCENT, new Profile(72, 24, FLAT, 0, 1.5, 0.3, 30, 100));
    return all;
  }
}
