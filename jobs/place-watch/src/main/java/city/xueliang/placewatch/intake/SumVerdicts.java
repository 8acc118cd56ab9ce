package city.xueliang.placewatch.intake;

import city.xueliang.domain.intake.IntakeRow;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Sums up, in the task of the watch, what it says of single records: when a whole feed is rejected,
 * no count for each record crosses the network.
 */
public final class SumVerdicts extends CountingOperator<IntakeRow>
    implements OneInputStreamOperator<IntakeRow, IntakeRow> {
  private static final long serialVersionUID = 1L;

  @Override
  public void processElement(StreamRecord<IntakeRow> verdict) {
    buffer().add(verdict.getValue());
  }

  @Override
  void send(IntakeRow part) {
    output.collect(new StreamRecord<>(part));
  }
}
