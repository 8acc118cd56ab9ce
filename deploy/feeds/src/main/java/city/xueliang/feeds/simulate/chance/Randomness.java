package city.xueliang.feeds.simulate.chance;

import java.util.List;

/**
 * Numbers that look random and are the same in every run and on every machine (SplitMix64). Not
 * safe for use by two threads at once.
 */
public final class Randomness {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
  private static final double UNIT = 0x1.0p-53;

  private long state;

  private Randomness(long state) {
    this.state = state;
  }

  /**
   * The stream of this seed for one purpose: what one purpose draws does not change what another
   * sees.
   */
  public static Randomness of(long seed, String purpose) {
    return new Randomness(hash(seed, purpose.hashCode()));
  }

  /** 64 bits that depend on both values only. */
  public static long hash(long first, long second) {
    return mix(mix(first + GOLDEN_GAMMA) + GOLDEN_GAMMA * (second + 1));
  }

  /** A share of 1, at least 0 and below 1, that depends on both values only. */
  public static double unit(long first, long second) {
    return (hash(first, second) >>> 11) * UNIT;
  }

  public long nextLong() {
    state += GOLDEN_GAMMA;
    return mix(state);
  }

  /** At least 0 and below 1. */
  public double unit() {
    return (nextLong() >>> 11) * UNIT;
  }

  /** At least 0 and below the bound. */
  public int below(int bound) {
    return (int) (((nextLong() >>> 32) * bound) >>> 32);
  }

  /** At least {@code least} and below {@code limit}. */
  public double between(double least, double limit) {
    return least + (limit - least) * unit();
  }

  /** At least {@code least} and below {@code limit}. */
  public long between(long least, long limit) {
    return least + (long) ((limit - least) * unit());
  }

  public boolean chance(double probability) {
    return probability > 0 && unit() < probability;
  }

  public <T> T oneOf(List<T> choices) {
    return choices.get(below(choices.size()));
  }

  public <T> void shuffle(List<T> list) {
    for (int i = list.size() - 1; i > 0; i--) {
      int j = below(i + 1);
      T swapped = list.get(i);
      list.set(i, list.get(j));
      list.set(j, swapped);
    }
  }

  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
