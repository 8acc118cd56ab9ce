package city.xueliang.flink.time;

import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/**
 * Watermarks of the two readings of a compacted topic. The snapshot, bounded by the topic's end at
 * the start, has none until Flink ends it with the greatest one; the changes have the greatest from
 * the beginning. So the union reaches the greatest when the topic was read to its end once, for
 * which {@code AwaitRegistry} waits.
 */
public final class RegistryWatermarks {
  private RegistryWatermarks() {}

  public static <T> WatermarkStrategy<T> ofSnapshot() {
    return WatermarkStrategy.noWatermarks();
  }

  public static <T> WatermarkStrategy<T> ofChanges() {
    return WatermarkStrategy.forGenerator(context -> new Unbounded<>());
  }

  private static final class Unbounded<T> implements WatermarkGenerator<T> {
    @Override
    public void onEvent(T event, long timestamp, WatermarkOutput output) {}

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
      output.emitWatermark(Watermark.MAX_WATERMARK);
    }
  }
}
