package city.xueliang.flink.time;

import city.xueliang.flink.time.FeedWatermarks.Settings;
import java.time.Duration;
import java.time.Instant;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkOutput;

/** One partition of a feed, and what Flink hears of its watermark. */
final class TestingPartition implements WatermarkOutput {
  private final TestingClock clock;
  private final FeedWatermarks<String> watermarks;
  private long watermark = Long.MIN_VALUE;
  private boolean idle;

  TestingPartition(Settings settings, TestingClock clock) {
    this.clock = clock;
    this.watermarks = new FeedWatermarks<>(settings, clock);
  }

  void sends(Instant time) {
    watermarks.onEvent("record", time.toEpochMilli(), this);
  }

  void sendsRejected() {
    watermarks.onEvent("rejected", FeedWatermarks.NO_TIME, this);
  }

  /** Time goes by, and Flink asks for the watermark at its end. */
  void after(Duration span) {
    clock.goOn(span);
    watermarks.onPeriodicEmit(this);
  }

  /** Flink asks for the watermark at once. */
  void isAsked() {
    after(Duration.ZERO);
  }

  boolean hasWatermark() {
    return watermark != Long.MIN_VALUE;
  }

  Instant watermark() {
    return Instant.ofEpochMilli(watermark);
  }

  boolean isIdle() {
    return idle;
  }

  /** Takes even a watermark that falls, unlike Flink, and counts as active after it, like Flink. */
  @Override
  public void emitWatermark(Watermark emitted) {
    watermark = emitted.getTimestamp();
    idle = false;
  }

  @Override
  public void markIdle() {
    idle = true;
  }

  @Override
  public void markActive() {
    idle = false;
  }
}
