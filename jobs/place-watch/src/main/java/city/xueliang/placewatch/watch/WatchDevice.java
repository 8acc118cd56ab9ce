package city.xueliang.placewatch.watch;

import city.xueliang.domain.alert.Enrolment;
import city.xueliang.domain.alert.Signal;
import city.xueliang.domain.coverage.DeviceStatusChange;
import city.xueliang.domain.observation.EventTime;
import city.xueliang.domain.observation.Observation;
import city.xueliang.domain.place.Device;
import city.xueliang.domain.tally.HeardWindows;
import city.xueliang.domain.tally.Minutes;
import city.xueliang.domain.tally.PlacePartial;
import city.xueliang.domain.tally.Standpoint;
import city.xueliang.domain.tally.Windows;
import city.xueliang.flink.state.BinaryTypeInfo;
import city.xueliang.flink.time.WatermarkDelay;
import city.xueliang.flink.time.WatermarkMemory;
import city.xueliang.placewatch.detect.RoutedSighting;
import city.xueliang.placewatch.intake.Accepted;
import city.xueliang.placewatch.intake.IntakeMetrics;
import city.xueliang.placewatch.intake.PlaceChange;
import city.xueliang.placewatch.intake.RejectedRecords;
import city.xueliang.placewatch.intake.Rejection;
import city.xueliang.placewatch.intake.Verdicts;
import city.xueliang.placewatch.registry.KnownZones;
import city.xueliang.placewatch.registry.RegistryChange;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.MetricGroup;
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
 * them by the rules in force ({@link DeviceSignals}), tells which of them are heard ({@link
 * DeviceContacts}), and sends on what its records add to its grid.
 *
 * <p>State of a device: where it stands ({@link DeviceEntry}); the identities of its records and
 * the windows in which it was heard, until the watermark is past them by lateness and slack; where
 * it stands with each rule that judged it and still covers its grid or has an alert to clear; and,
 * only until the registry was read, its waiting records.
 */
