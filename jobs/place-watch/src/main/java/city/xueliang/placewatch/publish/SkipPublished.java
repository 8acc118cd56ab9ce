package city.xueliang.placewatch.publish;

import city.xueliang.domain.alert.Alert;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Holds back the revisions that were published before a failure: what comes after the restored
 * checkpoint happens once more, and would be told once more. So alerts need not wait for
 * checkpoints, and nobody reads a revision twice.
 *
 * <p>State: when the checkpoint was taken.
 */
public final class SkipPublished extends AbstractStreamOperator<Alert>
    implements OneInputStreamOperator<Alert, Alert> {
  private static final long serialVersionUID = 1L;

  /** How far this machine's clock may be ahead of the broker's. */
  private static final long SLACK_MILLIS = Duration.ofMinutes(1).toMillis();

  private final PublishedRevisions published;
  private transient ListState<Long> snapshotAt;
  private transient Map<String, Integer> known;

  public SkipPublished(PublishedRevisions published) {
    this.published = published;
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    snapshotAt =
        context
            .getOperatorStateStore()
            .getUnionListState(new ListStateDescriptor<>("snapshot-at", Types.LONG));
    long earliest = Long.MAX_VALUE;
    for (long at : snapshotAt.get()) {
      earliest = Math.min(earliest, at);
    }
    known =
        earliest == Long.MAX_VALUE
            ? new HashMap<>()
            : new HashMap<>(published.since(earliest - SLACK_MILLIS));
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    snapshotAt.clear();
    snapshotAt.add(getProcessingTimeService().getCurrentProcessingTime());
  }

  @Override
  public void processElement(StreamRecord<Alert> record) {
    Alert alert = record.getValue();
    Integer revision = known.get(alert.id());
    if (revision != null && alert.revision() <= revision) {
      return;
    }
    known.remove(alert.id());
    output.collect(record);
  }
}
