package city.xueliang.placewatch.detect;

import city.xueliang.domain.alert.Signal;
import city.xueliang.domain.alert.Subject;
import city.xueliang.domain.desk.RulesInForce;
import city.xueliang.domain.detector.Detector;
import city.xueliang.domain.detector.EpisodeState;
import city.xueliang.domain.detector.Sighting;
import city.xueliang.domain.detector.burst.BurstDetector;
import city.xueliang.domain.detector.sequence.SequenceDetector;
import city.xueliang.domain.detector.spread.SpreadDetector;
import city.xueliang.domain.detector.together.TogetherDetector;
import city.xueliang.domain.detector.together.TogetherState;
import city.xueliang.domain.place.Level;
import city.xueliang.domain.place.Neighbours;
import city.xueliang.domain.place.PlaceCodes;
import city.xueliang.domain.rule.Condition;
import city.xueliang.domain.rule.Rule;
import city.xueliang.flink.time.OneTimer;
import city.xueliang.placewatch.registry.KnownNeighbours;
import city.xueliang.placewatch.registry.KnownRules;
import city.xueliang.placewatch.registry.KnownZones;
import city.xueliang.placewatch.registry.RegistryChange;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Looks for the patterns of several observations: bursts, sequences, several devices together, a
 * sign that spreads over a zone. Keyed by rule and site, so that each key has one pattern.
 *
 * <p>State of a key: the detector's, what is raised, and the time of its one timer, until nothing
 * is left to judge.
 */
public final class DetectPatterns
    extends KeyedBroadcastProcessFunction<String, RoutedSighting, RegistryChange, Signal> {
  private static final long serialVersionUID = 1L;

  private transient RuleWatches<EpisodeState, Sighting> episodes;
  private transient RuleWatches<TogetherState, Sighting> clusters;
  private transient OneTimer timer;
  private transient KnownRules rules;
  private transient KnownZones zones;
  private transient KnownNeighbours neighbours;

  /** Of the grids that this task knows; for the detectors of clusters. */
  private transient Neighbours beside;

  @Override
  public void open(OpenContext context) {
    episodes =
        new RuleWatches<>(
            getRuntimeContext(),
            "episode",
            EpisodeState.class,
            new EpisodeState.Form(),
            rule -> episodeDetector(rule.condition()));
    clusters =
        new RuleWatches<>(
            getRuntimeContext(),
            "cluster",
            TogetherState.class,
            new TogetherState.Form(),
            rule ->
                rule.condition() instanceof Condition.Together together
                    ? new TogetherDetector(together, grid -> beside.of(grid))
                    : null);
    timer = OneTimer.ofEventTime(getRuntimeContext(), "pattern-timer");
    rules = new KnownRules();
    zones = new KnownZones();
    neighbours = new KnownNeighbours();
  }

  private static Detector<EpisodeState, Sighting> episodeDetector(Condition condition) {
    if (condition instanceof Condition.Burst burst) {
      return new BurstDetector(burst);
    }
    if (condition instanceof Condition.Sequence sequence) {
      return new SequenceDetector(sequence);
    }
    return condition instanceof Condition.Spread spread ? new SpreadDetector(spread) : null;
  }

  @Override
  public void processBroadcastElement(RegistryChange change, Context context, Collector<Signal> out)
      throws Exception {
    if (change.place() != null) {
      zones.take(
          change.place(), context.getBroadcastState(KnownZones.STATE), context.currentWatermark());
      neighbours.take(change.place(), context.getBroadcastState(KnownNeighbours.STATE));
      return;
    }
    if (!rules.take(change.rule(), context.getBroadcastState(KnownRules.STATE))) {
      return;
    }
    beside = neighbours.index(context.getBroadcastState(KnownNeighbours.STATE));
    String id = change.rule().what().key();
    Rule rule = change.rule().what().rule();
    Function<String, List<String>> zonesOf = zones.now(context.getBroadcastState(KnownZones.STATE));
    for (RuleWatches<?, Sighting> watches : List.of(episodes, clusters)) {
      context.applyToKeyedState(
          watches.descriptor(),
          (key, state) ->
              watches.change(
                  id,
                  rule,
                  subject -> rule.covers(subject.place(), zonesAround(subject.place(), zonesOf)),
                  context.currentProcessingTime(),
                  out::collect));
    }
  }

  /** Of a zone itself: a rule that names it is about it. */
  private static List<String> zonesAround(String place, Function<String, List<String>> zonesOf) {
    return PlaceCodes.levelOf(place) == Level.GRID ? zonesOf.apply(place) : List.of(place);
  }

  @Override
  public void processElement(RoutedSighting routed, ReadOnlyContext context, Collector<Signal> out)
      throws Exception {
    RulesInForce book = book(context);
    Rule rule = book.rule(routed.ruleId());
    if (rule == null) {
      return;
    }
    Subject subject = routed.subject();
    if (rule.condition() instanceof Condition.Together) {
      clusters.judge(rule, routed.sighting(), subject, out::collect);
    } else {
      episodes.judge(rule, routed.sighting(), subject, out::collect);
    }
    schedule(book, context.timerService());
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<Signal> out)
      throws Exception {
    if (!timer.fires(timestamp)) {
      return;
    }
    RulesInForce book = book(context);
    Consumer<Signal> signals = out::collect;
    // What is raised knows its subject, and time alone raises nothing.
    episodes.onTime(book, timestamp, null, signals);
    clusters.onTime(book, timestamp, null, signals);
    schedule(book, context.timerService());
  }

  private RulesInForce book(ReadOnlyContext context) throws Exception {
    beside = neighbours.index(context.getBroadcastState(KnownNeighbours.STATE));
    return rules.book(context.getBroadcastState(KnownRules.STATE));
  }

  private void schedule(RulesInForce book, TimerService timers) throws Exception {
    long due = Math.min(episodes.due(book), clusters.due(book));
    if (due != Detector.NEVER) {
      // What ought to have been judged already is, with the next watermark.
      timer.fireBy(Math.max(due, timers.currentWatermark() + 1), timers);
    }
  }
}
