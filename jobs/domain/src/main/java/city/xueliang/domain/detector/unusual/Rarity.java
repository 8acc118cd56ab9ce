package city.xueliang.domain.detector.unusual;

import city.xueliang.domain.state.Varints;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * How rare a deviation is in a series' own history: a fading histogram of sizes, four bins for each
 * doubling, one half for each sign. A rank in the own history needs no assumption on how values are
 * distributed, and makes scores of different series comparable.
 */
final class Rarity {
  /** Points after which the history fades by half. */
  static final int MEMORY = 5_000;

  private static final int BINS = 48;
  private static final double BINS_OF_DOUBLING = 4;
  private static final double LOWEST_DOUBLING = -4;
  private static final double TOP = BINS - 1 - 1e-3;

  /** A point is counted in quarters, so that it is gone after the third time of fading only. */
  private static final int POINT = 4;

  private static final int HALF_POINT = POINT / 2;
  private static final double MOST_BEYOND = 2;
  private static final double LOG10_OF_2 = Math.log10(2);

  private final short[] counts;
  private int total;

  private Rarity(short[] counts) {
    this.counts = counts;
    for (short count : counts) {
      total += count;
    }
  }

  /** For deviations to both sides, each with its own tail. */
  static Rarity ofBothSides() {
    return new Rarity(new short[2 * BINS]);
  }

  /** For sizes, which are never negative. */
  static Rarity ofSizes() {
    return new Rarity(new short[BINS]);
  }

  /**
   * How surprising a deviation is: -log10 of the share of history that deviates as far to the same
   * side. Beyond all of history it grows by half of the doublings, by 2 at most.
   */
  double surprise(double deviation) {
    double place = place(deviation);
    int bin = (int) place;
    int side = side(deviation);
    double further = counts[side + bin] * (1 - (place - bin));
    for (int above = bin + 1; above < BINS; above++) {
      further += counts[side + above];
    }
    double surprise = -Math.log10((further + HALF_POINT) / (total + POINT));
    return further > 0 ? surprise : surprise + Math.min(MOST_BEYOND, beyond(side, place));
  }

  private double beyond(int side, double place) {
    int top = BINS - 1;
    while (top > 0 && counts[side + top] < HALF_POINT) {
      top--;
    }
    return Math.max(0, (place - top - 1) / BINS_OF_DOUBLING / 2);
  }

  void add(double deviation) {
    int bin = side(deviation) + (int) place(deviation);
    counts[bin] = (short) (counts[bin] + POINT);
    total += POINT;
    if (total > MEMORY * POINT) {
      total = 0;
      for (int i = 0; i < counts.length; i++) {
        counts[i] = (short) (counts[i] / 2);
        total += counts[i];
      }
    }
  }

  /**
   * The size that only this share of history exceeds to one side.
   *
   * @param sign of the side, positive or negative
   */
  double size(double share, int sign) {
    int side = side(sign);
    double further = 0;
    int bin = BINS - 1;
    while (bin > 0 && further + counts[side + bin] <= share * total) {
      further += counts[side + bin];
      bin--;
    }
    return Math.pow(2, (bin + 1) / BINS_OF_DOUBLING + LOWEST_DOUBLING);
  }

  private int side(double deviation) {
    return deviation < 0 && counts.length > BINS ? BINS : 0;
  }

  private static double place(double deviation) {
    double doublings = Math.log10(Math.abs(deviation)) / LOG10_OF_2 - LOWEST_DOUBLING;
    return Math.max(0, Math.min(TOP, doublings * BINS_OF_DOUBLING));
  }

  Rarity copy() {
    return new Rarity(counts.clone());
  }

  void write(DataOutput out) throws IOException {
    for (short count : counts) {
      Varints.write(count, out);
    }
  }

  void read(DataInput in) throws IOException {
    total = 0;
    for (int i = 0; i < counts.length; i++) {
      counts[i] = (short) Varints.read(in);
      total += counts[i];
    }
  }
}
