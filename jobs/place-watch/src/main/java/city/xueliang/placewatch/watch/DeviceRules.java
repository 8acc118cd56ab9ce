package city.xueliang.placewatch.watch;

import city.xueliang.domain.alert.first.Signal;
import city.xueliang.domain.detector.threshold.ThresholdDetector;
import city.xueliang.domain.detector.threshold.ThresholdDetector.Step;
import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.observation.Observation;
import city.xueliang.domain.rule.ThresholdRule;
import city.xueliang.flink.state.BinaryTypeInfo;
import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.function.Consumer;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * Evaluates the rules on single devices the moment a record arrives. State: one {@link RuleWatch}
 * for each device and rule.
 */
final class DeviceRules implements Serializable {
  @Serial private static final long serialVersionUID = 1L;

  private final EnumMap<Measure, ArrayList<ThresholdRule>> byMeasure = new EnumMap<>(Measure.class);
  private transient MapState<String, RuleWatch> watches;

  DeviceRules(List<ThresholdRule> rules) {
    rules.forEach(
        rule -> byMeasure.computeIfAbsent(rule.measure(), any -> new ArrayList<>()).add(rule));
  }

  void open(RuntimeContext context) {
    watches =
        context.getMapState(
            new MapStateDescriptor<>(
                "rule-watches",
                Types.STRING,
                BinaryTypeInfo.of(RuleWatch.class, new RuleWatch.Form())));
  }

  /** Judges an observation of the current key's device, which stands in this grid. */
  void evaluate(Observation observation, String grid, Consumer<Signal> signals) throws Exception {
    List<ThresholdRule> rules = byMeasure.get(observation.measure());
    if (rules == null) {
      return;
    }
    for (ThresholdRule rule : rules) {
      RuleWatch kept = watches.get(rule.id());
      RuleWatch before = kept == null ? RuleWatch.INITIAL : kept;
      // A device that was moved out of the rule's places may still have an alert to clear.
      if (rule.coversGrid(grid) || !before.raisedIn().isEmpty()) {
        watches.put(rule.id(), evaluate(rule, before, observation, grid, signals));
      } else if (kept != null) {
        // Should it come back, a limit that it passed before it went says nothing any more.
        watches.remove(rule.id());
      }
    }
  }

  private static RuleWatch evaluate(
      ThresholdRule rule,
      RuleWatch before,
      Observation observation,
      String grid,
      Consumer<Signal> signals) {
    Step step =
        ThresholdDetector.judge(
            rule, before.threshold(), observation.value(), observation.occurredAt());
    return switch (step.outcome()) {
      case NOTHING -> new RuleWatch(step.state(), before.raisedIn());
      case RAISED -> {
        signals.accept(Signal.of(Signal.Kind.RAISED, rule, grid, observation));
        yield new RuleWatch(step.state(), grid);
      }
      case CLEARED -> {
        signals.accept(Signal.of(Signal.Kind.CLEARED, rule, before.raisedIn(), observation));
        yield new RuleWatch(step.state(), "");
      }
    };
  }
}
