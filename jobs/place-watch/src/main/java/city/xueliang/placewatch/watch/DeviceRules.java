package city.xueliang.placewatch.watch;

import city.xueliang.domain.alert.Evidence;
import city.xueliang.domain.alert.Signal;
import city.xueliang.domain.alert.Subject;
import city.xueliang.domain.coverage.DeviceStatusChange;
import city.xueliang.domain.desk.RulesInForce;
import city.xueliang.domain.detector.Detector;
import city.xueliang.domain.detector.Sighting;
import city.xueliang.domain.detector.absence.AbsenceDetector;
import city.xueliang.domain.detector.absence.AbsenceState;
import city.xueliang.domain.detector.rate.RateDetector;
import city.xueliang.domain.detector.rate.RateState;
import city.xueliang.domain.detector.threshold.ThresholdDetector;
import city.xueliang.domain.detector.threshold.ThresholdState;
import city.xueliang.domain.detector.unusual.SeriesDetector;
import city.xueliang.domain.detector.unusual.SeriesWatch;
import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.place.ModelClass;
import city.xueliang.domain.rule.Condition;
import city.xueliang.domain.rule.Extent;
import city.xueliang.domain.rule.Rule;
import city.xueliang.placewatch.detect.RuleWatches;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;

/**
 * Evaluates the rules on single devices: on their values the moment a record arrives, on their
 * absence when their status changes or has lasted. State of a device: a watch for each rule by
 * which there is something to remember, and the times of one timer for absences and one for
 * changes.
 */
final class DeviceRules {
  private final SilenceClock clock;
  private final RuleWatches<ThresholdState, Sighting> thresholds;
  private final RuleWatches<RateState, Sighting> rates;
  private final RuleWatches<SeriesWatch, Sighting> series;
  private final RuleWatches<AbsenceState, DeviceStatusChange> absences;
  private final ValueState<Long> timer;
  private final ValueState<Long> rateTimer;
  private Index index = new Index(RulesInForce.EMPTY);

  /**
   * @param zone whose days and weeks have the rhythm of what is usual
   */
  DeviceRules(RuntimeContext context, SilenceClock clock, ZoneId zone) {
    this.clock = clock;
    thresholds =
        new RuleWatches<>(
            context,
            "threshold",
            ThresholdState.class,
            new ThresholdState.Form(),
            rule ->
                rule.condition() instanceof Condition.Threshold threshold
                    ? new ThresholdDetector(threshold)
                    : null);
    rates =
        new RuleWatches<>(
            context,
            "rate",
            RateState.class,
            new RateState.Form(),
            rule ->
                rule.condition() instanceof Condition.Rate rate ? new RateDetector(rate) : null);
    series =
        new RuleWatches<>(
            context,
            "series",
            SeriesWatch.class,
            new SeriesWatch.Form(),
            rule ->
                rule.condition() instanceof Condition.Unusual unusual
                    ? new SeriesDetector(unusual, zone)
                    : null);
    absences =
        new RuleWatches<>(
            context,
            "absence",
            AbsenceState.class,
            new AbsenceState.Form(),
            rule ->
                rule.condition() instanceof Condition.Absence absence
                    ? new AbsenceDetector(absence)
                    : null);
    timer = context.getState(new ValueStateDescriptor<>("absence-timer", Types.LONG));
    rateTimer = context.getState(new ValueStateDescriptor<>("rate-timer", Types.LONG));
  }

  /** The rules by what they judge; made anew when they change. */
  private static final class Index {
    private final RulesInForce book;
    private final EnumMap<Measure, List<Rule>> thresholds = new EnumMap<>(Measure.class);
    private final EnumMap<Measure, List<Rule>> rates = new EnumMap<>(Measure.class);
    private final EnumMap<Measure, List<Rule>> series = new EnumMap<>(Measure.class);
    private final EnumMap<ModelClass, List<Rule>> absences = new EnumMap<>(ModelClass.class);

    Index(RulesInForce book) {
      this.book = book;
      for (Rule rule : book.rules()) {
        if (rule.condition() instanceof Condition.Threshold threshold) {
          add(thresholds, threshold.measure(), rule);
        } else if (rule.condition() instanceof Condition.Rate rate) {
          add(rates, rate.measure(), rule);
        } else if (rule.condition() instanceof Condition.Unusual unusual
            && unusual.per() == Extent.DEVICE) {
          add(series, unusual.measure(), rule);
        } else if (rule.condition() instanceof Condition.Absence absence) {
          absence.devices().forEach(devices -> add(absences, devices, rule));
        }
      }
    }

    private static <K extends Enum<K>> void add(EnumMap<K, List<Rule>> rules, K judged, Rule rule) {
      rules.computeIfAbsent(judged, any -> new ArrayList<>()).add(rule);
    }
  }

