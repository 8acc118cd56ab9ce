package city.xueliang.placewatch.watch;

import city.xueliang.domain.alert.Signal;
import city.xueliang.domain.coverage.DeviceStatusChange;
import city.xueliang.domain.observation.EventTime;
import city.xueliang.domain.observation.Observation;
import city.xueliang.domain.place.Device;
import city.xueliang.domain.rule.ThresholdRule;
import city.xueliang.domain.tally.Minutes;
import city.xueliang.domain.tally.Window;
import city.xueliang.flink.state.BinaryTypeInfo;
import city.xueliang.flink.time.WatermarkMemory;
import city.xueliang.placewatch.intake.Accepted;
import city.xueliang.placewatch.intake.DeviceChange;
import city.xueliang.placewatch.intake.IntakeMetrics;
import city.xueliang.placewatch.intake.PlaceChange;
import city.xueliang.placewatch.intake.RejectedRecords;
import city.xueliang.placewatch.intake.Rejection;
import city.xueliang.placewatch.intake.RejectionCounters;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Watches over each device: joins the registry, drops duplicates ({@link RecordMemory}), evaluates
 * the rules on single devices ({@link DeviceRules}), tells which of them are heard ({@link
 * DeviceContacts}), and sends on what its records add to its grid.
 *
 * <p>State of a device: its newest entry in the registry, also the one that removed it; the
 * identities of its records, until the watermark is past them by lateness and slack; where it
 * stands with each rule that judged it and still covers its grid or has an alert to clear; and,
 * only until the registry was read, its waiting records.
 */
