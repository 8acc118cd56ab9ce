package city.xueliang.console.limit;

import city.xueliang.console.http.ApiException;
import city.xueliang.console.http.ApiException.Reason;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Holds each key to a rate. Knows as many keys as it may and forgets those that were quiet longest.
 * For several threads at a time.
 */
final class Buckets {
  private static final double NANOS = 1e9;
  private static final int MOST_KEYS = 10_000;

  private final Rate rate;
  private final LongSupplier nanoClock;
  private final Map<String, Bucket> byKey =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
          return size() > MOST_KEYS;
        }
      };

  /**
   * @param nanoClock as {@link System#nanoTime}
   */
  Buckets(Rate rate, LongSupplier nanoClock) {
    this.rate = rate;
    this.nanoClock = nanoClock;
  }

  /**
   * Takes one.
   *
   * @throws ApiException TOO_MANY, with the seconds until there is one again
   */
  synchronized void take(String key) {
    Bucket bucket = fill(key);
    if (bucket.left < 1) {
      double wait = Math.ceil((1 - bucket.left) / rate.perSecond());
      throw new ApiException(Reason.TOO_MANY, Long.toString((long) wait));
    }
    bucket.left--;
  }

  private Bucket fill(String key) {
    long now = nanoClock.getAsLong();
    Bucket bucket = byKey.computeIfAbsent(key, unused -> new Bucket(rate.burst(), now));
    bucket.left =
        Math.min(rate.burst(), bucket.left + (now - bucket.at) / NANOS * rate.perSecond());
    bucket.at = now;
    return bucket;
  }

  private static final class Bucket {
    private double left;
    private long at;

    private Bucket(double left, long at) {
      this.left = left;
      this.at = at;
    }
  }
}
