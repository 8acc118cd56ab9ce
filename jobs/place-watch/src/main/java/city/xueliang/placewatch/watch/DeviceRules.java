package city.xueliang.placewatch.watch;

import city.xueliang.domain.alert.Evidence;
import city.xueliang.domain.alert.Signal;
import city.xueliang.domain.alert.Subject;
import city.xueliang.domain.coverage.DeviceStatusChange;
import city.xueliang.domain.desk.RulesInForce;
import city.xueliang.domain.detector.Sighting;
import city.xueliang.domain.detector.absence.AbsenceDetector;
import city.xueliang.domain.detector.absence.AbsenceState;
import city.xueliang.domain.detector.rate.RateDetector;
import city.xueliang.domain.detector.rate.RateState;
import city.xueliang.domain.detector.threshold.ThresholdDetector;
import city.xueliang.domain.detector.threshold.ThresholdState;
import city.xueliang.domain.detector.unusual.SeriesDetector;
import city.xueliang.domain.detector.unusual.SeriesWatch;
import city.xueliang.domain.rule.Condition;
import city.xueliang.domain.rule.Rule;
import city.xueliang.flink.time.OneTimer;
import city.xueliang.placewatch.detect.RuleWatches;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;

/**
 * Evaluates the rules on single devices: on their values the moment a record arrives, on their
 * absence when their status changes or has lasted. State of a device: a watch for each rule by
 * which there is something to remember, and the times of one timer for absences and one for
 * changes.
 */
final class DeviceRules {
  private final RuleWatches<ThresholdState, Sighting> thresholds;
  private final RuleWatches<RateState, Sighting> rates;
  private final RuleWatches<SeriesWatch, Sighting> series;
  private final RuleWatches<AbsenceState, DeviceStatusChange> absences;
  private final OneTimer timer;
  private final OneTimer rateTimer;
  private DeviceRuleIndex index = new DeviceRuleIndex(RulesInForce.EMPTY);

  /**
   * @param zone whose days and weeks have the rhythm of what is usual
   */
  DeviceRules(RuntimeContext context, SilenceClock clock, ZoneId zone) {
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
    timer = new OneTimer(context, "absence-timer", clock::register, clock::delete);
    rateTimer = OneTimer.ofEventTime(context, "rate-timer");
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
    judge(thresholds, index.thresholds(seen.measure()), device, zones, sighting, out);
    List<Rule> ofRates = index.rates(seen.measure());
    if (!ofRates.isEmpty()) {
      judge(rates, ofRates, device, zones, sighting, out);
      rateTimer.fireBy(rates.due(index.book()), timers);
    }
    judge(series, index.series(seen.measure()), device, zones, sighting, out);
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
    judge(absences, index.absences(device.deviceClass()), device, zones, change, out);
    timer.fireBy(absences.due(index.book()), timers);
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
    if (timer.fires(time) && device != null) {
      absences.onTime(book, time, device, out);
    }
    // Whichever timer it is: a change of the rules can set none.
    timer.fireBy(absences.due(index.book()), timers);
  }

  /**
   * Ends the changes after which no value came, if the timer is the one for that: of event time, as
   * the values are, whatever the clock of absences.
   */
  void onEventTime(RulesInForce book, long time, TimerService timers, Consumer<Signal> out)
      throws Exception {
    if (!rateTimer.fires(time)) {
      return;
    }
    use(book);
    // What is raised knows its subject, and time alone raises nothing.
    rates.onTime(book, time, null, out);
    rateTimer.fireBy(rates.due(index.book()), timers);
  }

  /** Forgets a device that is watched no more. */
  void withdraw(RulesInForce book, long at, TimerService timers, Consumer<Signal> out)
      throws Exception {
    thresholds.withdrawAll(book, at, out);
    rates.withdrawAll(book, at, out);
    series.withdrawAll(book, at, out);
    absences.withdrawAll(book, at, out);
    timer.cancel(timers);
    rateTimer.cancel(timers);
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

  private void use(RulesInForce book) {
    if (index.book() != book) {
      index = new DeviceRuleIndex(book);
    }
  }
}
