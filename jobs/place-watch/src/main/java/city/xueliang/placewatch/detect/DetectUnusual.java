package city.xueliang.placewatch.detect;

import city.xueliang.domain.alert.Signal;
import city.xueliang.domain.alert.Subject;
import city.xueliang.domain.detector.Sighting;
import city.xueliang.domain.detector.unusual.SeriesDetector;
import city.xueliang.domain.detector.unusual.SeriesWatch;
import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.rule.Condition.Unusual;
import city.xueliang.domain.rule.Condition.Unusual.Statistic;
import city.xueliang.domain.rule.Rule;
import city.xueliang.domain.tally.Minutes;
import city.xueliang.domain.tally.PlaceMetric;
import city.xueliang.domain.tally.Tally;
import city.xueliang.placewatch.registry.KnownRules;
import city.xueliang.placewatch.registry.RegistryChange;
import java.time.Duration;
import java.time.ZoneId;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Judges the minutes of each place by what its series have shown before, for the rules on its
 * level. A minute in which nothing was counted has no row: the next one tells that there were none.
 *
 * <p>State of a place: for each rule, what its series has shown, and the newest minute of it, as
 * long as there is the rule.
 */
public final class DetectUnusual
    extends KeyedBroadcastProcessFunction<String, PlaceMetric, RegistryChange, Signal> {
  private static final long serialVersionUID = 1L;

  /** After a longer gap it is not known whether there was nothing, or nobody to tell of it. */
  private static final long LONGEST_GAP_MILLIS = Duration.ofHours(1).toMillis();

  private final ZoneId zone;
  private transient RuleWatches<SeriesWatch, Sighting> watches;
  private transient MapState<String, Long> newest;
  private transient RulesOf<Unusual> rules;

  /**
   * @param zone whose days and weeks have the rhythm
   */
  public DetectUnusual(ZoneId zone) {
    this.zone = zone;
  }

  @Override
  public void open(OpenContext context) {
    watches =
        new RuleWatches<>(
            getRuntimeContext(),
            "unusual",
            SeriesWatch.class,
            new SeriesWatch.Form(),
            rule ->
                rule.condition() instanceof Unusual unusual
                    ? new SeriesDetector(unusual, zone)
                    : null);
    newest =
        getRuntimeContext()
            .getMapState(new MapStateDescriptor<>("newest-minutes", Types.STRING, Types.LONG));
    rules = new RulesOf<>(Unusual.class);
  }

  @Override
  public void processBroadcastElement(RegistryChange change, Context context, Collector<Signal> out)
      throws Exception {
    if (change.rule() == null
        || !rules.take(change.rule(), context.getBroadcastState(KnownRules.STATE))) {
      return;
    }
    String id = change.rule().what().key();
    Rule rule = change.rule().what().rule();
    context.applyToKeyedState(
        watches.descriptor(),
        (place, state) -> {
          watches.change(
              id,
              rule,
              subject -> rule.isAbout(subject.place()),
              context.currentProcessingTime(),
              out::collect);
          if (!state.contains(id)) {
            newest.remove(id);
          }
        });
  }

  @Override
  public void processElement(PlaceMetric row, ReadOnlyContext context, Collector<Signal> out)
      throws Exception {
    if (!row.complete()) {
      return;
    }
    for (Rule rule : rules.inForce(context.getBroadcastState(KnownRules.STATE))) {
      Unusual condition = (Unusual) rule.condition();
      if (condition.measure() == row.measure()
          && condition.per().level() == row.level()
          && rule.isAbout(row.place())) {
        judge(rule, condition, row, out);
      }
    }
  }

  private void judge(Rule rule, Unusual condition, PlaceMetric row, Collector<Signal> out)
      throws Exception {
    Long last = newest.get(rule.id());
    if (last != null && row.windowStart() <= last) {
      return;
    }
    Subject subject = Subject.ofPlace(row.place(), row.district());
    boolean isAddedUp =
        condition.statistic() == Statistic.COUNT || condition.statistic() == Statistic.SUM;
    if (isAddedUp && last != null && row.windowStart() - last <= LONGEST_GAP_MILLIS) {
      for (long empty = last + Minutes.LENGTH_MILLIS;
          empty < row.windowStart();
          empty += Minutes.LENGTH_MILLIS) {
        watches.judge(rule, sighting(row.place(), row.measure(), 0, empty), subject, out::collect);
      }
    }
    double value = value(condition.statistic(), row.tally());
    watches.judge(
        rule,
        sighting(row.place(), row.measure(), value, row.windowStart()),
        subject,
        out::collect);
    newest.put(rule.id(), row.windowStart());
  }

  private static double value(Statistic statistic, Tally tally) {
    return switch (statistic) {
      case COUNT -> tally.count();
      case SUM -> tally.sum();
      case MEAN, VALUE -> tally.mean();
    };
  }

  private static Sighting sighting(String place, Measure measure, double value, long minute) {
    return new Sighting(place, "", measure, value, minute);
  }
}
