package city.xueliang.benchmark.pipeline;

import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;

/**
 * A watermark after each step of simulated time, five seconds behind its end as in the job, but by
 * no clock: a week in minutes is cut like one in a week.
 */
final class StepWatermarks implements WatermarkGenerator<Long> {
  private final FeedOptions options;

  StepWatermarks(FeedOptions options) {
    this.options = options;
  }

  @Override
  public void onEvent(Long step, long timestamp, WatermarkOutput output) {
    output.emitWatermark(new Watermark(options.endOf(step) - SimulatedStreams.DISORDER_MILLIS));
  }

  @Override
  public void onPeriodicEmit(WatermarkOutput output) {}
}
