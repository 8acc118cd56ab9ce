package city.xueliang.benchmark.day;

import city.xueliang.benchmark.pipeline.FeedOptions;
import java.time.Duration;
import java.time.Instant;

/**
 * What is simulated.
 *
 * @param devices about so many, each with a record a minute
 * @param hours how long
 * @param parallelism of the job, but for its one source
 */
record DayOptions(
    int devices, int hours, double incidentsPerHour, int parallelism, Instant start, long seed) {
  private static final long STEP_MILLIS = 1_000;

  /** The city, cut into seconds. */
  FeedOptions feed() {
    return new FeedOptions(devices, start, incidentsPerHour, STEP_MILLIS, seed);
  }

  long steps() {
    return Duration.ofHours(hours).toMillis() / STEP_MILLIS;
  }

  /** Epoch milliseconds. */
  long end() {
    return start.plus(Duration.ofHours(hours)).toEpochMilli();
  }

  double days() {
    return (double) hours / Duration.ofDays(1).toHours();
  }
}
