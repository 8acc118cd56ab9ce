package city.xueliang.placewatch.response;

import city.xueliang.placewatch.watch.SilenceClock;
import org.apache.flink.streaming.api.TimerService;

/** When rows are sent. */
final class Rows {
  private Rows() {}

  /** With all else that changes within the second; when the time is known at the earliest. */
  static long soon(SilenceClock clock, TimerService timers) {
    return clock.now(timers) == SilenceClock.UNKNOWN
        ? SilenceClock.FIRST_KNOWN
        : clock.soon(timers);
  }

  /**
   * Sets a timer for what is due next, if anything is.
   *
   * @param isEnd whether the input ended: the greatest watermark would be past all timers to come
   */
  static void registerDue(SilenceClock clock, TimerService timers, long due, boolean isEnd) {
    if (due != Long.MAX_VALUE && !isEnd) {
      clock.register(timers, due);
    }
  }
}
