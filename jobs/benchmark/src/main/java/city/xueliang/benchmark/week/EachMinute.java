package city.xueliang.benchmark.week;

import city.xueliang.domain.tally.Minutes;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;

/**
 * A watermark each minute of event time, five seconds behind the newest record as in the job, but
 * by no clock: a week in minutes is cut like one in a week.
 */
final class EachMinute<T> implements WatermarkGenerator<T> {
  private static final long DISORDER_MILLIS = 5_000;

  private long newest = Long.MIN_VALUE;

  @Override
  public void onEvent(T event, long timestamp, WatermarkOutput output) {
    if (timestamp <= newest) {
      return;
    }
    boolean isNewMinute =
        newest == Long.MIN_VALUE
            || Minutes.startOf(timestamp - DISORDER_MILLIS)
                > Minutes.startOf(newest - DISORDER_MILLIS);
    newest = timestamp;
    if (isNewMinute) {
      output.emitWatermark(new Watermark(newest - DISORDER_MILLIS));
    }
  }

  @Override
  public void onPeriodicEmit(WatermarkOutput output) {}
}
