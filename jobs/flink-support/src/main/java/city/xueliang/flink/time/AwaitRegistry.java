package city.xueliang.flink.time;

import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;

/**
 * Holds the watermark of what comes after it back until a topic of the registry was read to its
 * end, and then takes no part in it any more.
 *
 * <p>The registry's own watermark is then the greatest one. It may not go further: as soon as both
 * feeds are quiet it would be the least that is left, every minute would be sent and forgotten, and
 * no watermark of a feed that comes back could count any more. What goes on instead is the least
 * watermark that says "read", and that the stream is idle.
 *
 * @param <T> a change of the registry
 */
public final class AwaitRegistry<T> extends AbstractStreamOperator<T>
    implements OneInputStreamOperator<T, T> {
  private static final long serialVersionUID = 1L;

  /** Before every event time, but after the beginning of time. */
  public static final long READ = Long.MIN_VALUE + 2;

  @Override
  public void processElement(StreamRecord<T> change) {
    output.collect(change);
  }

  @Override
  public void processWatermark(Watermark watermark) {
    if (watermark.getTimestamp() == Watermark.MAX_WATERMARK.getTimestamp()) {
      output.emitWatermark(new Watermark(READ));
      output.emitWatermarkStatus(WatermarkStatus.IDLE);
    }
  }

  @Override
  public void processWatermarkStatus(WatermarkStatus status) {
    // Nobody waits for the changes, so that it does not matter whether they pause.
  }
}
