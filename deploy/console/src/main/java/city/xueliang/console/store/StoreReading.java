package city.xueliang.console.store;

import city.xueliang.console.http.ApiException;
import city.xueliang.console.http.ApiException.Reason;
import city.xueliang.store.reading.MetricHistory;
import city.xueliang.store.reading.StoreReadException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Asks the store for routes. A store that did not answer is left alone for a moment, so that a dead
 * one holds no request's thread for the 30 s of its patience, but for one now and then. For several
 * threads at a time.
 */
public final class StoreReading {
  private static final Duration LEFT_ALONE = Duration.ofSeconds(5);

  /** As the first argument of {@link Reason#UNAVAILABLE}. */
  private static final String STORE = "store";

  private final Supplier<MetricHistory> history;
  private final InstantSource clock;
  private volatile Failure last = new Failure(Instant.EPOCH, "");

  private record Failure(Instant at, String words) {}

  /**
   * @param history that knows the successions of the places that are valid now
   */
  public StoreReading(Supplier<MetricHistory> history, InstantSource clock) {
    this.history = history;
    this.clock = clock;
  }

  /**
   * What the store answers.
   *
   * @throws ApiException UNAVAILABLE with the store's words
   */
  public <T> T ask(Function<MetricHistory, T> question) {
    Failure failure = last;
    if (clock.instant().isBefore(failure.at.plus(LEFT_ALONE))) {
      throw new ApiException(Reason.UNAVAILABLE, STORE, failure.words);
    }
    try {
      return question.apply(history.get());
    } catch (StoreReadException e) {
      // One that refused a question answers others.
      if (e.getCause() != null) {
        last = new Failure(clock.instant(), e.getMessage());
      }
      ApiException unavailable = new ApiException(Reason.UNAVAILABLE, STORE, e.getMessage());
      unavailable.initCause(e);
      throw unavailable;
    }
  }
}
