package city.xueliang.store.reading;

import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.place.ModelClass;
import city.xueliang.domain.rule.Colour;
import city.xueliang.store.layout.Measurement;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What is asked for: events of a kind, readings of a quantity, coverage, alerts, or the load of
 * seats.
 *
 * @param measure the kind or the quantity; null for all others
 * @param ruleId of one rule's alerts; null for those of all rules and colours
 * @param colour of one rule's alerts; null for those of all rules and colours
 */
public record Metric(Measurement measurement, Measure measure, String ruleId, Colour colour) {
  // Before the metrics, which are checked against it.
  private static final List<Measurement> WITHOUT_MEASURE =
      List.of(Measurement.COVERAGE, Measurement.ALERTS, Measurement.ALARM_HEALTH);

  public static final Metric COVERAGE = new Metric(Measurement.COVERAGE, null);

  /**
   * Alerts of all rules and colours together: what can be added up, hence no quantiles. A ranking
   * counts a window once for each rule and colour that has a row in it.
   */
  public static final Metric ALERTS = new Metric(Measurement.ALERTS, null);

  /** Of the seat of each place; hours and days only. */
  public static final Metric ALARM_HEALTH = new Metric(Measurement.ALARM_HEALTH, null);

  /** Refuses what the store has no rows of. */
  public Metric {
    boolean isKnown =
        measure == null
            ? WITHOUT_MEASURE.stream().anyMatch(each -> each.equals(measurement))
            : Objects.equals(measurement, measurementOf(measure));
    if (!isKnown) {
      throw new IllegalArgumentException(
          "There are no rows of %s in %s; allowed: a kind of event in camera_events, a quantity in sensor_readings, no measure in coverage, alerts and alarm_health"
              .formatted(measure, measurement == null ? null : measurement.table()));
    }
    boolean isOfRule = ruleId != null && colour != null;
    boolean isOfNone = ruleId == null && colour == null;
    if (!isOfNone && !(isOfRule && measurement.equals(Measurement.ALERTS))) {
      throw new IllegalArgumentException(
          "The rule is '%s' and the colour %s in %s; allowed: both or none, and in alerts only"
              .formatted(ruleId, colour, measurement.table()));
    }
  }

  Metric(Measurement measurement, Measure measure) {
    this(measurement, measure, null, null);
  }

  /** Events of this kind, or readings of this quantity. */
  public static Metric of(Measure measure) {
    return new Metric(measurementOf(measure), measure);
  }

  /** The alerts that a rule raised with this colour. */
  public static Metric alerts(String ruleId, Colour colour) {
    return new Metric(Measurement.ALERTS, null, ruleId, colour);
  }

  /** The tags, but for place and window, that its rows have. */
  Map<String, String> tags() {
    if (ruleId != null) {
      return Map.of("rule", ruleId, "colour", colour.name());
    }
    return measure == null ? Map.of() : Map.of(measureTag(), measure.name());
  }

  /** The tags that tell rows of one window apart. */
  List<String> keys() {
    return isSummed() ? List.of("place", "rule", "colour") : List.of("place");
  }

  /** Whether one place has several rows in a window, which are added up. */
  boolean isSummed() {
    return measurement.equals(Measurement.ALERTS) && ruleId == null;
  }

  /** Name of the tag that holds the measure; only where there is one. */
  String measureTag() {
    return measure.sender() == ModelClass.CAMERA ? "kind" : "quantity";
  }

  private static Measurement measurementOf(Measure measure) {
    return switch (measure.sender()) {
      case CAMERA -> Measurement.CAMERA_EVENTS;
      case SENSOR -> Measurement.SENSOR_READINGS;
    };
  }
}
