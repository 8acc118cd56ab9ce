package city.xueliang.benchmark.sizing;

import city.xueliang.domain.tally.PlaceMetric;
import city.xueliang.domain.tally.Window;
import city.xueliang.flink.influx.HttpClientCustomizer;
import city.xueliang.flink.influx.InfluxDbSink;
import city.xueliang.flink.influx.InfluxDbTarget;
import city.xueliang.flink.influx.TokenSupplier;
import city.xueliang.placewatch.publish.MetricPoints;
import com.influxdb.client.domain.WritePrecision;
import java.util.Map;

/** A store of its own for one run; what was written is gone when it is closed. */
interface MeasuredStore extends AutoCloseable {
  String ORGANISATION = "xueliang";
  String MINUTES = "xueliang";
  String HISTORY = "xueliang_history";

  String url();

  /** As {@link city.xueliang.store.layout.Measurement#table} takes it. */
  String historySuffix();

  /** Last touch on the sink's HTTP client. */
  HttpClientCustomizer httpClient();

  /** Waits until everything written is where it stays; whether it came to that. */
  boolean settle() throws InterruptedException;

  /** Different sets of a measurement and its tags. */
  long series();

  Map<Window, Long> rows();

  /** Bytes on disk by bucket or table, once it has settled. */
  Map<String, Long> bytes() throws Exception;

  /** Bytes on disk of what finds the series, where it is not among those of the rows. */
  long indexBytes() throws Exception;

  @Override
  void close() throws Exception;

  /** The sink by which the job writes. */
  default InfluxDbSink<PlaceMetric> sink(String bucket, int batch) {
    String suffix = historySuffix();
    return InfluxDbSink.<PlaceMetric>builder()
        .target(
            new InfluxDbTarget(
                url(), ORGANISATION, bucket, WritePrecision.MS, TokenSupplier.none()))
        .points(metric -> MetricPoints.point(metric, suffix))
        .refusedPoints(context -> new RefusedRow())
        .batchPoints(batch)
        .batchBytes(64L << 20)
        .httpClient(httpClient())
        .build();
  }
}
