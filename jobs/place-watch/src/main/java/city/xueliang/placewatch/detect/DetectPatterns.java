package city.xueliang.placewatch.detect;

import city.xueliang.domain.alert.Signal;
import city.xueliang.domain.alert.Subject;
import city.xueliang.domain.desk.Rulebook;
import city.xueliang.domain.detector.Detector;
import city.xueliang.domain.detector.Sighting;
import city.xueliang.domain.detector.burst.BurstDetector;
import city.xueliang.domain.detector.burst.BurstState;
import city.xueliang.domain.detector.sequence.SequenceDetector;
import city.xueliang.domain.detector.sequence.SequenceState;
import city.xueliang.domain.detector.spread.SpreadDetector;
import city.xueliang.domain.detector.spread.SpreadState;
import city.xueliang.domain.detector.together.TogetherDetector;
import city.xueliang.domain.detector.together.TogetherState;
import city.xueliang.domain.rule.Condition;
import city.xueliang.domain.rule.Rule;
import city.xueliang.placewatch.registry.KnownRules;
import city.xueliang.placewatch.registry.KnownZones;
import city.xueliang.placewatch.registry.RegistryChange;
import java.util.List;
import java.util.function.Consumer;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Looks for the patterns of several observations: bursts, sequences, several devices together, a
 * sign that spreads over a zone. Keyed by rule and site, so that each key has one pattern.
 *
 * <p>State of a key: the detector's, and the time of its one timer, until nothing is left to judge.
 */
public final class DetectPatterns
    extends KeyedBroadcastProcessFunction<String, RoutedSighting, RegistryChange, Signal> {
  private static final long serialVersionUID = 1L;

  private transient List<RuleWatches<?, Sighting>> watches;
  private transient ValueState<Long> timer;
  private transient KnownRules rules;
  private transient KnownZones zones;
  private transient KnownNeighbours neighbours;

  @Override
  public void open(OpenContext context) {
    RuntimeContext runtime = getRuntimeContext();
    watches =
        List.of(
            new RuleWatches<>(
                runtime,
                "burst",
                BurstState.class,
                new BurstState.Form(),
                rule ->
                    rule.condition() instanceof Condition.Burst burst
                        ? new BurstDetector(burst)
                        : null),
            new RuleWatches<>(
                runtime,
                "sequence",
                SequenceState.class,
                new SequenceState.Form(),
                rule ->
                    rule.condition() instanceof Condition.Sequence sequence
                        ? new SequenceDetector(sequence)
                        : null),
            new RuleWatches<>(
                runtime,
                "spread",
                SpreadState.class,
                new SpreadState.Form(),
                rule ->
                    rule.condition() instanceof Condition.Spread spread
                        ? new SpreadDetector(spread)
                        : null),
            new RuleWatches<>(
                runtime,
                "together",
                TogetherState.class,
                new TogetherState.Form(),
                rule ->
                    rule.condition() instanceof Condition.Together together
                        ? new TogetherDetector(together, neighbours.get())
                        : null));
    timer = runtime.getState(new ValueStateDescriptor<>("pattern-timer", Types.LONG));
    rules = new KnownRules();
    zones = new KnownZones();
    neighbours = new KnownNeighbours();
  }

  @Override
  public void processBroadcastElement(
      RegistryChange change, Context context, Collector<Signal> out) throws Exception {
  }
}
