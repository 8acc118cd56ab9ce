package city.xueliang.flink.time;

import java.time.Duration;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.util.clock.RelativeClock;

/**
 * Watermarks of the two readings of a compacted topic. The snapshot, bounded by the topic's end at
 * the first start, has none until Flink ends it with the greatest one. The changes have none while
 * they get a head start, and the greatest after it: at a restart, when the snapshot is over
 * already, what was published meanwhile comes before the first record is judged. So the union
 * reaches the greatest when the registry is known, for which {@link AwaitRegistry} waits.
 */
public final class RegistryWatermarks {
  /** How long the changes are read, at each start, before any record is judged. */
  static final Duration HEAD_START = Duration.ofSeconds(2);

  private RegistryWatermarks() {}

  public static <T> WatermarkStrategy<T> ofSnapshot() {
    return WatermarkStrategy.noWatermarks();
  }

  public static <T> WatermarkStrategy<T> ofChanges() {
    return WatermarkStrategy.forGenerator(
        context -> new AfterHeadStart<>(context.getInputActivityClock()));
  }

  private static final class AfterHeadStart<T> implements WatermarkGenerator<T> {
    private final RelativeClock clock;
    private final long start;

    AfterHeadStart(RelativeClock clock) {
      this.clock = clock;
      this.start = clock.relativeTimeMillis();
    }

    @Override
    public void onEvent(T event, long timestamp, WatermarkOutput output) {}

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
      if (clock.relativeTimeMillis() - start >= HEAD_START.toMillis()) {
        output.emitWatermark(Watermark.MAX_WATERMARK);
      }
    }
  }
}
