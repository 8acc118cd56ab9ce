package city.xueliang.flink.influx;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.flink.api.common.operators.MailboxExecutor;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.connector.base.sink.writer.AsyncSinkWriter;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.apache.flink.connector.base.sink.writer.DequeRequestBuffer;
import org.apache.flink.connector.base.sink.writer.ElementConverter;
import org.apache.flink.connector.base.sink.writer.RequestEntryWrapper;
import org.apache.flink.connector.base.sink.writer.ResultHandler;
import org.apache.flink.connector.base.sink.writer.SimpleBatchCreator;
import org.apache.flink.connector.base.sink.writer.config.AsyncSinkWriterConfiguration;
import org.apache.flink.connector.base.sink.writer.strategy.CongestionControlRateLimitingStrategy;
import org.apache.flink.connector.base.sink.writer.strategy.NoOpScalingStrategy;

/**
 * Cuts batches, holds the job back when the buffer is full, and keeps in the checkpoint what is not
 * stored yet.
 *
 * <p>Left to itself, the base class waits at each checkpoint for its requests in flight, and its
 * timer blocks the task while it may not send. That would stop the checkpoints of the whole job for
 * as long as the server is away, and a timer that blocks swallows the interrupt by which a task is
 * cancelled. So each batch goes to the {@link Outbox} at once, only {@link #write} blocks, and only
 * when that is full; a checkpoint waits for nothing but takes the outbox along.
 */
final class InfluxDbWriter<T> extends AsyncSinkWriter<T, LineProtocol> {
  /** The base class would send a batch twice if its own timeout were ever reached. */
  private static final Duration NEVER = Duration.ofDays(3_650);

  private final MailboxExecutor mailbox;
  private final Batching batching;
  private final Outbox outbox;
  private final Runnable release;

  /**
   * A writer over its open parts.
   *
   * @param states of the checkpoint to go on from; empty for a fresh start
   * @param release lets go of connections when the outbox is closed
   */
  InfluxDbWriter(
      ElementConverter<T, LineProtocol> lines,
      WriterInitContext context,
      Batching batching,
      Collection<BufferedRequestState<LineProtocol>> states,
      Outbox outbox,
      Runnable release) {
    super(
        lines,
        context,
        configuration(batching),
        states,
        new SimpleBatchCreator<>(batching.bytes()),
        new DequeRequestBuffer<>());
    this.mailbox = context.getMailboxExecutor();
    this.batching = batching;
    this.outbox = outbox;
    this.release = release;
  }

  @Override
  public void write(T element, Context context) throws IOException, InterruptedException {
    while (outbox.isFull()) {
      mailbox.yield();
    }
    super.write(element, context);
  }

  @Override
  protected void submitRequestEntries(
      List<LineProtocol> batch, ResultHandler<LineProtocol> handler) {
    List<LineProtocol> lines = batch.stream().filter(line -> !line.isEmpty()).toList();
    if (lines.isEmpty()) {
      handler.complete();
    } else {
      outbox.add(lines, handler);
    }
  }

  /** Capped, so that a line longer than a batch goes alone instead of never. */
  @Override
  protected long getSizeInBytes(LineProtocol line) {
    return Math.min(line.length(), batching.bytes());
  }

  @Override
  public void flush(boolean endOfInput) throws InterruptedException {
    if (endOfInput) {
      super.flush(true);
    }
  }

  @Override
  public List<BufferedRequestState<LineProtocol>> snapshotState(long checkpointId) {
    List<RequestEntryWrapper<LineProtocol>> unwritten = new ArrayList<>();
    for (LineProtocol line : outbox.unwritten()) {
      unwritten.add(new RequestEntryWrapper<>(line, getSizeInBytes(line)));
    }
    for (BufferedRequestState<LineProtocol> buffered : super.snapshotState(checkpointId)) {
      unwritten.addAll(buffered.getBufferedRequestEntries());
    }
    return List.of(new BufferedRequestState<>(unwritten));
  }

  @Override
  public void close() {
    outbox.close();
    release.run();
  }

  private static AsyncSinkWriterConfiguration configuration(Batching batching) {
    return AsyncSinkWriterConfiguration.builder()
        .setMaxBatchSize(batching.points())
        .setMaxBatchSizeInBytes(batching.bytes())
        .setMaxInFlightRequests(Integer.MAX_VALUE)
        .setMaxBufferedRequests(batching.points() + 1)
        .setMaxTimeInBufferMS(batching.linger().toMillis())
        .setMaxRecordSizeInBytes(batching.bytes())
        .setRequestTimeoutMS(NEVER.toMillis())
        .setFailOnTimeout(false)
        .setRateLimitingStrategy(
            // Never blocks.
            CongestionControlRateLimitingStrategy.builder()
                .setMaxInFlightRequests(Integer.MAX_VALUE)
                .setInitialMaxInFlightMessages(Integer.MAX_VALUE)
                .setScalingStrategy(new NoOpScalingStrategy<>())
                .build())
        .build();
  }
}
