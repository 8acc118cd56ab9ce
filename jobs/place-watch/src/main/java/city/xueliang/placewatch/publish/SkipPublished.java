package city.xueliang.placewatch.publish;

import city.xueliang.domain.alert.Alert;
import city.xueliang.placewatch.publish.PublishedRevision.Stage;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
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
 * <p>What depends on the clock may happen otherwise than before the failure. An alert that comes to
 * a stage that was not published is told of with the revision after the newest that was, and is
 * counted on from there.
 *
 * <p>State: from when on publications are to be asked for; and for each alert that went another way
 * after a failure by how much it is counted on, until there are many newer ones.
 */
public final class SkipPublished extends AbstractStreamOperator<Alert>
    implements OneInputStreamOperator<Alert, Alert> {
  private static final long serialVersionUID = 1L;

  /** How far this machine's clock may be ahead of the broker's. */
  private static final long SLACK_MILLIS = Duration.ofMinutes(1).toMillis();

  /** How long after a restart things may still happen once more. */
  private static final long REPLAY_MILLIS = Duration.ofHours(1).toMillis();

  private static final int MOST_SHIFTS = 10_000;

  private final PublishedRevisions published;
  private transient ListState<Long> snapshotAt;
  private transient ListState<Map<String, Integer>> knownShifts;
  private transient Map<String, Deque<PublishedRevision>> known;
  private transient Map<String, Integer> shifts;

  /** When the checkpoint was taken from which this run goes on; {@code Long.MAX_VALUE} for none. */
  private transient long restoredFrom;

  private transient long startedAt;

  public SkipPublished(PublishedRevisions published) {
    this.published = published;
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    OperatorStateStore states = context.getOperatorStateStore();
    snapshotAt = states.getUnionListState(new ListStateDescriptor<>("snapshot-at", Types.LONG));
    knownShifts =
        states.getUnionListState(
            new ListStateDescriptor<>("revision-shifts", Types.MAP(Types.STRING, Types.INT)));
    shifts = new LinkedHashMap<>();
    for (Map<String, Integer> some : knownShifts.get()) {
      some.forEach((id, shift) -> shifts.merge(id, shift, Math::max));
    }
    restoredFrom = Long.MAX_VALUE;
    for (long at : snapshotAt.get()) {
      restoredFrom = Math.min(restoredFrom, at);
    }
    known = new HashMap<>();
    if (restoredFrom != Long.MAX_VALUE) {
      published
          .since(restoredFrom - SLACK_MILLIS)
          .forEach((id, revisions) -> known.put(id, new ArrayDeque<>(revisions)));
    }
    startedAt = getProcessingTimeService().getCurrentProcessingTime();
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    long now = getProcessingTimeService().getCurrentProcessingTime();
    snapshotAt.clear();
    snapshotAt.add(now - startedAt < REPLAY_MILLIS ? Math.min(now, restoredFrom) : now);
    while (shifts.size() > MOST_SHIFTS) {
      shifts.remove(shifts.keySet().iterator().next());
    }
    knownShifts.clear();
    knownShifts.add(shifts);
  }

  @Override
  public void processElement(StreamRecord<Alert> record) {
    Alert alert = record.getValue();
    Deque<PublishedRevision> revisions = known.get(alert.id());
    if (revisions != null) {
      int newest = revisions.getLast().revision();
      if (revisionOf(alert) <= newest && wasPublished(alert, revisions)) {
        return;
      }
      if (revisionOf(alert) <= newest) {
        shifts.put(alert.id(), newest + 1 - alert.revision());
      }
      known.remove(alert.id());
    }
    output.collect(
        shifts.containsKey(alert.id())
            ? record.replace(alert.draft().revision(revisionOf(alert)).build())
            : record);
  }

  private int revisionOf(Alert alert) {
    return alert.revision() + shifts.getOrDefault(alert.id(), 0);
  }

  /** Goes on in what was published to the stage of the alert, if it is there. */
  private static boolean wasPublished(Alert alert, Deque<PublishedRevision> revisions) {
    Stage stage = Stage.of(alert);
    if (revisions.stream().noneMatch(revision -> revision.stage().equals(stage))) {
      return false;
    }
    while (!revisions.getFirst().stage().equals(stage)) {
      revisions.removeFirst();
    }
    return true;
  }
}
