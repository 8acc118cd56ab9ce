package city.xueliang.flink.influx;

import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.ThreadSafeSimpleCounter;

/**
 * The sink's counters, in the group {@code influxdb} of the writer's metrics.
 *
 * @param rowsWritten points that the server acknowledged; a point that is sent twice counts twice
 * @param writeRetries requests that had to be repeated
 * @param pointsRefused points that were handed over to {@link RefusedPoints} for good
 */
record SinkCounters(Counter rowsWritten, Counter writeRetries, Counter pointsRefused) {

  static SinkCounters in(MetricGroup writerMetrics) {
    MetricGroup group = writerMetrics.addGroup("influxdb");
    return new SinkCounters(
        group.counter("rowsWritten", new ThreadSafeSimpleCounter()),
        group.counter("writeRetries", new ThreadSafeSimpleCounter()),
        group.counter("pointsRefused", new ThreadSafeSimpleCounter()));
  }
}
