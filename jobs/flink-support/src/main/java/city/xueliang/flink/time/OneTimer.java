package city.xueliang.flink.time;

import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimerService;

/**
 * A timer of which each key has at most one: whoever needs it earlier moves it, whoever needs it
 * later finds it set and asks again when it fires. State of a key: for when it is set.
 */
public final class OneTimer {
  /** The time at which it need not fire at all. */
  public static final long NEVER = Long.MAX_VALUE;

  private final ValueState<Long> set;
  private final Step register;
  private final Step delete;

  /** What is done with a timer of the current key, such as registering it. */
  @FunctionalInterface
  public interface Step {
    void take(TimerService timers, long time);
  }

  /**
   * @param name of the state
   */
  public OneTimer(RuntimeContext context, String name, Step register, Step delete) {
    this.set = context.getState(new ValueStateDescriptor<>(name, Types.LONG));
    this.register = register;
    this.delete = delete;
  }

  /** One of event time. */
  public static OneTimer ofEventTime(RuntimeContext context, String name) {
    return new OneTimer(
        context, name, TimerService::registerEventTimeTimer, TimerService::deleteEventTimeTimer);
  }

  /** Lets it fire at this time at the latest. */
  public void fireBy(long time, TimerService timers) throws Exception {
    Long current = set.value();
    if (time == NEVER || (current != null && current <= time)) {
      return;
    }
    if (current != null) {
      delete.take(timers, current);
    }
    register.take(timers, time);
    set.update(time);
  }

  /** Whether a timer that fires is this one, which is then set no more. */
  public boolean fires(long time) throws Exception {
    Long current = set.value();
    if (current == null || current != time) {
      return false;
    }
    set.clear();
    return true;
  }

  /** Takes it back if it is set. */
  public void cancel(TimerService timers) throws Exception {
    Long current = set.value();
    if (current != null) {
      delete.take(timers, current);
      set.clear();
    }
  }
}
