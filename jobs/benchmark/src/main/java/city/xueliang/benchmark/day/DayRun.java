package city.xueliang.benchmark.day;

import city.xueliang.benchmark.cluster.BenchmarkCluster;
import city.xueliang.benchmark.cluster.RunFolder;
import city.xueliang.benchmark.pipeline.DiscardingSinks;
import city.xueliang.benchmark.pipeline.SimulatedStreams;
import city.xueliang.domain.rule.Rulebook;
import city.xueliang.feeds.simulate.SimulationOptions;
import city.xueliang.placewatch.PlaceWatchPipeline;
import city.xueliang.placewatch.PlaceWatchPipeline.Clocks;
import city.xueliang.placewatch.watch.SilenceClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Runs the job's own pipeline over the simulated day. */
final class DayRun {
  private static final Duration CHECKPOINT_INTERVAL = Duration.ofMinutes(10);

  private final DayOptions options;

  DayRun(DayOptions options) {
    this.options = options;
  }

  /**
   * What the seats are told by these rules.
   *
   * @param parent of a folder for Flink's files
   * @param secondsAhead by how much the feed may be ahead of the desk: so uncertain are the times
   */
  List<Telling> run(Path parent, Rulebook rules, long secondsAhead) throws Exception {
    Lockstep.reset();
    CollectAlerts.reset();
    RunFolder folder = RunFolder.in(parent);
    try (BenchmarkCluster cluster = BenchmarkCluster.start(folder.path(), options.parallelism())) {
      StreamExecutionEnvironment environment = cluster.environment(CHECKPOINT_INTERVAL);
      // What waits in a buffer would look like a late alert.
      environment.setBufferTimeout(0);
      PlaceWatchPipeline.build(
          SimulatedStreams.of(
              environment,
              options.feed(),
              options.steps(),
              new Lockstep(options.feed(), secondsAhead),
              rules),
          new Clocks(SimulationOptions.ZONE, SilenceClock.EVENT_TIME),
          DiscardingSinks.but(new CollectAlerts()));
      cluster.run(environment);
    } finally {
      folder.delete();
    }
    return Telling.of(CollectAlerts.revisions(), Duration.ofSeconds(secondsAhead), options.end());
  }
}
