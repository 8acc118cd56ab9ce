package city.xueliang.flink.influx;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.connector.base.sink.AsyncSinkBase;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * Writes a stream's elements as points, at least once. A row's identity (measurement, tags, time)
 * makes repeats harmless.
 *
 * <p>A server that is away, overloaded or wrongly set up is tried for ever; meanwhile checkpoints
 * go on until the buffer is full, which holds the job back. A point that is refused for good goes
 * to {@link RefusedPoints}. Nothing is dropped.
 *
 * <p>With one request in flight, which is the default, a row's versions are stored in the order in
 * which one writer got them. So key the stream by what makes up the row's identity, and expect that
 * order not to hold between subtasks while a changed parallelism takes effect.
 *
 * @param <T> type of the stream's elements
 */
public final class InfluxDbSink<T> extends AsyncSinkBase<T, LineProtocol> {
  private static final long serialVersionUID = 1L;

  private final InfluxDbTarget target;
  private final RefusedPoints refusedPoints;
  private final Batching batching;
  private final Patience patience;
  private final HttpClientCustomizer httpClient;

  InfluxDbSink(InfluxDbSinkBuilder<T> options, Batching batching, Patience patience) {
    super(
        new LineConverter<>(options.points, options.target.precision()),
        batching.points(),
        batching.inFlight(),
        batching.bufferedPoints(),
        batching.bytes(),
        batching.linger().toMillis(),
        batching.bytes());
    this.target = options.target;
    this.refusedPoints = options.refusedPoints;
    this.batching = batching;
    this.patience = patience;
    this.httpClient = options.httpClient;
  }

  /** Target, points and refused points must be given; all else has a default. */
  public static <T> InfluxDbSinkBuilder<T> builder() {
    return new InfluxDbSinkBuilder<>();
  }

  @Override
  public StatefulSinkWriter<T, BufferedRequestState<LineProtocol>> createWriter(
      WriterInitContext context) throws IOException {
    return restoreWriter(context, List.of());
  }

  @Override
  public StatefulSinkWriter<T, BufferedRequestState<LineProtocol>> restoreWriter(
      WriterInitContext context, Collection<BufferedRequestState<LineProtocol>> states)
      throws IOException {
    RefusedPoints.Handler refused = refusedPoints.open(context);
    InfluxDbConnection connection = new InfluxDbConnection(target, patience, httpClient);
    SinkCounters counters = SinkCounters.in(context.metricGroup());
    LineSender sender = new LineSender(target, connection, refused, patience, counters);
    String threadName = "influxdb-sink-" + context.getTaskInfo().getIndexOfThisSubtask();
    Outbox outbox = new Outbox(batching, sender, connection, threadName);
    return new InfluxDbWriter<>(
        getElementConverter(),
        context,
        batching,
        states,
        outbox,
        () -> {
          connection.close();
          refused.close();
        });
  }

  @Override
  public SimpleVersionedSerializer<BufferedRequestState<LineProtocol>> getWriterStateSerializer() {
    return new LineProtocolStateSerializer();
  }

  @Override
  public String toString() {
    return "InfluxDB sink to " + target;
  }
}
