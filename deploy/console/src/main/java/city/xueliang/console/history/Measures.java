package city.xueliang.console.history;

import city.xueliang.console.history.Measured.Group;
import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.place.ModelClass;
import city.xueliang.domain.tally.Window;
import city.xueliang.store.layout.FieldType;
import city.xueliang.store.reading.Metric;
import city.xueliang.store.reading.Statistic;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** All that history can be asked for. */
final class Measures {
  /** Fields that are counted in another unit than the measure's values. */
  private static final Map<String, String> UNITS = units();

  /** What an observation says; without one there is nothing to say. */
  private static final Set<String> OBSERVED =
      Set.of("count_sum", "count_max", "mean", "min", "max", "p50", "p95", "p99");

  /** A share of what did not happen. */
  private static final String SHARE_OF_ALARMS = "worst_ten_percent";

  // After what it is made of.
  static final List<Measured> ALL = all();

  private Measures() {}

  static Optional<Measured> find(String id) {
    return ALL.stream().filter(measure -> measure.id().equals(id)).findFirst();
  }

  private static List<Measured> all() {
    Stream<Measured> observed = Arrays.stream(Measure.values()).map(Measures::observed);
    Stream<Measured> others =
        Stream.of(
            other(Group.COVERAGE, Metric.COVERAGE, List.of(Window.values())),
            other(Group.ALERTS, Metric.ALERTS, List.of(Window.values())),
            other(Group.ALARM_HEALTH, Metric.ALARM_HEALTH, List.of(Window.HOUR, Window.DAY)));
    return Stream.concat(observed, others).toList();
  }

  private static Measured observed(Measure measure) {
    Metric metric = Metric.of(measure);
    Group group = measure.sender() == ModelClass.CAMERA ? Group.CAMERA : Group.SENSOR;
    boolean hasUnit = measure.isValued() && measure != Measure.DOOR_OPEN;
    String unit = hasUnit ? measure.name() : null;
    List<Field> fields =
        metric.measurement().fields().stream()
            .filter(field -> field.type() != FieldType.BOOLEAN)
            .map(field -> field(field.name(), unit, metric))
            .filter(field -> measure.isValued() || !OBSERVED.contains(field.name()))
            .toList();
    return new Measured(measure.name(), group, unit, fields, List.of(Window.values()), metric);
  }

  private static Measured other(Group group, Metric metric, List<Window> windows) {
    List<Field> fields =
        metric.measurement().fields().stream()
            .filter(field -> field.type() != FieldType.BOOLEAN)
            // The seconds of all rules together are not known.
            .filter(field -> group != Group.ALERTS || field.type() == FieldType.INTEGER)
            .map(field -> field(field.name(), null, metric))
            .toList();
    return new Measured(group.name(), group, null, fields, windows, metric);
  }

  private static Field field(String name, String unit, Metric metric) {
    boolean isOfAnObservation = OBSERVED.contains(name);
    return new Field(
        name,
        isOfAnObservation ? unit : UNITS.get(name),
        Statistic.allowedFor(metric).contains(Statistic.sum(name)),
        !isOfAnObservation && !name.equals(SHARE_OF_ALARMS));
  }

  private static Map<String, String> units() {
    Map<String, String> units = new HashMap<>();
    Map.of(
            "events", List.of("events"),
            "readings", List.of("readings"),
            "devices",
                List.of(
                    "devices",
                    "expected",
                    "heard",
                    "never_reported",
                    "silent",
                    "frozen",
                    "clock_wrong"),
            "percent", List.of("percent", "flood_percent", "worst_ten_percent"),
            "seconds", List.of("longest_silence_s"),
            "minutes", List.of("flood_minutes"),
            "alerts",
                List.of(
                    "opened",
                    "closed",
                    "cleared",
                    "false_alarms",
                    "open",
                    "escalated",
                    "alarms",
                    "rate_10min",
                    "peak_10min",
                    "stale",
                    "red",
                    "orange",
                    "yellow",
                    "blue",
                    "re_alarms"))
        .forEach((unit, fields) -> fields.forEach(field -> units.put(field, unit)));
    return units;
  }
}
