package city.xueliang.console.drawing;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Divides points among sites, so that each site has as many as it is due and they lie around it as
 * the sites lie around each other: a power diagram with given capacities (Balzer 2009). Any two
 * sites divide what both have by a straight line, until no division changes anything; its parts are
 * convex, so they hang together wherever the points do.
 */
final class Division {
  /** Divisions with the sites where they are, so that the parts lie as the sites do. */
  private static final int PLACING = 12;

  /** Divisions with each site in the middle of its part, so that the parts become round. */
  private static final int ROUNDING = 10;

  private static final int NUMBER_BITS = 20;
  private static final double STEPS = 1e6;

  private final double[] x;
  private final double[] y;
  private final double[] siteX;
  private final double[] siteY;
  private final int[] due;
  private final int[][] parts;

  private Division(double[][] points, double[][] sites, int[] due) {
    this.x = points[0];
    this.y = points[1];
    this.siteX = sites[0].clone();
    this.siteY = sites[1].clone();
    this.due = due;
    this.parts = new int[due.length][];
  }

  /**
   * The numbers of the points that each site has.
   *
   * @param points x and y of each
   * @param sites x and y of each; no two at the same place
   * @param due how many points each site is to have; as many as there are points together
   */
  static int[][] of(double[][] points, double[][] sites, int[] due) {
    Division division = new Division(points, sites, due);
    division.begin();
    division.settle(PLACING);
    for (int round = 0; round < ROUNDING; round++) {
      division.centre();
      division.settle(1);
    }
    division.settle(PLACING);
    return division.parts;
  }

  /** Slices from left to right. */
  private void begin() {
    int[] points = order(IntStream.range(0, x.length).toArray(), 1, 0);
    int[] sites = order(IntStream.range(0, due.length).toArray(), siteX, siteY, 1, 0);
    int begin = 0;
    for (int site : sites) {
      parts[site] = Arrays.copyOfRange(points, begin, begin + due[site]);
      begin += due[site];
    }
  }

  private void settle(int most) {
    boolean[] changed = new boolean[due.length];
    Arrays.fill(changed, true);
    for (int round = 0; round < most; round++) {
      boolean[] changes = new boolean[due.length];
      for (int one = 0; one < due.length; one++) {
        for (int other = one + 1; other < due.length; other++) {
          boolean mayChange = changed[one] || changed[other] || changes[one] || changes[other];
          if (mayChange && divide(one, other)) {
            changes[one] = true;
            changes[other] = true;
          }
        }
      }
      changed = changes;
    }
  }

  /** Whether the two have others than before. */
  private boolean divide(int one, int other) {
    double dx = siteX[other] - siteX[one];
    double dy = siteY[other] - siteY[one];
    if (furthest(parts[one], dx, dy) <= -furthest(parts[other], -dx, -dy)) {
      return false;
    }
    int[] both = Arrays.copyOf(parts[one], due[one] + due[other]);
    System.arraycopy(parts[other], 0, both, due[one], due[other]);
    int[] ordered = order(both, dx, dy);
    parts[one] = Arrays.copyOf(ordered, due[one]);
    parts[other] = Arrays.copyOfRange(ordered, due[one], ordered.length);
    return true;
  }

  private long furthest(int[] part, double dx, double dy) {
    long furthest = Long.MIN_VALUE;
    for (int point : part) {
      furthest = Math.max(furthest, along(x[point], y[point], dx, dy));
    }
    return furthest;
  }

  private void centre() {
    for (int site = 0; site < due.length; site++) {
      double sumX = 0;
      double sumY = 0;
      for (int point : parts[site]) {
        sumX += x[point];
        sumY += y[point];
      }
      siteX[site] = sumX / due[site];
      siteY[site] = sumY / due[site];
    }
  }

  private int[] order(int[] points, double dx, double dy) {
    return order(points, x, y, dx, dy);
  }

  /** By how far each lies in a direction; where two lie equally far, by their numbers. */
  private static int[] order(int[] numbers, double[] x, double[] y, double dx, double dy) {
    long[] keys = new long[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      int number = numbers[i];
      keys[i] = (along(x[number], y[number], dx, dy) << NUMBER_BITS) | number;
    }
    Arrays.sort(keys);
    int[] ordered = new int[numbers.length];
    for (int i = 0; i < keys.length; i++) {
      ordered[i] = (int) (keys[i] & ((1L << NUMBER_BITS) - 1));
    }
    return ordered;
  }

  /** A whole number, so that what is equal in effect is equal in fact. */
  private static long along(double x, double y, double dx, double dy) {
    return Math.round((x * dx + y * dy) * STEPS);
  }
}
