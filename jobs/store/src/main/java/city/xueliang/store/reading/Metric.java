package city.xueliang.store.reading;

import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.place.ModelClass;
import city.xueliang.store.layout.Measurement;
import java.util.Objects;

/**
 * What is asked for: events of a kind, readings of a quantity, or coverage.
 *
 * @param measure the kind or the quantity; null for coverage
 */
public record Metric(Measurement measurement, Measure measure) {
  public static final Metric COVERAGE = new Metric(Measurement.COVERAGE, null);

  /** Refuses what the store has no rows of. */
  public Metric {
    if (!Objects.equals(measurement, measurementOf(measure))) {
      throw new IllegalArgumentException(
          "There are no rows of %s in %s; allowed: a kind of event in camera_events, a quantity in sensor_readings, no measure in coverage"
              .formatted(measure, measurement == null ? null : measurement.table()));
    }
  }

  /** Events of this kind, or readings of this quantity. */
  public static Metric of(Measure measure) {
    return new Metric(measurementOf(measure), measure);
  }

  /** Name of the tag that holds the measure; only where there is one. */
  String measureTag() {
    return measure.sender() == ModelClass.CAMERA ? "kind" : "quantity";
  }

  private static Measurement measurementOf(Measure measure) {
    if (measure == null) {
      return Measurement.COVERAGE;
    }
    return switch (measure.sender()) {
      case CAMERA -> Measurement.CAMERA_EVENTS;
      case SENSOR -> Measurement.SENSOR_READINGS;
    };
  }
}
