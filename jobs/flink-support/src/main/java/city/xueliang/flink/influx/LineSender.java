package city.xueliang.flink.influx;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** Brings lines to their end, however long it takes: stored, or durably refused. */
final class LineSender {
  private final InfluxDbConnection connection;
  private final RefusedPoints.Handler refused;
  private final Patience patience;
  private final SinkCounters counters;
  private final OutageLog serverLog;
  private final OutageLog refusedLog;

  LineSender(
      InfluxDbTarget target,
      InfluxDbConnection connection,
      RefusedPoints.Handler refused,
      Patience patience,
      SinkCounters counters) {
    this.connection = connection;
    this.refused = refused;
    this.patience = patience;
    this.counters = counters;
    this.serverLog = new OutageLog(target.toString(), System::nanoTime);
    this.refusedLog = new OutageLog("the place for refused points", System::nanoTime);
  }

  /**
   * Returns when each line is stored or refused. Lines that are refused together are halved until
   * the bad one stands alone. Good ones may be written twice by that, which their identity makes
   * harmless, and keep their order.
   */
  void send(List<LineProtocol> lines) throws InterruptedException {
    Optional<WriteAnswer> refusal = write(lines);
    if (refusal.isEmpty()) {
      counters.rowsWritten().inc(lines.size());
    } else if (lines.size() == 1) {
      refuse(lines.get(0), refusal.get());
    } else {
      int middle = lines.size() / 2;
      send(lines.subList(0, middle));
      send(lines.subList(middle, lines.size()));
    }
  }

  /** Empty if all is stored, else the refusal. */
  private Optional<WriteAnswer> write(List<LineProtocol> lines) throws InterruptedException {
    Backoff backoff = backoff();
    while (true) {
      WriteAnswer answer = connection.write(lines);
      if (Thread.interrupted()) {
        throw new InterruptedException("The InfluxDB sink is closed");
      }
      switch (answer.verdict()) {
        case WRITTEN -> {
          serverLog.goesOn();
          return Optional.empty();
        }
        case REFUSED -> {
          serverLog.goesOn();
          return Optional.of(answer);
        }
        case UNAVAILABLE -> {
          counters.writeRetries().inc();
          serverLog.heldUp(lines.size(), answer);
          pause(backoff.next(answer.retryAfter()));
        }
      }
    }
  }

  private void refuse(LineProtocol line, WriteAnswer answer) throws InterruptedException {
    Backoff backoff = backoff();
    while (!refusedDurably(line, answer)) {
      pause(backoff.next(Duration.ZERO));
    }
    counters.pointsRefused().inc();
  }

  private boolean refusedDurably(LineProtocol line, WriteAnswer answer)
      throws InterruptedException {
    // One handler for all sending threads.
    synchronized (refused) {
      try {
        refused.refuse(line.toString(), answer.toString());
        refused.flush();
        refusedLog.goesOn();
        return true;
      } catch (IOException e) {
        refusedLog.heldUp(1, e);
        return false;
      }
    }
  }

  private Backoff backoff() {
    return new Backoff(patience, ThreadLocalRandom.current());
  }

  private static void pause(Duration duration) throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(duration.toMillis());
  }
}