public final class WatchDevice
    extends KeyedBroadcastProcessFunction<String, DeviceInput, RegistryChange, GridObservation>
    implements CheckpointedFunction {
  private static final long serialVersionUID = 1L;

  /** Conditions that came up or went. */
  public static final OutputTag<Signal> SIGNALS =
      new OutputTag<>("signals", BinaryTypeInfo.of(Signal.class, new Signal.Form()));

  /** Observations that show a sign of a rule on patterns, for each site of the rule. */
  public static final OutputTag<RoutedSighting> SIGHTINGS =
      new OutputTag<>("sightings", RoutedSighting.TYPE);

  /** Devices that are waited for from now on, or no more. */
  public static final OutputTag<Enrolment> ENROLMENTS =
      new OutputTag<>("enrolments", BinaryTypeInfo.of(Enrolment.class, new Enrolment.Form()));

  /** What sets devices right that several grids of a place count; see {@link HeardWindows}. */
  public static final OutputTag<PlacePartial> CORRECTIONS =
      new OutputTag<>(
          "corrections", BinaryTypeInfo.of(PlacePartial.class, new PlacePartial.Form()));

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

  private final SilenceClock clock;
  private final DeviceContacts contacts;
  private final Windows windows;
  private transient WatermarkMemory watermark;
  private transient TimerService timers;
  private transient DeviceEntry entry;
  private transient DeviceSignals signals;
  private transient RecordMemory records;
  private transient KnownZones zones;
  private transient ListState<Accepted> waiting;
  private transient Verdicts verdicts;

  /**
   * @param windows of the city
   * @param clock by which a device falls silent
   */
  public WatchDevice(Windows windows, SilenceClock clock) {
    this.windows = windows;
    this.clock = clock;
    this.contacts = new DeviceContacts(clock);
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
    entry = new DeviceEntry(getRuntimeContext());
    records = new RecordMemory(getRuntimeContext(), windows);
    zones = new KnownZones();
    waiting =
        getRuntimeContext()
            .getListState(
                new ListStateDescriptor<>(
                    "waiting-records", BinaryTypeInfo.of(Accepted.class, new Accepted.Form())));
    contacts.open(getRuntimeContext());
    signals = new DeviceSignals(getRuntimeContext(), clock, windows.zone(), entry, contacts, zones);
    MetricGroup figures = getRuntimeContext().getMetricGroup();
    verdicts = new Verdicts(figures);
    IntakeMetrics.group(figures)
        .gauge(IntakeMetrics.WATERMARK_DELAY_MILLIS, () -> WatermarkDelay.millis(timers));
  }

  @Override
  public void processBroadcastElement(
      RegistryChange change, Context context, Collector<GridObservation> out) throws Exception {
    if (change.rule() != null) {
      signals.take(change.rule(), context);
      return;
    }
    PlaceChange place = change.place();
    BroadcastState<String, PlaceChange> places = context.getBroadcastState(PLACES);
    PlaceChange before = places.get(place.code());
    if (before == null || !place.position().isBefore(before.position())) {
      places.put(place.code(), place.withoutGeometry());
    }
    zones.take(place, context.getBroadcastState(KnownZones.STATE), context.currentWatermark());
  }

  @Override
  public void processElement(
      DeviceInput input, ReadOnlyContext context, Collector<GridObservation> out) throws Exception {
    timers = context.timerService();
    if (input.change() != null) {
      Device before = entry.device();
      entry.take(input.change(), timers);
      contacts.enter(before, entry.device(), timers, changes(context));
      signals.withdrawIfGone(timers, context);
    } else if (input.mistimed() != null) {
      contacts.mistimed(entry.device(), timers, changes(context));
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
    contacts.onTimer(timestamp, context.timeDomain(), entry.device(), timers, changes(context));
    signals.onTimer(timestamp, context.timeDomain(), timers, context);
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
      entry.forgetBefore(EventTime.horizon(reached()));
    }
  }

  private void judge(Accepted accepted, ReadOnlyContext context, Collector<GridObservation> out)
      throws Exception {
    Observation observation = accepted.observation();
    Device device = entry.device();
    Optional<Rejection> rejection = RegistryVerdict.ofDevice(accepted, device);
    if (rejection.isPresent()) {
      reject(rejection.get(), context);
      return;
    }
    if (EventTime.isLate(observation)) {
      context.output(Verdicts.TAG, verdicts.late(accepted.source(), timers));
      contacts.mistimed(device, timers, changes(context));
      return;
    }
    long minute = Minutes.startOf(EventTime.of(observation));
    if (Minutes.endOf(minute) <= EventTime.horizon(reached())) {
      context.output(Verdicts.TAG, verdicts.missed(accepted.source(), timers));
      contacts.heard(observation, device, timers, changes(context));
      return;
    }
    // Where the device stood is known as long as a record can be in time.
    String grid = entry.gridAt(device, EventTime.of(observation));
    PlaceChange place = grid == null ? null : context.getBroadcastState(PLACES).get(grid);
    rejection = RegistryVerdict.ofGrid(accepted, device, grid, place);
    if (rejection.isPresent()) {
      reject(rejection.get(), context);
      return;
    }
    if (!records.isNew(observation, timers)) {
      context.output(Verdicts.TAG, verdicts.duplicate(accepted.source(), timers));
      return;
    }
    Standpoint standpoint =
        new Standpoint(grid, zones.of(grid, minute, context.getBroadcastState(KnownZones.STATE)));
    int firsts =
        records.firsts(
            observation, standpoint, timers, partial -> context.output(CORRECTIONS, partial));
    out.collect(GridObservation.of(observation, grid, firsts));
    contacts.heard(observation, device, timers, changes(context));
    signals.observed(observation, device, standpoint, timers, context);
  }

  private void reject(Rejection rejection, ReadOnlyContext context) {
    verdicts.rejected(rejection, timers).forEach(row -> context.output(Verdicts.TAG, row));
    context.output(RejectedRecords.TAG, rejection);
  }

  private DeviceContacts.Changes changes(ReadOnlyContext context) {
    return (device, change) -> {
      context.output(STATUS_CHANGES, change);
      signals.statusChanged(device, change, timers, context);
    };
  }

  /** Of this run's watermark: at a restart, what was published meanwhile is waited for again. */
  private boolean wasRegistryRead() {
    return timers.currentWatermark() > Long.MIN_VALUE;
  }

  private long reached() {
    return watermark.reached(timers.currentWatermark());
  }
}
