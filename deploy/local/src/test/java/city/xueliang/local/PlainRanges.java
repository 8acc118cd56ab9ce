package city.xueliang.local;

import java.util.Map;
import java.util.Set;

/** The values that can be, written down a second time. */
final class PlainRanges {
  /** Kinds of camera events that have a value. */
  static final Set<String> COUNTS = Set.of("CROWD_COUNT", "VEHICLE_COUNT");

  private static final Map<String, Range> RANGES =
      Map.ofEntries(
          Map.entry("GAS_LEL_PERCENT", new Range(0, 100)),
          Map.entry("CARBON_MONOXIDE_PPM", new Range(0, 10_000)),
          Map.entry("SMOKE_OBSCURATION_PERCENT_PER_M", new Range(0, 100)),
          Map.entry("TEMPERATURE_CELSIUS", new Range(-100, 1_500)),
          Map.entry("WATER_DEPTH_MM", new Range(0, 20_000)),
          Map.entry("WATER_PRESSURE_KPA", new Range(0, 10_000)),
          Map.entry("RESIDUAL_CURRENT_MA", new Range(0, 100_000)),
          Map.entry("PM2_5_UG_M3", new Range(0, 10_000)),
          Map.entry("NOISE_DBA", new Range(0, 200)),
          Map.entry("OCCUPANCY_PERCENT", new Range(0, 100)),
          Map.entry("SPEED_KPH", new Range(0, 500)),
          Map.entry("TILT_DEGREE", new Range(-180, 180)),
          Map.entry("DOOR_OPEN", new Range(0, 1)),
          Map.entry("BATTERY_PERCENT", new Range(0, 100)));

  private static final Range OF_COUNTS = new Range(0, 1_000_000);

  private PlainRanges() {}

  private record Range(double least, double greatest) {}

  static boolean allow(String measure, double value) {
    Range range = RANGES.getOrDefault(measure, OF_COUNTS);
    return value >= range.least && value <= range.greatest;
  }
}
