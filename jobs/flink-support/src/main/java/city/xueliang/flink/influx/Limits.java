package city.xueliang.flink.influx;

/** Ranges of the sink's options. */
final class Limits {
  private Limits() {}

  static <V extends Comparable<V>> void within(String option, V value, V least, V most) {
    if (value == null || value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      throw new IllegalArgumentException(
          "InfluxDB sink option %s is %s; allowed: %s to %s".formatted(option, value, least, most));
    }
  }
}
