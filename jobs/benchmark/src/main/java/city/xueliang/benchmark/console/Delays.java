package city.xueliang.benchmark.console;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * How long things took, to a tenth of a millisecond; what took longer than a minute counts as a
 * minute.
 */
final class Delays {
  private static final int PARTS_OF_MILLI = 10;
  private static final long NANOS_OF_PART = TimeUnit.MILLISECONDS.toNanos(1) / PARTS_OF_MILLI;

  private final long[] counts = new long[60_000 * PARTS_OF_MILLI + 1];
  private long all;
  private int greatest;

  /** Milliseconds. */
  record Summary(long count, double p50, double p99, double max) {}

  synchronized void add(long nanos) {
    int part = (int) Math.min(counts.length - 1, Math.max(0, nanos / NANOS_OF_PART));
    counts[part]++;
    all++;
    greatest = Math.max(greatest, part);
  }

  synchronized void clear() {
    Arrays.fill(counts, 0);
    all = 0;
    greatest = 0;
  }

  synchronized Summary summary() {
    return new Summary(all, quantile(0.5), quantile(0.99), greatest / (double) PARTS_OF_MILLI);
  }

  private double quantile(double share) {
    long wanted = (long) Math.ceil(share * all);
    long below = 0;
    for (int part = 0; part <= greatest; part++) {
      below += counts[part];
      if (below >= wanted) {
        return part / (double) PARTS_OF_MILLI;
      }
    }
    return 0;
  }
}
