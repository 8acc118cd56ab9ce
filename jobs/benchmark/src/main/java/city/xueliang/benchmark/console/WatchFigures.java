package city.xueliang.benchmark.console;

import java.util.concurrent.atomic.LongAdder;

/** What all who watch have seen together. */
final class WatchFigures {
  private final Delays delays = new Delays();
  private final Delays beats = new Delays();
  private final Delays beginnings = new Delays();
  private final LongAdder bytes = new LongAdder();
  private final LongAdder resets = new LongAdder();
  private final LongAdder lost = new LongAdder();

  /** From then on. */
  void restart() {
    delays.clear();
    beats.clear();
    beginnings.clear();
    bytes.reset();
    resets.reset();
    lost.reset();
  }

  void delay(long nanos) {
    delays.add(nanos);
  }

  void beat(long nanosSinceTheLast) {
    beats.add(nanosSinceTheLast);
  }

  /** One who watches was told all that it had missed. */
  void began(long nanos) {
    beginnings.add(nanos);
  }

  void bytes(long read) {
    bytes.add(read);
  }

  void reset() {
    resets.increment();
  }

  /** The server ended a connection. */
  void lost() {
    lost.increment();
  }

  /** From a record's sending to a client that has read it. */
  Delays.Summary delays() {
    return delays.summary();
  }

  /** From a beat to the next. */
  Delays.Summary beats() {
    return beats.summary();
  }

  /** From a call to the first event, which tells all that was missed. */
  Delays.Summary beginnings() {
    return beginnings.summary();
  }

  long bytes() {
    return bytes.sum();
  }

  long resets() {
    return resets.sum();
  }

  long connectionsLost() {
    return lost.sum();
  }
}
