package city.xueliang.notify.delivery;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How long a channel that failed is left alone: twice as long after each failure, with a random
 * part of half, so that channels do not come back all at once. It is of the channel, not of a
 * message: the next message does not knock sooner.
 */
final class Backoff {
  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(1);

  /** More is taken for a mistake of the one who asks. */
  private static final Duration LONGEST_ASKED = Duration.ofMinutes(15);

  private final RandomGenerator random;
  private int failures;
  private long until;

  Backoff(RandomGenerator random) {
    this.random = random;
  }

  void succeeded() {
    failures = 0;
  }

  /**
   * Counts a failure.
   *
   * @param now nanoseconds of a clock that only goes forward
   * @param asked how long the receiver wants to be left alone at least
   */
  void failed(long now, Optional<Duration> asked) {
    long longest = LONGEST.toNanos();
    long usual = Math.min(longest, FIRST.toNanos() << Math.min(failures, 10));
    long least = asked.map(wait -> Math.min(wait.toNanos(), LONGEST_ASKED.toNanos())).orElse(0L);
    until = now + Math.max(least, usual / 2 + random.nextLong(usual / 2 + 1));
    failures++;
  }

  /** Whether the channel may be tried. */
  boolean isOver(long now) {
    return failures == 0 || now - until >= 0;
  }
}
