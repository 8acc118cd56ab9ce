package city.xueliang.placewatch.detect;

import city.xueliang.domain.alert.Signal;
import city.xueliang.domain.alert.Subject;
import city.xueliang.domain.coverage.PlaceCoverage;
import city.xueliang.domain.detector.coverage.CoverageDetector;
import city.xueliang.domain.detector.threshold.ThresholdState;
import city.xueliang.domain.rule.Condition;
import city.xueliang.domain.rule.Rule;
import city.xueliang.placewatch.registry.KnownRules;
import city.xueliang.placewatch.registry.RegistryChange;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Judges the coverage of each place by the rules on its level. State of a place: a watch for each
 * rule that has judged it, as long as there is the rule.
 */
public final class DetectCoverage
    extends KeyedBroadcastProcessFunction<String, PlaceCoverage, RegistryChange, Signal> {
  private static final long serialVersionUID = 1L;

  private transient RuleWatches<ThresholdState, PlaceCoverage> watches;
  private transient RulesOf<Condition.Coverage> rules;

  @Override
  public void open(OpenContext context) {
    watches =
        new RuleWatches<>(
            getRuntimeContext(),
            "coverage",
            ThresholdState.class,
            new ThresholdState.Form(),
            rule ->
                rule.condition() instanceof Condition.Coverage coverage
                    ? new CoverageDetector(coverage)
                    : null);
    rules = new RulesOf<>(Condition.Coverage.class);
  }

  @Override
  public void processBroadcastElement(RegistryChange change, Context context, Collector<Signal> out)
      throws Exception {
    if (change.rule() != null
        && rules.take(change.rule(), context.getBroadcastState(KnownRules.STATE))) {
      Rule rule = change.rule().what().rule();
      context.applyToKeyedState(
          watches.descriptor(),
          (place, state) ->
              watches.change(
                  change.rule().what().key(),
                  rule,
                  subject -> rule.isAbout(subject.place()),
                  context.currentProcessingTime(),
                  out::collect));
    }
  }

  @Override
  public void processElement(PlaceCoverage row, ReadOnlyContext context, Collector<Signal> out)
      throws Exception {
    for (Rule rule : rules.inForce(context.getBroadcastState(KnownRules.STATE))) {
      if (((Condition.Coverage) rule.condition()).level() == row.level()
          && rule.isAbout(row.place())) {
        watches.judge(rule, row, Subject.ofPlace(row.place(), row.district()), out::collect);
      }
    }
  }
}
