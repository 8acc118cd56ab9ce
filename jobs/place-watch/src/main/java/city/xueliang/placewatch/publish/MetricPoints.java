package city.xueliang.placewatch.publish;

import city.xueliang.domain.tally.PlaceMetric;
import city.xueliang.domain.tally.Tally;
import city.xueliang.domain.tally.Window;
import city.xueliang.store.layout.Measurement;
import com.influxdb.client.domain.WritePrecision;
import com.influxdb.client.write.Point;

/** Rows of the store. */
public final class MetricPoints {
  private MetricPoints() {}

  /**
   * The whole row of a metric, as {@link Measurement} lays it out.
   *
   * @param historySuffix as {@link Measurement#table(Window, String)} takes it
   */
  public static Point point(PlaceMetric metric, String historySuffix) {
    return switch (metric.measure().sender()) {
      case CAMERA ->
          events(row(Measurement.CAMERA_EVENTS, metric, historySuffix), metric, metric.tally());
      case SENSOR ->
          readings(row(Measurement.SENSOR_READINGS, metric, historySuffix), metric, metric.tally());
    };
  }

  private static Point events(Point row, PlaceMetric metric, Tally tally) {
    return row.addTag("kind", metric.measure().name())
        .addField("events", tally.count())
        .addField("devices", tally.devices(metric.window()))
        .addField("count_sum", Math.round(tally.sum()))
        .addField("count_max", Math.round(tally.greatest()));
  }

  private static Point readings(Point row, PlaceMetric metric, Tally tally) {
    return row.addTag("quantity", metric.measure().name())
        .addField("readings", tally.count())
        .addField("devices", tally.devices(metric.window()))
        .addField("mean", tally.mean())
        .addField("min", tally.least())
        .addField("max", tally.greatest())
        .addField("p50", tally.quantile(0.50))
        .addField("p95", tally.quantile(0.95))
        .addField("p99", tally.quantile(0.99));
  }

  private static Point row(Measurement measurement, PlaceMetric metric, String historySuffix) {
    return Point.measurement(measurement.table(metric.window(), historySuffix))
        .time(metric.windowStart(), WritePrecision.MS)
        .addTag("place", metric.place())
        .addTag("level", metric.level().name())
        .addTag("district", metric.district())
        .addTag("window", metric.window().name())
        .addField("complete", metric.complete());
  }
}
