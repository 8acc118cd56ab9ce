package city.xueliang.flink.influx;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.flink.connector.base.sink.writer.ResultHandler;

/**
 * The batches that are cut but not yet stored, oldest first, and the threads that send them. What
 * piled up in small batches during an outage leaves in large ones.
 */
final class Outbox implements AutoCloseable {
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(1);
  private static final Duration CANCEL_EVERY = Duration.ofMillis(20);

  private final Batching batching;
  private final LineSender sender;
  private final InfluxDbConnection connection;
  private final ExecutorService threads;
  private final Deque<Batch> waiting = new ArrayDeque<>();
  private final Set<Batch> underWay = new LinkedHashSet<>();
  private int points;

  /** The threads are daemons whose names start with this. */
  Outbox(Batching batching, LineSender sender, InfluxDbConnection connection, String threadName) {
    this.batching = batching;
    this.sender = sender;
    this.connection = connection;
    this.threads =
        Executors.newFixedThreadPool(
            batching.inFlight(),
            task -> {
              Thread thread = new Thread(task, threadName);
              thread.setDaemon(true);
              return thread;
            });
    for (int i = 0; i < batching.inFlight(); i++) {
      threads.execute(this::sendUntilClosed);
    }
  }

  /** Never blocks. The handler hears of it when every line is stored or refused. */
  synchronized void add(List<LineProtocol> lines, ResultHandler<LineProtocol> handler) {
    waiting.addLast(new Batch(lines, handler));
    points += lines.size();
    notifyAll();
  }

  /**
   * Whether it leaves room for no more than the batch that is being filled. Its batches' handlers
   * are told after it has changed.
   */
  synchronized boolean isFull() {
    return points >= batching.bufferedPoints() - batching.points();
  }

  /** All that would be lost with this process now, oldest first. */
  synchronized List<LineProtocol> unwritten() {
    List<LineProtocol> lines = new ArrayList<>();
    underWay.forEach(batch -> lines.addAll(batch.lines));
    waiting.forEach(batch -> lines.addAll(batch.lines));
    return lines;
  }

  @Override
  public void close() {
    threads.shutdownNow();
    boolean interrupted = false;
    long deadline = System.nanoTime() + CLOSE_LIMIT.toNanos();
    while (!threads.isTerminated() && System.nanoTime() < deadline) {
      // Again and again: a thread may just have been about to send when it was told to stop.
      connection.cancel();
      try {
        threads.awaitTermination(CANCEL_EVERY.toMillis(), TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void sendUntilClosed() {
    try {
      while (true) {
        send(take());
      }
    } catch (InterruptedException | RejectedExecutionException e) {
      // Closed, or the task that the batches came from has ended: they are in its checkpoint.
      Thread.currentThread().interrupt();
    }
  }

  private void send(List<Batch> batches) throws InterruptedException {
    List<LineProtocol> lines = new ArrayList<>();
    batches.forEach(batch -> lines.addAll(batch.lines));
    try {
      sender.send(lines);
    } catch (RuntimeException | Error e) {
      // Not the server's doing. The job fails and starts again from its checkpoint.
      Exception cause = new IllegalStateException("The InfluxDB sink cannot go on", e);
      batches.forEach(batch -> batch.handler.completeExceptionally(cause));
      return;
    }
    forget(batches);
    batches.forEach(batch -> batch.handler.complete());
  }

  private synchronized List<Batch> take() throws InterruptedException {
    while (waiting.isEmpty()) {
      wait();
    }
    List<Batch> taken = new ArrayList<>();
    int takenPoints = 0;
    long takenBytes = 0;
    do {
      Batch next = waiting.removeFirst();
      taken.add(next);
      takenPoints += next.lines.size();
      takenBytes += next.bytes;
    } while (!waiting.isEmpty()
        && takenPoints + waiting.getFirst().lines.size() <= batching.points()
        && takenBytes + waiting.getFirst().bytes <= batching.bytes());
    underWay.addAll(taken);
    return taken;
  }

  private synchronized void forget(List<Batch> batches) {
    for (Batch batch : batches) {
      underWay.remove(batch);
      points -= batch.lines.size();
    }
  }

  private static final class Batch {
    private final List<LineProtocol> lines;
    private final ResultHandler<LineProtocol> handler;
    private final long bytes;

    private Batch(List<LineProtocol> lines, ResultHandler<LineProtocol> handler) {
      this.lines = lines;
      this.handler = handler;
      this.bytes = lines.stream().mapToLong(LineProtocol::length).sum();
    }
  }
}
