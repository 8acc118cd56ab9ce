package city.xueliang.placewatch.desk;

import city.xueliang.domain.alert.Action;
import city.xueliang.domain.desk.DistrictDesk;
import city.xueliang.flink.state.BinaryTypeInfo;
import city.xueliang.placewatch.intake.TakenAction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;

/**
 * Actions that come before what they are about. After a restart all that followed the checkpoint is
 * read once more, and the actions of seats sooner than the readings that raise the alerts: for a
 * while, an action waits until the desk is where the seat saw it.
 *
 * <p>State of a district: the actions that wait, in their order.
 */
final class WaitingActions {
  /** After a restart, of the processing clock; then an action is judged as the desk stands. */
  static final Duration CATCH_UP = Duration.ofMinutes(1);

  private final ListState<TakenAction> waiting;
  private final boolean isRestored;

  /** Processing time of the first look; 0 before it. */
  private long startedAt;

  /**
   * @param isRestored whether this run goes on from a checkpoint
   */
  WaitingActions(RuntimeContext context, boolean isRestored) {
    this.isRestored = isRestored;
    waiting =
        context.getListState(
            new ListStateDescriptor<>(
                "waiting-actions", BinaryTypeInfo.of(TakenAction.class, new TakenAction.Form())));
  }

  /** Whether an action has to wait, by the processing clock. */
  boolean isEarly(Action action, DistrictDesk desk, long processingTime) {
    if (startedAt == 0) {
      startedAt = processingTime;
    }
    return isRestored
        && processingTime < startedAt + CATCH_UP.toMillis()
        && desk.revisionOf(action.alertId()) < Math.max(1, action.revision());
  }

  void add(TakenAction action) throws Exception {
    waiting.add(action);
  }

  boolean isEmpty() throws Exception {
    return !waiting.get().iterator().hasNext();
  }

  /** Takes out those that need not wait any more, in the order in which they came. */
  List<TakenAction> take(DistrictDesk desk, long processingTime) throws Exception {
    List<TakenAction> ready = new ArrayList<>(0);
    List<TakenAction> left = new ArrayList<>(0);
    for (TakenAction each : waiting.get()) {
      (isEarly(each.action(), desk, processingTime) ? left : ready).add(each);
    }
    if (!ready.isEmpty()) {
      waiting.update(left);
    }
    return ready;
  }
}
