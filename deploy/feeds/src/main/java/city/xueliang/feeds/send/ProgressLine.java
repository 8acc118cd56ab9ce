package city.xueliang.feeds.send;

import city.xueliang.domain.text.Texts;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Tells every few seconds how far sending is: one line that rewrites itself on a terminal, a plain
 * line each time anywhere else. Closing prints the last one.
 */
public final class ProgressLine implements AutoCloseable {
  private static final Duration EVERY = Duration.ofSeconds(2);
  private static final String ERASE_LINE = "\r\u001b[K";

  private final PrintStream out;
  private final boolean terminal;
  private final Texts texts;
  private final Supplier<FeedCounts> counts;
  private final Supplier<Duration> behind;
  private final PaceClock clock;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(ProgressLine::daemon);
  private long sentBefore;
  private long printedAt;

  ProgressLine(
      PrintStream out,
      boolean terminal,
      Locale language,
      Supplier<FeedCounts> counts,
      Supplier<Duration> behind,
      PaceClock clock) {
    this.out = out;
    this.terminal = terminal;
    this.texts = Texts.of(ProgressLine.class, language);
    this.counts = counts;
    this.behind = behind;
    this.clock = clock;
    this.printedAt = clock.nanoTime();
  }

  /** Whether a person looks on: neither input nor output is a file or pipe. */
  @SuppressWarnings("SystemConsoleNull") // null is the documented answer of the Java we run on
  static boolean isTerminal() {
    return System.console() != null;
  }

  /** Starts telling about this producer and pacer on a stream, every two seconds. */
  @SuppressWarnings("FutureReturnValueIgnored") // the timer ends with close, nothing else
  public static ProgressLine start(
      PrintStream out, Locale language, FeedProducer producer, Pacer pacer) {
    ProgressLine line =
        new ProgressLine(
            out, isTerminal(), language, producer::counts, pacer::behind, PaceClock.SYSTEM);
    line.timer.scheduleWithFixedDelay(
        line::print, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    return line;
  }

  @Override
  public void close() {
    timer.shutdownNow();
    print();
    if (terminal) {
      out.println();
    }
  }

  /** Prints a line of its own above the progress. */
  public synchronized void note(String line) {
    out.println(terminal ? ERASE_LINE + line : line);
  }

  /** Prints how it stands now; the rate is that since the last time. */
  synchronized void print() {
    long now = clock.nanoTime();
    FeedCounts stand = counts.get();
    double seconds = Math.max(1, now - printedAt) / 1e9;
    long perSecond = Math.round((stand.sent() - sentBefore) / seconds);
    sentBefore = stand.sent();
    printedAt = now;
    String line =
        texts.text(
            "progress",
            stand.sent(),
            perSecond,
            String.format(Locale.ROOT, "%.1f", behind.get().toMillis() / 1e3),
            stand.unacknowledged(),
            stand.errors());
    if (terminal) {
      out.print(ERASE_LINE + line);
      out.flush();
    } else {
      out.println(line);
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "progress-line");
    thread.setDaemon(true);
    return thread;
  }
}
