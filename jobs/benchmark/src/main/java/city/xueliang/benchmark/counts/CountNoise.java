package city.xueliang.benchmark.counts;

import java.util.Random;

/** Random counts from one seed. */
final class CountNoise {
  /** Above it exp(-mean) loses digits; a larger mean is a sum of smaller ones. */
  private static final double MOST_DIRECT = 30;

  private static final double SQUEEZE = 3;

  private final Random random;

  CountNoise(long seed) {
    this.random = new Random(seed);
  }

  /** Negative binomial: Poisson with a mean that is itself gamma distributed. */
  int negativeBinomial(double mean, double phi) {
    return poisson(phi > 1 ? gamma(mean / (phi - 1)) * (phi - 1) : mean);
  }

  int poisson(double mean) {
    if (mean > MOST_DIRECT) {
      return poisson(mean / 2) + poisson(mean / 2);
    }
    double limit = Math.exp(-mean);
    int count = 0;
    for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
      count++;
    }
    return count;
  }

  /** Of scale 1, after Marsaglia and Tsang (2000). */
  double gamma(double shape) {
    if (shape < 1) {
      return gamma(shape + 1) * Math.pow(random.nextDouble(), 1 / shape);
    }
    double d = shape - 1 / SQUEEZE;
    double c = 1 / Math.sqrt(SQUEEZE * SQUEEZE * d);
    while (true) {
      double normal = random.nextGaussian();
      double cube = Math.pow(1 + c * normal, SQUEEZE);
      if (cube > 0
          && Math.log(random.nextDouble())
              < normal * normal / 2 + d - d * cube + d * Math.log(cube)) {
        return d * cube;
      }
    }
  }

  double lognormal(double mean, double deviation) {
    return Math.exp(mean + deviation * random.nextGaussian());
  }

  int below(int bound) {
    return random.nextInt(bound);
  }
}
