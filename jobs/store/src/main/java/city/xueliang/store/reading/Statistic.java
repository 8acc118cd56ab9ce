package city.xueliang.store.reading;

import city.xueliang.store.layout.Measurement;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A field taken together over several windows. Only what has a meaning can be asked for: quantiles
 * of windows do not give those of the whole, the most that were open of each rule not the most of
 * all, and devices that are heard in two windows would count twice in a sum.
 */
public record Statistic(Aggregate aggregate, String field) {
  private static final Map<Measurement, List<Statistic>> ALLOWED =
      Map.of(
          Measurement.CAMERA_EVENTS,
          List.of(sum("events"), max("events"), sum("count_sum"), max("count_max"), max("devices")),
          Measurement.SENSOR_READINGS,
          List.of(sum("readings"), mean("mean"), min("min"), max("max"), max("devices")),
          Measurement.COVERAGE,
          List.of(
              mean("percent"),
              min("percent"),
              max("longest_silence_s"),
              max("never_reported"),
              max("silent"),
              max("frozen"),
              max("clock_wrong")),
          Measurement.ALERTS,
          List.of(
              sum("opened"),
              sum("closed"),
              sum("cleared"),
              sum("false_alarms"),
              sum("escalated"),
              max("open")),
          Measurement.ALARM_HEALTH,
          List.of(
              sum("alarms"),
              mean("rate_10min"),
              max("peak_10min"),
              sum("flood_minutes"),
              mean("flood_percent"),
              max("stale"),
              sum("red"),
              sum("orange"),
              sum("yellow"),
              sum("blue"),
              sum("re_alarms"),
              max("open")));

  /** How values of several windows become one. */
  public enum Aggregate {
    SUM,
    /** Of readings each window's mean counts as often as it has readings. */
    MEAN,
    MIN,
    MAX
  }

  public static Statistic sum(String field) {
    return new Statistic(Aggregate.SUM, field);
  }

  public static Statistic mean(String field) {
    return new Statistic(Aggregate.MEAN, field);
  }

  public static Statistic min(String field) {
    return new Statistic(Aggregate.MIN, field);
  }

  public static Statistic max(String field) {
    return new Statistic(Aggregate.MAX, field);
  }

  /** Those that have a meaning for this metric. */
  public static List<Statistic> allowedFor(Metric metric) {
    List<Statistic> allowed = ALLOWED.get(metric.measurement());
    return metric.isSummed()
        ? allowed.stream().filter(each -> each.aggregate == Aggregate.SUM).toList()
        : allowed;
  }

  void requireAllowedFor(Metric metric) {
    List<Statistic> allowed = allowedFor(metric);
    if (!allowed.contains(this)) {
      throw new IllegalArgumentException(
          "%s of %s has no meaning over several windows; allowed: %s"
              .formatted(
                  this,
                  metric.measurement().table(),
                  allowed.stream().map(Statistic::toString).collect(Collectors.joining(", "))));
    }
  }

  /** As a query names it, such as {@code sum(events)}. */
  @Override
  public String toString() {
    String name =
        switch (aggregate) {
          case SUM -> "sum";
          case MEAN -> "mean";
          case MIN -> "min";
          case MAX -> "max";
        };
    return name + "(" + field + ")";
  }
}
