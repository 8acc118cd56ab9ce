package city.xueliang.console.live;

import city.xueliang.domain.intake.IntakeRow;
import city.xueliang.domain.place.Level;
import city.xueliang.domain.tally.Window;
import city.xueliang.store.reading.Metric;
import city.xueliang.store.reading.MetricHistory;
import city.xueliang.store.reading.MetricRow;
import city.xueliang.store.reading.Span;
import city.xueliang.store.reading.StoreReadException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings coverage and intake from the store every few seconds, on a thread of its own. While the
 * store is away the figures stay as they were, with their times.
 */
public final class StoreWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StoreWatch.class);
  private static final Duration BETWEEN = Duration.ofSeconds(5);

  /** Of the time between two looks, while the store is away. */
  private static final int LONGEST_BACKOFF = 6;

  /** At the start, for places that were last seen a while ago. */
  private static final Duration FIRST_LOOK = Duration.ofHours(1);

  /** Later, for minutes are corrected for some minutes. */
  private static final Duration LOOK = Duration.ofMinutes(10);

  private static final Duration COUNTED = Duration.ofHours(1);

  private final Supplier<MetricHistory> store;
  private final LiveCity city;
  private final Clock clock;
  private final Duration between;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "console-store");

  private StoreWatch(Supplier<MetricHistory> store, LiveCity city, Clock clock, Duration between) {
    this.store = store;
    this.city = city;
    this.clock = clock;
    this.between = between;
  }

  /**
   * Starts to ask and returns at once.
   *
   * @param store that knows the successions of the places that are valid now
   */
  public static StoreWatch start(Supplier<MetricHistory> store, LiveCity city, Clock clock) {
    return start(store, city, clock, BETWEEN);
  }

  /** The same with another time between two looks. */
  static StoreWatch start(
      Supplier<MetricHistory> store, LiveCity city, Clock clock, Duration between) {
    StoreWatch watch = new StoreWatch(store, city, clock, between);
    watch.thread.setDaemon(true);
    watch.thread.start();
    return watch;
  }

  /** Does not wait for a store that does not answer. */
  @Override
  public void close() {
    stopping.countDown();
    thread.interrupt();
  }

  private void run() {
    Duration longestPause = between.multipliedBy(LONGEST_BACKOFF);
    Duration pause = Duration.ZERO;
    Duration look = FIRST_LOOK;
    try {
      while (!stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        try {
          look(look);
          look = LOOK;
          pause = between;
        } catch (StoreReadException e) {
          city.store().lost(e.getMessage());
          LOG.warn("the store cannot be read: {}", e.getMessage());
          Duration longer = pause.plus(between);
          pause = longer.compareTo(longestPause) > 0 ? longestPause : longer;
          look = FIRST_LOOK;
        } catch (RuntimeException e) {
          city.store().lost(e.getClass().getSimpleName());
          LOG.error("the store's answer cannot be taken", e);
          pause = longestPause;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Asks for the rows of the last minutes only: all of a table is too much for every 5 s. */
  private void look(Duration back) {
    MetricHistory history = store.get();
    Instant now = clock.instant();
    Map<String, MetricRow> newest = new HashMap<>(city.coverage());
    for (Level level : Level.values()) {
      newest.putAll(history.latest(level, Metric.COVERAGE, Window.MINUTE, now.minus(back)));
    }
    List<IntakeRow> intake = history.intake(new Span(now.minus(COUNTED), now.plus(COUNTED)));
    city.cover(newest);
    city.feed().take(intake);
    city.store().reached();
  }
}
