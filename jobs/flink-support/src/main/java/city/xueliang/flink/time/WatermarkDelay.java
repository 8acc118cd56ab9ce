package city.xueliang.flink.time;

import org.apache.flink.streaming.api.TimerService;

/**
 * How far event time is behind the clock. It says something of a live feed only: in a replay of
 * last year it is a year. While every feed is quiet it grows with the clock.
 */
public final class WatermarkDelay {
  private WatermarkDelay() {}

  /**
   * Milliseconds; not a number as long as there is no watermark of a feed.
   *
   * @param timers of the operator; null if it has not heard of them yet
   */
  public static double millis(TimerService timers) {
    if (timers == null) {
      return Double.NaN;
    }
    long watermark = timers.currentWatermark();
    return watermark < 0 || watermark == Long.MAX_VALUE
        ? Double.NaN
        : timers.currentProcessingTime() - watermark;
  }
}
