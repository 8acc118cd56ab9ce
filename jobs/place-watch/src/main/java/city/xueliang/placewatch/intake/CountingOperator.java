package city.xueliang.placewatch.intake;

import city.xueliang.domain.intake.IntakeBuffer;
import city.xueliang.domain.intake.IntakeRow;
import java.time.Duration;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;

/**
 * An operator that counts records and sends the counts on every few seconds and before each
 * checkpoint's barrier. So nothing is buffered across a barrier: the counts behind it are in the
 * checkpoint, those before it are counted again with their records.
 *
 * @param <OUT> what it puts out
 */
abstract class CountingOperator<OUT> extends AbstractStreamOperator<OUT> {
  private static final long serialVersionUID = 1L;
  private static final long SEND_EVERY_MILLIS = Duration.ofSeconds(2).toMillis();

  private transient IntakeBuffer buffer;
  private transient boolean isSendingPlanned;

  @Override
  public void open() throws Exception {
    super.open();
    buffer = new IntakeBuffer();
  }

  /** Sends a part of a row on. */
  abstract void send(IntakeRow part);

  /** Where to count; what is in it is sent soon. */
  final IntakeBuffer buffer() {
    if (!isSendingPlanned) {
      isSendingPlanned = true;
      var ignored =
          getProcessingTimeService()
              .registerTimer(
                  getProcessingTimeService().getCurrentProcessingTime() + SEND_EVERY_MILLIS,
                  time -> {
                    isSendingPlanned = false;
                    buffer.drain(this::send);
                  });
    }
    return buffer;
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpointId) {
    buffer.drain(this::send);
  }

  @Override
  public void finish() throws Exception {
    buffer.drain(this::send);
    super.finish();
  }
}
