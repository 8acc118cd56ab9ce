package city.xueliang.benchmark.counts;

import java.time.Duration;
import java.util.List;

/**
 * Counts of one kind, after Noufaily et al. (2013): negative binomial with mean exp(theta + beta t
 * + harmonics) and variance phi times the mean. Where theirs are weekly counts with a rhythm of the
 * year, these have two harmonics of the day and two of the week.
 *
 * @param theta logarithm of the mean count of an interval, at the start
 * @param beta trend of the logarithm in a week
 * @param day amplitude of the first harmonic of the day, on the logarithm; the second has a half
 * @param week the same of the week
 * @param phi variance over mean, 1 or more; 1 is Poisson
 */
record CountScenario(
    String name,
    Duration interval,
    double theta,
    double beta,
    double day,
    double week,
    double phi) {

  private static final double WEEK_HOURS = 168;
  private static final double DAY_HOURS = 24;
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

  /** Rare to many, even to bursty, with and without rhythm and trend. */
  static final List<CountScenario> ALL =
      List.of(
          new CountScenario("hour-flat", HOUR, 2.3, 0, 0, 0, 1.5),
          new CountScenario("hour-few", HOUR, 0, 0, 0.6, 0.2, 1.2),
          new CountScenario("hour-some", HOUR, 2.3, 0, 0.8, 0.3, 1.5),
          new CountScenario("hour-many", HOUR, 4.6, 0, 0.8, 0.3, 3),
          new CountScenario("hour-bursty", HOUR, 2.3, 0, 0.8, 0.3, 5),
          new CountScenario("hour-growing", HOUR, 2.3, 0.05, 0.8, 0.3, 1.5),
          new CountScenario("5-min-flat", FIVE_MINUTES, 1.6, 0, 0, 0, 1.5),
          new CountScenario("5-min-rare", FIVE_MINUTES, -2.3, 0, 0.6, 0.2, 1),
          new CountScenario("5-min-few", FIVE_MINUTES, 0, 0, 0.6, 0.2, 1.2),
          new CountScenario("5-min-some", FIVE_MINUTES, 2.3, 0, 0.8, 0.3, 1.5),
          new CountScenario("5-min-many", FIVE_MINUTES, 4.6, 0, 0.8, 0.3, 3),
          new CountScenario("5-min-bursty", FIVE_MINUTES, 2.3, 0, 0.8, 0.3, 5));

  /** The mean count of the interval that begins so long after the start of a Monday. */
  double mean(Duration since) {
    double hours = (double) since.toMillis() / HOUR.toMillis();
    return Math.exp(
        theta
            + beta * hours / WEEK_HOURS
            - day * harmonics(hours / DAY_HOURS)
            + week * harmonics((hours - DAY_HOURS) / WEEK_HOURS));
  }

  private static double harmonics(double turns) {
    double angle = 2 * Math.PI * turns;
    return Math.cos(angle) + Math.sin(2 * angle) / 2;
  }
}
