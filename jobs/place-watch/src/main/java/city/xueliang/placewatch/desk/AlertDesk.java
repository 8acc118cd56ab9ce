package city.xueliang.placewatch.desk;

import city.xueliang.domain.alert.Alert;
import city.xueliang.domain.desk.DistrictDesk;
import city.xueliang.domain.desk.Refused;
import city.xueliang.domain.desk.Surroundings;
import city.xueliang.flink.state.BinaryTypeInfo;
import city.xueliang.flink.time.OneTimer;
import city.xueliang.placewatch.intake.RejectedRecords;
import city.xueliang.placewatch.intake.Rejection;
import city.xueliang.placewatch.intake.RuleChange;
import city.xueliang.placewatch.intake.TakenAction;
import city.xueliang.placewatch.registry.KnownRules;
import city.xueliang.placewatch.registry.KnownZones;
import city.xueliang.placewatch.registry.RegistryChange;
import city.xueliang.placewatch.watch.SilenceClock;
import city.xueliang.schemas.RejectReason;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Owns the life of every alert of a district. State of a district: its {@link DistrictDesk}, until
 * no device is enrolled and no alert is kept any more; actions that came too early; and the time of
 * its one timer.
 */
public final class AlertDesk
    extends KeyedBroadcastProcessFunction<String, DeskInput, RegistryChange, Alert>
    implements CheckpointedFunction {
  private static final long serialVersionUID = 1L;

  /** When a desk looks at itself at the latest: a change of the rules can set no timer. */
  private static final long LONGEST_WAIT_MILLIS = 1_000;

  private final SilenceClock clock;
  private transient ValueStateDescriptor<DistrictDesk> descriptor;
  private transient ValueState<DistrictDesk> state;
  private transient OneTimer timer;
  private transient KnownRules rules;
  private transient KnownZones zones;
  private transient AlertFigures figures;
  private transient WaitingActions waiting;
  private transient boolean isRestored;

  /**
   * @param clock by which the desk's deadlines pass
   */
  public AlertDesk(SilenceClock clock) {
    this.clock = clock;
  }

  @Override
  public void initializeState(FunctionInitializationContext context) {
    isRestored = context.isRestored();
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) {
    // All of the state is Flink's.
  }

  @Override
  public void open(OpenContext context) {
    descriptor =
        new ValueStateDescriptor<>(
            "desk", BinaryTypeInfo.of(DistrictDesk.class, new DistrictDesk.Form()));
    state = getRuntimeContext().getState(descriptor);
    timer = new OneTimer(getRuntimeContext(), "desk-timer", clock::register, clock::delete);
    rules = new KnownRules();
    zones = new KnownZones();
    figures = new AlertFigures(getRuntimeContext().getMetricGroup());
    waiting = new WaitingActions(getRuntimeContext(), isRestored);
  }

  @Override
  public void processElement(DeskInput input, ReadOnlyContext context, Collector<Alert> out)
      throws Exception {
    TimerService timers = context.timerService();
    long now = now(input, timers);
    DistrictDesk known = state.value();
    DistrictDesk desk = known == null ? new DistrictDesk(context.getCurrentKey()) : known;
    Surroundings around = surroundings(context);
    if (input.signal() != null) {
      desk.take(input.signal(), around, now, alert -> tell(alert, out));
    } else if (input.enrolment() != null) {
      desk.take(input.enrolment(), around, now, alert -> tell(alert, out));
    } else {
      waiting.add(input.action());
    }
    act(desk, context, now, out);
    keep(desk, now, timers);
  }

  /** Lets the seats act that need not wait. */
  private void act(DistrictDesk desk, ReadOnlyContext context, long now, Collector<Alert> out)
      throws Exception {
    for (TakenAction taken : waiting.take(desk, context.currentProcessingTime())) {
      Optional<Refused> refused =
          desk.act(taken.action(), surroundings(context), now, alert -> tell(alert, out));
      refused.ifPresent(why -> context.output(RejectedRecords.TAG, rejection(taken, why)));
    }
  }

  @Override
  public void processBroadcastElement(RegistryChange change, Context context, Collector<Alert> out)
      throws Exception {
    if (change.place() != null) {
      zones.take(
          change.place(), context.getBroadcastState(KnownZones.STATE), context.currentWatermark());
      return;
    }
    if (!rules.take(change.rule(), context.getBroadcastState(KnownRules.STATE))) {
      return;
    }
    long now = clock.now(context.currentProcessingTime(), context.currentWatermark());
    if (now == SilenceClock.UNKNOWN) {
      // No desk has anything to judge again before the first record.
      return;
    }
    Surroundings around =
        surroundings(
            context.getBroadcastState(KnownRules.STATE),
            context.getBroadcastState(KnownZones.STATE));
    context.applyToKeyedState(
        descriptor,
        (district, desk) -> {
          DistrictDesk known = desk.value();
          known.rulesChanged(around, now, alert -> tell(alert, out));
          desk.update(known);
        });
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<Alert> out)
      throws Exception {
    if (!timer.fires(timestamp)) {
      return;
    }
    DistrictDesk known = state.value();
    if (known == null && waiting.isEmpty()) {
      return;
    }
    DistrictDesk desk = known == null ? new DistrictDesk(context.getCurrentKey()) : known;
    TimerService timers = context.timerService();
    long now = clock == SilenceClock.EVENT_TIME ? timestamp : clock.now(timers);
    desk.onTime(surroundings(context), now, alert -> tell(alert, out));
    act(desk, context, now, out);
    keep(desk, now, timers);
  }

  /** Sets the timer, too. What the rules' changes bring forward is noticed at the next round. */
  private void keep(DistrictDesk desk, long now, TimerService timers) throws Exception {
    if (desk.isEmpty()) {
      state.clear();
      if (waiting.isEmpty()) {
        return;
      }
    } else {
      state.update(desk);
    }
    if (timers.currentWatermark() == Long.MAX_VALUE && clock == SilenceClock.EVENT_TIME) {
      // The replay has ended: no time will come for which to wait.
      return;
    }
    long reached = Math.max(now, timers.currentWatermark());
    long latest = (clock == SilenceClock.EVENT_TIME ? reached : now) + LONGEST_WAIT_MILLIS;
    timer.fireBy(Math.min(Math.max(desk.nextTime(), now + 1), latest), timers);
  }

  private void tell(Alert alert, Collector<Alert> out) {
    figures.count(alert);
    out.collect(alert);
  }

  /** Before a replay's first watermark only what comes can tell the time. */
  private long now(DeskInput input, TimerService timers) {
    long now = clock.now(timers);
    return now == SilenceClock.UNKNOWN ? input.at() : now;
  }

  private Surroundings surroundings(
      ReadOnlyBroadcastState<String, RuleChange> knownRules,
      ReadOnlyBroadcastState<String, KnownZones.Entry> knownZones)
      throws Exception {
    return new Surroundings(rules.book(knownRules), zones.now(knownZones));
  }

  private Surroundings surroundings(ReadOnlyContext context) throws Exception {
    return surroundings(
        context.getBroadcastState(KnownRules.STATE), context.getBroadcastState(KnownZones.STATE));
  }

  private static Rejection rejection(TakenAction taken, Refused why) {
    return new Rejection(
        taken.source(),
        switch (why.refusal()) {
          case UNKNOWN_ALERT -> RejectReason.UNKNOWN_ALERT;
          case OUTSIDE_JURISDICTION -> RejectReason.OUTSIDE_JURISDICTION;
          case STALE_REVISION -> RejectReason.STALE_REVISION;
          case NOT_ALLOWED -> RejectReason.ACTION_NOT_ALLOWED;
        },
        why.detail());
  }
}
