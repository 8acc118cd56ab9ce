package city.xueliang.domain.coverage;

import java.time.Duration;

/**
 * How long a device may be quiet before that is called silence.
 *
 * @param millis since it was last heard
 * @param listeningSince epoch milliseconds; nothing is called silent before the patience has passed
 *     since then, too, because what came before may still wait to be read. {@code Long.MIN_VALUE}
 *     where that cannot be
 */
public record Patience(long millis, long listeningSince) {
  /** What a record may take on its way, beyond the interval of reports. */
  public static final Duration ON_ITS_WAY = Duration.ofSeconds(20);

  /** With a device that should be heard at this interval. */
  public static Patience withInterval(int seconds, long listeningSince) {
    return new Patience(seconds * 1_000L + ON_ITS_WAY.toMillis(), listeningSince);
  }

  /**
   * Whether it lasts.
   *
   * @param since epoch milliseconds; {@code Long.MIN_VALUE} for never
   */
  boolean covers(long since, long now) {
    return since != Long.MIN_VALUE && now - since <= millis;
  }

  /** The first time at which it is over. */
  long end(long since) {
    return Math.max(since, listeningSince) + millis + 1;
  }
}
