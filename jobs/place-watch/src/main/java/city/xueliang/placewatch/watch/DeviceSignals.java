package city.xueliang.placewatch.watch;

import city.xueliang.domain.alert.Enrolment;
import city.xueliang.domain.alert.Evidence;
import city.xueliang.domain.alert.Signal;
import city.xueliang.domain.alert.Subject;
import city.xueliang.domain.coverage.DeviceStatus;
import city.xueliang.domain.coverage.DeviceStatusChange;
import city.xueliang.domain.desk.RulesInForce;
import city.xueliang.domain.observation.EventTime;
import city.xueliang.domain.observation.Observation;
import city.xueliang.domain.place.Device;
import city.xueliang.domain.place.PlaceCodes;
import city.xueliang.domain.rule.Condition;
import city.xueliang.domain.rule.Rule;
import city.xueliang.domain.tally.Standpoint;
import city.xueliang.placewatch.detect.PatternRoutes;
import city.xueliang.placewatch.intake.RuleChange;
import city.xueliang.placewatch.registry.KnownRules;
import city.xueliang.placewatch.registry.KnownZones;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;

/**
 * Tells what the rules in force say of the current key's device: the signals of the rules on single
 * devices, the sightings for those on patterns, and for the desk who is waited for.
 */
final class DeviceSignals {
  private final SilenceClock clock;
  private final DeviceEntry entry;
  private final DeviceContacts contacts;
  private final KnownZones zones;
  private final KnownRules rules = new KnownRules();
  private final DeviceRules deviceRules;
  private PatternRoutes routes = new PatternRoutes(RulesInForce.EMPTY);
  private RulesInForce routed = RulesInForce.EMPTY;

  /**
   * @param zone whose days and weeks have the rhythm of what is usual
   */
  DeviceSignals(
      RuntimeContext context,
      SilenceClock clock,
      ZoneId zone,
      DeviceEntry entry,
      DeviceContacts contacts,
      KnownZones zones) {
    this.clock = clock;
    this.entry = entry;
    this.contacts = contacts;
    this.zones = zones;
    this.deviceRules = new DeviceRules(context, clock, zone);
  }

  /** Takes in a change of the rules, and judges by it what is known of all devices. */
  void take(RuleChange change, KeyedBroadcastProcessFunction<String, ?, ?, ?>.Context context)
      throws Exception {
    if (!rules.take(change, context.getBroadcastState(KnownRules.STATE))) {
      return;
    }
    Rule rule = change.what().rule();
    Function<String, List<String>> zonesOf = zones.now(context.getBroadcastState(KnownZones.STATE));
    long now = clock.now(context.currentProcessingTime(), context.currentWatermark());
    Consumer<Signal> signals = signal -> context.output(WatchDevice.SIGNALS, signal);
    deviceRules.changed(
        context,
        change.what().key(),
        rule,
        subject -> rule.covers(subject.place(), zonesOf.apply(subject.place())),
        Math.max(now, 0),
        signals);
    boolean isOnAbsence = rule != null && rule.condition() instanceof Condition.Absence;
    if (isOnAbsence && now != SilenceClock.UNKNOWN) {
      context.applyToKeyedState(
          contacts.descriptor(), (id, contact) -> judgeStanding(rule, zonesOf, now, signals));
    }
  }

  /** A device that is silent already changes its status no more. */
  private void judgeStanding(
      Rule rule, Function<String, List<String>> zonesOf, long now, Consumer<Signal> signals)
      throws Exception {
    Device device = entry.device();
    DeviceStatusChange standing = device == null ? null : contacts.standing(device, now);
    if (standing != null) {
      deviceRules.standing(
          rule,
          subject(device, device.grid()),
          zonesOf.apply(device.grid()),
          standing,
          now,
          signals);
    }
  }

  /** Judges an observation that counts, where the device stood. */
  void observed(
      Observation observation,
      Device device,
      Standpoint standpoint,
      TimerService timers,
      KeyedBroadcastProcessFunction<String, ?, ?, ?>.ReadOnlyContext context)
      throws Exception {
    Subject subject = subject(device, standpoint.grid());
    Evidence seen =
        new Evidence(
            observation.deviceId(),
            observation.measure(),
            observation.value(),
            EventTime.of(observation));
    RulesInForce book = book(context);
    deviceRules.observed(book, subject, standpoint.zones(), seen, timers, signals(context));
    if (routed != book) {
      routes = new PatternRoutes(book);
      routed = book;
    }
    routes.route(
        subject,
        seen,
        standpoint.zones(),
        sighting -> context.output(WatchDevice.SIGHTINGS, sighting));
  }

  /** Judges that the device is something else than before. */
  void statusChanged(
      Device device,
      DeviceStatusChange change,
      TimerService timers,
      KeyedBroadcastProcessFunction<String, ?, ?, ?>.ReadOnlyContext context)
      throws Exception {
    Subject subject = subject(device, device.grid());
    boolean wasExpected = change.from() != DeviceStatus.NOT_EXPECTED;
    boolean isExpected = change.to() != DeviceStatus.NOT_EXPECTED;
    if (isExpected != wasExpected) {
      context.output(WatchDevice.ENROLMENTS, new Enrolment(subject, isExpected));
    }
    deviceRules.statusChanged(
        book(context),
        subject,
        zones.now(context.getBroadcastState(KnownZones.STATE)).apply(device.grid()),
        change,
        timers,
        signals(context));
  }

  /** Judges what time has brought about. */
  void onTimer(
      long time,
      TimeDomain domain,
      TimerService timers,
      KeyedBroadcastProcessFunction<String, ?, ?, ?>.ReadOnlyContext context)
      throws Exception {
    if (clock.isOf(domain)) {
      withdrawIfGone(timers, context);
      Device device = entry.device();
      Subject subject = device == null ? null : subject(device, device.grid());
      deviceRules.onTimer(book(context), time, subject, timers, signals(context));
    }
    if (domain == TimeDomain.EVENT_TIME) {
      deviceRules.onEventTime(book(context), time, timers, signals(context));
    }
  }

  /** Takes back what is raised about a device that is out of service. */
  void withdrawIfGone(
      TimerService timers, KeyedBroadcastProcessFunction<String, ?, ?, ?>.ReadOnlyContext context)
      throws Exception {
    Device device = entry.device();
    long now = clock.now(timers);
    if (device == null || (now != SilenceClock.UNKNOWN && device.isRetiredAt(now))) {
      deviceRules.withdraw(book(context), Math.max(now, 0), timers, signals(context));
    }
  }

  private RulesInForce book(KeyedBroadcastProcessFunction<String, ?, ?, ?>.ReadOnlyContext context)
      throws Exception {
    return rules.book(context.getBroadcastState(KnownRules.STATE));
  }

  private static Subject subject(Device device, String grid) {
    return new Subject(
        grid,
        PlaceCodes.districtOf(grid),
        device.deviceId(),
        device.segment(),
        device.modelClass());
  }

  private static Consumer<Signal> signals(
      KeyedBroadcastProcessFunction<String, ?, ?, ?>.ReadOnlyContext context) {
    return signal -> context.output(WatchDevice.SIGNALS, signal);
  }
}
