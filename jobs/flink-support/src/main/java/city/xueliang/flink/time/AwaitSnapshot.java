package city.xueliang.flink.time;

import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;

/**
 * Hands a registry on and holds event time back until its snapshot was read to the end: only then
 * it lets event time begin, and steps out of the way for good. What was read before is in front of
 * that beginning on every channel.
 *
 * <p>The greatest watermark, by which Flink ends the snapshot, must not be handed on: while all
 * feeds are idle it would be the only one, and event time would be over.
 *
 * @param <T> entry of the registry
 */
public final class AwaitSnapshot<T> extends AbstractStreamOperator<T>
    implements OneInputStreamOperator<T, T> {
  /** The watermark by which event time begins: a timer at it fires once the registry was read. */
  public static final long BEGINNING_OF_TIME = Long.MIN_VALUE + 1;

  private static final long serialVersionUID = 1L;

  @Override
  public void processElement(StreamRecord<T> element) {
    output.collect(element);
  }

  @Override
  public void processWatermark(Watermark mark) {
    if (mark.equals(Watermark.MAX_WATERMARK)) {
      output.emitWatermark(new Watermark(BEGINNING_OF_TIME));
      output.emitWatermarkStatus(WatermarkStatus.IDLE);
    }
  }

  @Override
  public void processWatermarkStatus(WatermarkStatus status) {
    // Idle or not, the snapshot is waited for.
  }
}
