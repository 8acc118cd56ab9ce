package city.xueliang.flink.influx;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Pauses between the repetitions of one request: doubling up to a limit, each cut by up to a half
 * at random so that many writers do not come back at the same moment.
 */
final class Backoff {
  private final Patience patience;
  private final RandomGenerator random;
  private long nextMillis;

  Backoff(Patience patience, RandomGenerator random) {
    this.patience = patience;
    this.random = random;
    this.nextMillis = patience.firstBackoff().toMillis();
  }

  /**
   * The next pause.
   *
   * @param retryAfter what the server asks for, zero if nothing; lengthens the pause, within limits
   */
  Duration next(Duration retryAfter) {
    long most = nextMillis;
    nextMillis = Math.min(2 * most, patience.maxBackoff().toMillis());
    Duration ours = Duration.ofMillis(most - random.nextLong(most / 2 + 1));
    Duration theirs = min(retryAfter, patience.maxRetryAfter());
    return ours.compareTo(theirs) < 0 ? theirs : ours;
  }

  private static Duration min(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