  /** Judges an observation of the current key's device. */
  void observed(
      RulesInForce book,
      Subject device,
      List<String> zones,
      Evidence seen,
      TimerService timers,
      Consumer<Signal> out)
      throws Exception {
    use(book);
    Sighting sighting =
        new Sighting(
            device.place(), device.deviceId(), seen.measure(), seen.value(), seen.occurredAt());
    judge(thresholds, index.thresholds.get(seen.measure()), device, zones, sighting, out);
    if (index.rates.containsKey(seen.measure())) {
      judge(rates, index.rates.get(seen.measure()), device, zones, sighting, out);
      scheduleRates(timers);
    }
    judge(series, index.series.get(seen.measure()), device, zones, sighting, out);
  }

  /** Judges a change of the current key's device's status. */
  void statusChanged(
      RulesInForce book,
      Subject device,
      List<String> zones,
      DeviceStatusChange change,
      TimerService timers,
      Consumer<Signal> out)
      throws Exception {
    use(book);
    judge(absences, index.absences.get(device.deviceClass()), device, zones, change, out);
    schedule(timers);
  }

  /**
   * Judges what became of the current key's device before the rule was there. Of what has not
   * lasted long enough, time tells from the next timer of the device on.
   */
  void standing(
      Rule rule,
      Subject device,
      List<String> zones,
      DeviceStatusChange standing,
      long now,
      Consumer<Signal> out)
      throws Exception {
    boolean isWatched =
        ((Condition.Absence) rule.condition()).devices().contains(device.deviceClass());
    if (isWatched && rule.covers(device.place(), zones)) {
      absences.judge(rule, standing, device, out);
      absences.onTime(rule, now, device, out);
    }
  }

  /** Judges what has lasted, if the timer is the one of these rules. */
  void onTimer(
      RulesInForce book, long time, Subject device, TimerService timers, Consumer<Signal> out)
      throws Exception {
    use(book);
    Long set = timer.value();
    if (set != null && set == time) {
      timer.clear();
      if (device != null) {
        absences.onTime(book, time, device, out);
      }
    }
    // Whichever timer it is: a change of the rules can set none.
    schedule(timers);
  }

  /**
   * Ends the changes after which no value came, if the timer is the one for that: of event time, as
   * the values are, whatever the clock of absences.
   */
  void onEventTime(RulesInForce book, long time, TimerService timers, Consumer<Signal> out)
      throws Exception {
    Long set = rateTimer.value();
    if (set == null || set != time) {
      return;
    }
    rateTimer.clear();
    use(book);
    // What is raised knows its subject, and time alone raises nothing.
    rates.onTime(book, time, null, out);
    scheduleRates(timers);
  }

  /** Forgets a device that is watched no more. */
  void withdraw(RulesInForce book, long at, TimerService timers, Consumer<Signal> out)
      throws Exception {
    thresholds.withdrawAll(book, at, out);
    rates.withdrawAll(book, at, out);
    series.withdrawAll(book, at, out);
    absences.withdrawAll(book, at, out);
    Long set = timer.value();
    if (set != null) {
      clock.delete(timers, set);
      timer.clear();
    }
    Long rateSet = rateTimer.value();
    if (rateSet != null) {
      timers.deleteEventTimeTimer(rateSet);
      rateTimer.clear();
    }
  }

  /**
   * Judges all devices anew by a rule that changed.
   *
   * @param rule null if there is none of this id any more
   */
  void changed(
      KeyedBroadcastProcessFunction<String, ?, ?, ?>.Context context,
      String ruleId,
      Rule rule,
      Predicate<Subject> covered,
      long now,
      Consumer<Signal> out)
      throws Exception {
    for (RuleWatches<?, ?> watches : List.of(thresholds, rates, series, absences)) {
      context.applyToKeyedState(
          watches.descriptor(), (device, state) -> watches.change(ruleId, rule, covered, now, out));
    }
  }

  private static <S, I> void judge(
      RuleWatches<S, I> watches,
      List<Rule> rules,
      Subject device,
      List<String> zones,
      I input,
      Consumer<Signal> out)
      throws Exception {
    if (rules == null) {
      return;
    }
    for (Rule rule : rules) {
      if (rule.covers(device.place(), zones)) {
        watches.judge(rule, input, device, out);
      } else if (watches.isWatched(rule)) {
        watches.withdraw(rule, atOf(input), out);
      }
    }
  }

  private static long atOf(Object input) {
    return input instanceof Sighting sighting
        ? sighting.occurredAt()
        : ((DeviceStatusChange) input).at();
  }

  private void schedule(TimerService timers) throws Exception {
    long due = absences.due(index.book);
    Long set = timer.value();
    if (due == Detector.NEVER || (set != null && set <= due)) {
      return;
    }
    if (set != null) {
      clock.delete(timers, set);
    }
    clock.register(timers, due);
    timer.update(due);
  }

  private void scheduleRates(TimerService timers) throws Exception {
    long due = rates.due(index.book);
    Long set = rateTimer.value();
    if (due == Detector.NEVER || (set != null && set <= due)) {
      return;
    }
    if (set != null) {
      timers.deleteEventTimeTimer(set);
    }
    timers.registerEventTimeTimer(due);
    rateTimer.update(due);
  }

  private void use(RulesInForce book) {
    if (index.book != book) {
      index = new Index(book);
    }
  }
}
