package city.xueliang.notify.delivery;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** So many attempts within any minute. */
final class RateLimit {
  private static final long WINDOW = Duration.ofMinutes(1).toNanos();

  private final int perMinute;
  private final Deque<Long> taken = new ArrayDeque<>();

  RateLimit(int perMinute) {
    this.perMinute = perMinute;
  }

  /**
   * Whether an attempt may be made.
   *
   * @param now nanoseconds of a clock that only goes forward
   */
  boolean isFree(long now) {
    while (!taken.isEmpty() && now - taken.peek() >= WINDOW) {
      taken.remove();
    }
    return taken.size() < perMinute;
  }

  void take(long now) {
    taken.add(now);
  }
}
