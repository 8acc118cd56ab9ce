package city.xueliang.benchmark.week;

import city.xueliang.benchmark.pipeline.FeedOptions;
import city.xueliang.domain.tally.Minutes;
import java.time.Instant;

/**
 * What is simulated.
 *
 * @param devices about so many, each with a record a minute
 * @param start of the first day
 * @param parallelism of the job, but for its one source
 */
record WeekOptions(int devices, int days, int parallelism, Instant start, long seed) {
  static final int MINUTES_OF_DAY = 24 * 60;

  /** The city, cut into minutes. */
  FeedOptions feed() {
    return new FeedOptions(
        devices, start, FeedOptions.usualIncidentsPerHour(devices), Minutes.LENGTH_MILLIS, seed);
  }
}
