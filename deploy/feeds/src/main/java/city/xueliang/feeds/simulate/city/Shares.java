package city.xueliang.feeds.simulate.city;

import city.xueliang.feeds.simulate.chance.Randomness;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/** Shares a whole number out by weights, so that the parts add up to it. */
final class Shares {
  private Shares() {}

  /**
   * @param least what each part has at any rate; {@code total} is at least as much as all of these
   * @param weight of a part, by its index, more than 0; varied by chance up to a half either way
   */
  static int[] of(int total, int parts, int least, IntToDoubleFunction weight, Randomness random) {
    double[] bounds = new double[parts];
    double sum = 0;
    for (int i = 0; i < parts; i++) {
      sum += weight.applyAsDouble(i) * random.between(0.5, 1.5);
      bounds[i] = sum;
    }
    int[] shares = new int[parts];
    Arrays.fill(shares, least);
    long rest = (long) total - (long) least * parts;
    long given = 0;
    for (int i = 0; i < parts; i++) {
      long upTo = Math.round(rest * bounds[i] / sum);
      shares[i] += (int) (upTo - given);
      given = upTo;
    }
    return shares;
  }
}
