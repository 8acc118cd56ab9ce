package city.xueliang.benchmark.week;

import city.xueliang.benchmark.pipeline.DiscardingSinks;
import city.xueliang.benchmark.pipeline.SimulatedStreams;
import city.xueliang.domain.rule.Rulebook;
import city.xueliang.feeds.simulate.SimulationOptions;
import city.xueliang.placewatch.PlaceWatchPipeline;
import city.xueliang.placewatch.PlaceWatchPipeline.Clocks;
import city.xueliang.placewatch.watch.SilenceClock;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/** The job's own pipeline between a simulated city and nowhere. */
final class WeekJob {
  private WeekJob() {}

  static void build(StreamExecutionEnvironment environment, WeekOptions options, Rulebook rules)
      throws Exception {
    // One more than will pass: a source that has ended can be looked at no more.
    long minutes = (long) options.days() * WeekOptions.MINUTES_OF_DAY + 1;
    PlaceWatchPipeline.build(
        SimulatedStreams.of(environment, options.feed(), minutes, new DayGate(), rules),
        new Clocks(SimulationOptions.ZONE, SilenceClock.EVENT_TIME),
        DiscardingSinks.but(new DiscardingSink<>()));
  }
}
