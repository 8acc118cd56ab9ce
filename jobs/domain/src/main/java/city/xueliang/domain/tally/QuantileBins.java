package city.xueliang.domain.tally;

import city.xueliang.domain.state.Varints;
import com.datadoghq.sketch.ddsketch.mapping.CubicallyInterpolatedMapping;
import com.datadoghq.sketch.ddsketch.mapping.IndexMapping;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * A DDSketch: how many values fell into bins whose width is 1 % of the value, so that any quantile
 * is known within 1 %. Merging adds counts, hence gives the same bins in any order and grouping.
 *
 * <p>The bins come from the sketches library, by a mapping of plain arithmetic that gives the same
 * bits on every machine. They are kept as two sorted arrays, because most windows hold a few values
 * only, for which the library's own stores take some hundred bytes: this takes 12 to 24 bytes a bin
 * in memory. The values that the measures allow fall into fewer than 1,500 bins on either side of
 * zero.
 */
public final class QuantileBins {
  /** Relative error of a quantile. */
  public static final double RELATIVE_ERROR = 0.01;

  /** Values nearer to zero than this count as zero: the resolution of a tally's sum. */
  private static final double LEAST_MAGNITUDE = 1e-6;

  private static final IndexMapping MAPPING = new CubicallyInterpolatedMapping(RELATIVE_ERROR);

  /** Makes the key of every positive bin positive, so that keys sort as values do. */
  private static final int BIAS = 1 - MAPPING.index(LEAST_MAGNITUDE);

  private int size;
  private int[] keys;
  private long[] counts;

  public QuantileBins() {
    this(2);
  }

  private QuantileBins(int capacity) {
    keys = new int[capacity];
    counts = new long[capacity];
  }

  /** Of one value that came so many times. */
  static QuantileBins of(double value, long count) {
    QuantileBins bins = new QuantileBins();
    bins.add(value, count);
    return bins;
  }

  public void add(double value, long count) {
    addTo(key(value), count);
  }

  public void merge(QuantileBins other) {
    for (int i = 0; i < other.size; i++) {
      addTo(other.keys[i], other.counts[i]);
    }
  }

  /**
   * A value within 1 % of the one at this quantile, which is, of n values in ascending order, the
   * one at index ⌊quantile · (n − 1)⌋. Of one that is nearer to zero than 1e-6 it is 0.
   *
   * @param quantile 0 to 1
   * @return NaN if no value was added
   */
  public double quantile(double quantile) {
    long rank = (long) (quantile * (total() - 1));
    long passed = 0;
    for (int i = 0; i < size; i++) {
      passed += counts[i];
      if (passed > rank) {
        return value(keys[i]);
      }
    }
    return Double.NaN;
  }

  QuantileBins copy() {
    QuantileBins copy = new QuantileBins(Math.max(size, 1));
    copy.size = size;
    System.arraycopy(keys, 0, copy.keys, 0, size);
    System.arraycopy(counts, 0, copy.counts, 0, size);
    return copy;
  }

  /** 1 byte or more, then about 3 bytes a bin. */
  void write(DataOutput out) throws IOException {
    Varints.write(size, out);
    int before = 0;
    for (int i = 0; i < size; i++) {
      Varints.writeSigned(keys[i] - before, out);
      Varints.write(counts[i], out);
      before = keys[i];
    }
  }

  static QuantileBins read(DataInput in) throws IOException {
    int size = (int) Varints.read(in);
    QuantileBins bins = new QuantileBins(Math.max(size, 1));
    bins.size = size;
    int before = 0;
    for (int i = 0; i < size; i++) {
      before += (int) Varints.readSigned(in);
      bins.keys[i] = before;
      bins.counts[i] = Varints.read(in);
    }
    return bins;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof QuantileBins bins
        && Arrays.equals(keys, 0, size, bins.keys, 0, bins.size)
        && Arrays.equals(counts, 0, size, bins.counts, 0, bins.size);
  }

  @Override
  public int hashCode() {
    int hash = size;
    for (int i = 0; i < size; i++) {
      hash = 31 * (31 * hash + keys[i]) + Long.hashCode(counts[i]);
    }
    return hash;
  }

  private long total() {
    long total = 0;
    for (int i = 0; i < size; i++) {
      total += counts[i];
    }
    return total;
  }

  private void addTo(int key, long count) {
    int at = Arrays.binarySearch(keys, 0, size, key);
    if (at >= 0) {
      counts[at] += count;
      return;
    }
    int gap = -at - 1;
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, size * 2);
      counts = Arrays.copyOf(counts, size * 2);
    }
    System.arraycopy(keys, gap, keys, gap + 1, size - gap);
    System.arraycopy(counts, gap, counts, gap + 1, size - gap);
    keys[gap] = key;
    counts[gap] = count;
    size++;
  }

  private static int key(double value) {
    double magnitude = Math.abs(value);
    if (magnitude < LEAST_MAGNITUDE) {
      return 0;
    }
    int bin = MAPPING.index(magnitude) + BIAS;
    return value > 0 ? bin : -bin;
  }

  private static double value(int key) {
    if (key == 0) {
      return 0;
    }
    return key > 0 ? MAPPING.value(key - BIAS) : -MAPPING.value(-key - BIAS);
  }
}
