package city.xueliang.flink.time;

import java.io.Serial;
import java.io.Serializable;
import java.time.Duration;
import java.util.function.ToLongFunction;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.util.clock.RelativeClock;

/**
 * Watermarks of one partition of a feed: the newest event time less the disorder that is waited
 * for.
 *
 * <p>When a partition falls quiet, its watermark goes on with the clock for a while, so that the
 * last windows of a feed that stopped still close; then the partition is idle and holds nothing
 * back. It may run ahead of a feed that comes back by no more than {@link Settings#quietAdvance},
 * which has to be less than the slack that windows are kept beyond the lateness. The clock stands
 * still while the job itself holds the partition back. A partition that has sent nothing yet is
 * idle. No watermark is less than one before it.
 *
 * <p>A partition that wakes holds its watermark at the first record for a moment. A recording can
 * bring hours of event time at once; without that, what the partition that wakes first brings would
 * close the windows of the records with which the others are just about to wake.
 *
 * @param <T> record of the feed
 */
public final class FeedWatermarks<T> implements WatermarkGenerator<T> {
  /** A timestamp that leaves the watermark alone. */
  public static final long NO_TIME = Long.MIN_VALUE;

  /** How long a partition that wakes waits for the others, milliseconds. */
  static final long WAKING_MILLIS = 1_000;

  private final Settings settings;
  private final RelativeClock clock;
  private boolean idle = true;

  /** The least event time since the partition woke; {@link #NO_TIME} once it is awake. */
  private long wokeWith = NO_TIME;

  private long wokeAt;
  private long newest = NO_TIME;
  private long reached = Long.MIN_VALUE;
  private boolean heard;
  private long lastHeard;

  FeedWatermarks(Settings settings, RelativeClock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * How a feed's watermarks behave.
   *
   * @param disorder how much records of a partition may be out of order before windows fire without
   *     them
   * @param quietAfter after which a partition counts as quiet
   * @param quietAdvance how far a quiet partition's watermark goes on
   */
  public record Settings(Duration disorder, Duration quietAfter, Duration quietAdvance)
      implements Serializable {
    @Serial private static final long serialVersionUID = 1L;
  }

  /**
   * Event time of a record in epoch milliseconds, {@link #NO_TIME} for one that may not touch the
   * watermark.
   */
  public interface RecordTime<T> extends ToLongFunction<T>, Serializable {}

  /** The strategy for a feed of which each partition has such watermarks. */
  public static <T> WatermarkStrategy<T> strategy(Settings settings, RecordTime<T> time) {
    return WatermarkStrategy.<T>forGenerator(
            context -> new FeedWatermarks<>(settings, context.getInputActivityClock()))
        .withTimestampAssigner((record, appended) -> time.applyAsLong(record));
  }

  @Override
  public void onEvent(T event, long timestamp, WatermarkOutput output) {
    if (timestamp != NO_TIME) {
      newest = Math.max(newest, timestamp);
      heard = true;
      if (idle) {
        idle = false;
        wokeWith = timestamp;
        wokeAt = clock.relativeTimeMillis();
      } else if (wokeWith != NO_TIME) {
        wokeWith = Math.min(wokeWith, timestamp);
      }
    }
  }

  @Override
  public void onPeriodicEmit(WatermarkOutput output) {
    if (newest == NO_TIME) {
      output.markIdle();
      return;
    }
    long now = clock.relativeTimeMillis();
    if (heard) {
      heard = false;
      lastHeard = now;
    }
    if (wokeWith != NO_TIME && now - wokeAt < WAKING_MILLIS) {
      emitAtLeast(wokeWith - settings.disorder().toMillis(), output);
      return;
    }
    wokeWith = NO_TIME;
    long quiet = now - lastHeard;
    boolean isQuiet = quiet >= settings.quietAfter().toMillis();
    long advance = isQuiet ? Math.min(quiet, settings.quietAdvance().toMillis()) : 0;
    emitAtLeast(newest - settings.disorder().toMillis() + advance, output);
    if (isQuiet && quiet >= settings.quietAdvance().toMillis()) {
      idle = true;
      output.markIdle();
    }
  }

  /** After a pause, records may be behind where the clock has led the watermark. */
  private void emitAtLeast(long watermark, WatermarkOutput output) {
    reached = Math.max(reached, watermark);
    output.emitWatermark(new Watermark(reached));
  }
}
