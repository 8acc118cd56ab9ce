package city.xueliang.placewatch.publish;

import city.xueliang.domain.place.ModelClass;
import city.xueliang.domain.tally.PlaceMetric;
import city.xueliang.domain.tally.Tally;
import city.xueliang.flink.kafka.RecordBytes;
import city.xueliang.placewatch.intake.Measures;
import city.xueliang.schemas.PlaceLevel;
import city.xueliang.schemas.PlaceMetrics;
import city.xueliang.schemas.Window;
import java.time.Instant;

/** Records of {@code place-metrics}. */
public final class MetricRecords {
  private MetricRecords() {}

  public static RecordBytes<PlaceMetric> bytes() {
    return new AvroRecordBytes<>(PlaceMetrics.class, PlaceMetric::place, MetricRecords::record);
  }

  static PlaceMetrics record(PlaceMetric metric) {
    Tally tally = metric.tally();
    boolean isReading = metric.measure().sender() == ModelClass.SENSOR;
    boolean isValued = metric.measure().isValued();
    return PlaceMetrics.newBuilder()
        .setPlace(metric.place())
        .setLevel(PlaceLevel.valueOf(metric.level().name()))
        .setDistrict(metric.district())
        .setWindow(Window.valueOf(metric.window().name()))
        .setWindowStart(Instant.ofEpochMilli(metric.windowStart()))
        .setKind(Measures.kind(metric.measure()))
        .setQuantity(Measures.quantity(metric.measure()))
        .setCount(tally.count())
        .setDevices(tally.devices(metric.window()))
        .setSum(tally.sum())
        .setMin(isValued ? tally.least() : null)
        .setMax(isValued ? tally.greatest() : null)
        .setP50(isReading ? tally.quantile(0.50) : null)
        .setP95(isReading ? tally.quantile(0.95) : null)
        .setP99(isReading ? tally.quantile(0.99) : null)
        .setComplete(metric.complete())
        .build();
  }
}
