package city.xueliang.benchmark.counts;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One series of a scenario, with the outbreaks that were added to it. */
final class SimulatedCounts {
  /** Sizes of outbreaks, in standard deviations of the count at their start. */
  private static final int[] SIZES = {3, 5, 7, 10};

  private static final double DELAY_DEVIATION = 0.5;

  /** Points in which one outbreak begins, on average. */
  private static final int POINTS_OF_OUTBREAK = 250;

  private final int[] counts;
  private final boolean[] touched;
  private final List<Outbreak> outbreaks = new ArrayList<>();

  private SimulatedCounts(int points) {
    this.counts = new int[points];
    this.touched = new boolean[points];
  }

  /**
   * A series with outbreaks all along it: the cases of one are Poisson with a mean of 3, 5, 7 or 10
   * standard deviations of the count at its start, each of them delayed by a lognormal (0, 0.5)
   * number of intervals, rounded.
   */
  static SimulatedCounts of(CountScenario scenario, int points, CountNoise noise) {
    SimulatedCounts series = new SimulatedCounts(points);
    for (int i = 0; i < points; i++) {
      series.counts[i] = noise.negativeBinomial(mean(scenario, i), scenario.phi());
    }
    for (int i = 0; i < points / POINTS_OF_OUTBREAK; i++) {
      series.add(scenario, noise);
    }
    return series;
  }

  private void add(CountScenario scenario, CountNoise noise) {
    int start = noise.below(counts.length);
    int size = SIZES[noise.below(SIZES.length)];
    int cases = noise.poisson(size * Math.sqrt(scenario.phi() * mean(scenario, start)));
    int end = start - 1;
    for (int i = 0; i < cases; i++) {
      int at = start + (int) Math.round(noise.lognormal(0, DELAY_DEVIATION));
      if (at < counts.length) {
        counts[at]++;
        touched[at] = true;
        end = Math.max(end, at);
      }
    }
    if (end >= start) {
      outbreaks.add(new Outbreak(start, end, size));
    }
  }

  private static double mean(CountScenario scenario, int point) {
    return scenario.mean(Duration.ofMillis(scenario.interval().toMillis() * point));
  }

  int points() {
    return counts.length;
  }

  int count(int point) {
    return counts[point];
  }

  /** Whether the count has a case of an outbreak in it. */
  boolean isOfOutbreak(int point) {
    return touched[point];
  }

  List<Outbreak> outbreaks() {
    return List.copyOf(outbreaks);
  }

  /**
   * Cases on top of the usual ones.
   *
   * @param start index of the point at which it began
   * @param end index of the last point with a case of it
   * @param size in standard deviations
   */
  record Outbreak(int start, int end, int size) {}
}