public final class WatchDevice
    extends KeyedBroadcastProcessFunction<String, DeviceInput, PlaceChange, GridObservation>
    implements CheckpointedFunction {
  private static final long serialVersionUID = 1L;

  /** Conditions that came up or went. */
  public static final OutputTag<Signal> SIGNALS =
      new OutputTag<>("signals", BinaryTypeInfo.of(Signal.class, new Signal.Form()));

  /** Devices that are heard, silent or otherwise not what they were before. */
  public static final OutputTag<DeviceStatusChange> STATUS_CHANGES =
      new OutputTag<>(
          "status-changes",
          BinaryTypeInfo.of(DeviceStatusChange.class, new DeviceStatusChange.Form()));

  /** The newest entry of each place of the registry, by code; that it was removed is one, too. */
  public static final MapStateDescriptor<String, PlaceChange> PLACES =
      new MapStateDescriptor<>(
          "places", Types.STRING, BinaryTypeInfo.of(PlaceChange.class, new PlaceChange.Form()));

  /**
   * The registry holds the watermark back until it was read to its end. A timer at the beginning of
   * time therefore fires as soon as there is a registry to judge waiting records by.
   */
  private static final long BEGINNING_OF_TIME = Long.MIN_VALUE + 1;

  private final DeviceRules rules;
  private final DeviceContacts contacts;
  private transient WatermarkMemory watermark;
  private transient TimerService timers;
  private transient ValueState<DeviceChange> entry;
  private transient RecordMemory records;
  private transient ListState<Accepted> waiting;
  private transient Counter late;
  private transient Counter missed;
  private transient Counter duplicates;
  private transient RejectionCounters rejected;

  public WatchDevice(List<ThresholdRule> rules, SilenceClock silenceBy) {
    this.rules = new DeviceRules(rules);
    this.contacts = new DeviceContacts(silenceBy);
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    watermark = WatermarkMemory.restore(context);
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    if (timers != null) {
      // Minutes were sent and forgotten by this watermark, also if no record came since.
      reached();
    }
    watermark.snapshot();
  }

  @Override
  public void open(OpenContext context) {
    entry =
        getRuntimeContext()
            .getState(
                new ValueStateDescriptor<>(
                    "registry-entry",
                    BinaryTypeInfo.of(DeviceChange.class, new DeviceChange.Form())));
    records = new RecordMemory(getRuntimeContext());
    waiting =
        getRuntimeContext()
            .getListState(
                new ListStateDescriptor<>(
                    "waiting-records", BinaryTypeInfo.of(Accepted.class, new Accepted.Form())));
    rules.open(getRuntimeContext());
    contacts.open(getRuntimeContext());
    late = IntakeMetrics.group(getRuntimeContext()).counter(IntakeMetrics.LATE);
    missed = IntakeMetrics.group(getRuntimeContext()).counter(IntakeMetrics.MISSED);
    duplicates = IntakeMetrics.group(getRuntimeContext()).counter(IntakeMetrics.DUPLICATE);
    rejected = new RejectionCounters(getRuntimeContext());
  }

  @Override
  public void processBroadcastElement(
      PlaceChange change, Context context, Collector<GridObservation> out) throws Exception {
    BroadcastState<String, PlaceChange> places = context.getBroadcastState(PLACES);
    PlaceChange before = places.get(change.code());
    if (before == null || !change.position().isBefore(before.position())) {
      places.put(change.code(), change);
    }
  }

  @Override
  public void processElement(
      DeviceInput input, ReadOnlyContext context, Collector<GridObservation> out) throws Exception {
    timers = context.timerService();
    if (input.change() != null) {
      enter(input.change(), context);
    } else if (input.mistimed() != null) {
      Device device = device();
      if (device != null) {
        contacts.mistimed(device, timers, change -> context.output(STATUS_CHANGES, change));
      }
    } else if (wasRegistryRead()) {
      judge(input.accepted(), context, out);
    } else {
      waiting.add(input.accepted());
      timers.registerEventTimeTimer(BEGINNING_OF_TIME);
    }
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<GridObservation> out)
      throws Exception {
    timers = context.timerService();
    contacts.onTimer(
        timestamp,
        context.timeDomain(),
        device(),
        timers,
        change -> context.output(STATUS_CHANGES, change));
    if (context.timeDomain() == TimeDomain.PROCESSING_TIME) {
      return;
    }
    if (timestamp == BEGINNING_OF_TIME) {
      for (Accepted accepted : waiting.get()) {
        judge(accepted, context, out);
      }
      waiting.clear();
    } else {
      records.forgetBefore(EventTime.horizon(reached()));
    }
  }

  private void judge(Accepted accepted, ReadOnlyContext context, Collector<GridObservation> out)
      throws Exception {
    Observation observation = accepted.observation();
    Device device = device();
    PlaceChange place =
        device == null ? null : context.getBroadcastState(PLACES).get(device.grid());
    Optional<Rejection> rejection = RegistryVerdict.of(accepted, device, place);
    if (rejection.isPresent()) {
      rejected.count(rejection.get());
      context.output(RejectedRecords.TAG, rejection.get());
      return;
    }
    if (EventTime.isLate(observation)) {
      late.inc();
      contacts.mistimed(device, timers, change -> context.output(STATUS_CHANGES, change));
      return;
    }
    long minute = Minutes.startOf(EventTime.of(observation));
    if (Minutes.endOf(minute) <= EventTime.horizon(reached())) {
      missed.inc();
      contacts.heard(observation, device, timers, change -> context.output(STATUS_CHANGES, change));
      return;
    }
    RecordMemory.Verdict verdict = records.remember(observation, timers);
    if (verdict == RecordMemory.Verdict.DUPLICATE) {
      duplicates.inc();
      return;
    }
    int firsts = verdict == RecordMemory.Verdict.FIRST_OF_MINUTE ? Window.MINUTE.bit() : 0;
    out.collect(GridObservation.of(observation, device.grid(), firsts));
    contacts.heard(observation, device, timers, change -> context.output(STATUS_CHANGES, change));
    rules.evaluate(observation, device.grid(), signal -> context.output(SIGNALS, signal));
  }

  private void enter(DeviceChange change, ReadOnlyContext context) throws Exception {
    DeviceChange before = entry.value();
    if (before == null || !change.position().isBefore(before.position())) {
      Device old = device();
      entry.update(change);
      contacts.enter(
          old, change.device(), timers, status -> context.output(STATUS_CHANGES, status));
    }
  }

  /** The registry's entry of the current device; null if there is none. */
  private Device device() throws Exception {
    DeviceChange known = entry.value();
    return known == null ? null : known.device();
  }

  /** Of this run's watermark: at a restart, what was published meanwhile is waited for again. */
  private boolean wasRegistryRead() {
    return timers.currentWatermark() > Long.MIN_VALUE;
  }

  private long reached() {
    return watermark.reached(timers.currentWatermark());
  }
}
