package city.xueliang.domain.response;

import city.xueliang.domain.state.BinaryForm;
import city.xueliang.domain.state.Varints;
import city.xueliang.domain.tally.Window;
import city.xueliang.domain.tally.Windows;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Windows of one length that are open, or ended so lately that they may be corrected. Times are
 * epoch milliseconds. Mutable.
 *
 * @param <F> figures of a window, mutable
 */
final class KeptWindows<F> {
  /**
   * How long after its end a window may be corrected. The clock that closes it runs beside the one
   * that stamps the alerts, whose way here may be held up.
   */
  static final long CORRECTED_MILLIS = Duration.ofMinutes(10).toMillis();

  private final Window length;
  private final Supplier<F> none;
  private final NavigableMap<Long, Kept<F>> all = new TreeMap<>();

  private static final class Kept<F> {
    private final F figures;
    private boolean isClosed;
    private boolean isUnsent = true;

    private Kept(F figures) {
      this.figures = figures;
    }
  }

  /** Takes the figures of a window to be sent. */
  interface Sink<F> {
    void accept(long start, boolean isComplete, F figures);
  }

  KeptWindows(Window length, Supplier<F> none) {
    this.length = length;
    this.none = none;
  }

  /** The figures of the window in which a time lies, to be changed. */
  F at(long time, Windows windows) {
    Kept<F> kept = all.computeIfAbsent(windows.startOf(length, time), any -> kept());
    kept.isUnsent = true;
    return kept.figures;
  }

  private Kept<F> kept() {
    return new Kept<>(none.get());
  }

  /** The window in which a time lies, and all later ones, are to be sent again. */
  void touchFrom(long time, Windows windows) {
    all.tailMap(windows.startOf(length, time)).values().forEach(kept -> kept.isUnsent = true);
  }

  /**
   * Lets there be each window in which something is open from its start on.
   *
   * @param from time from which on they are looked for
   * @param now in which the last one lies; a minute has to be over
   */
  void fill(long from, long now, OpenCount open, Windows windows) {
    long first = Math.max(from, now - most());
    long start = windows.startOf(length, first);
    while (start <= now) {
      long end = windows.endOf(length, start);
      boolean isWanted = length != Window.MINUTE || end <= now;
      if (isWanted && open.at(start) > 0) {
        all.computeIfAbsent(start, any -> kept());
      }
      start = end;
    }
  }

  /** Windows that nobody saw end, as after an outage, are made up for within this time. */
  private long most() {
    return switch (length) {
      case MINUTE -> Duration.ofHours(1).toMillis();
      case HOUR -> Duration.ofDays(2).toMillis();
      case DAY -> Duration.ofDays(31).toMillis();
    };
  }

  /** Marks those that are over. */
  void close(long now, Windows windows, Sink<F> closed) {
    all.forEach(
        (start, kept) -> {
          if (!kept.isClosed && windows.endOf(length, start) <= now) {
            kept.isClosed = true;
            kept.isUnsent = true;
            closed.accept(start, true, kept.figures);
          }
        });
  }

  /** Hands out those that changed since the last call. */
  void send(Sink<F> sink) {
    all.forEach(
        (start, kept) -> {
          if (kept.isUnsent) {
            kept.isUnsent = false;
            sink.accept(start, kept.isClosed, kept.figures);
          }
        });
  }

  /** Forgets those that ended by then. */
  void forget(long horizon, Windows windows) {
    while (!all.isEmpty() && windows.endOf(length, all.firstKey()) <= horizon) {
      all.pollFirstEntry();
    }
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  /** Start of the first one; the greatest number if there is none. */
  long first() {
    return all.isEmpty() ? Long.MAX_VALUE : all.firstKey();
  }

  /** When the next of them is over or forgotten; the greatest number if none is kept. */
  long nextDue(Windows windows) {
    long due = Long.MAX_VALUE;
    for (Map.Entry<Long, Kept<F>> each : all.entrySet()) {
      long end = windows.endOf(length, each.getKey());
      due = Math.min(due, each.getValue().isClosed ? end + CORRECTED_MILLIS : end);
    }
    return due;
  }

  KeptWindows<F> copy(BinaryForm<F> form) {
    KeptWindows<F> copy = new KeptWindows<>(length, none);
    all.forEach(
        (start, kept) -> {
          Kept<F> copied = new Kept<>(form.copy(kept.figures));
          copied.isClosed = kept.isClosed;
          copied.isUnsent = kept.isUnsent;
          copy.all.put(start, copied);
        });
    return copy;
  }

  private static final int CLOSED = 1;
  private static final int UNSENT = 2;

  /** 1 byte, and 9 with the figures for each window. */
  void write(BinaryForm<F> form, DataOutput out) throws IOException {
    Varints.write(all.size(), out);
    for (Map.Entry<Long, Kept<F>> each : all.entrySet()) {
      Kept<F> kept = each.getValue();
      out.writeLong(each.getKey());
      out.writeByte((kept.isClosed ? CLOSED : 0) | (kept.isUnsent ? UNSENT : 0));
      form.write(kept.figures, out);
    }
  }

  void read(BinaryForm<F> form, DataInput in, int version) throws IOException {
    for (long left = Varints.read(in); left > 0; left--) {
      long start = in.readLong();
      int flags = in.readByte();
      Kept<F> kept = new Kept<>(form.read(in, version));
      kept.isClosed = (flags & CLOSED) != 0;
      kept.isUnsent = (flags & UNSENT) != 0;
      all.put(start, kept);
    }
  }
}
