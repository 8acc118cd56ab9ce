package city.xueliang.domain.detector.unusual;

/**
 * What a rule says of a series.
 *
 * @param kind of its values
 * @param leastChange the least difference that means anything, in the unit of the values, 0 or
 *     more; for counts it is about 1 by nature
 * @param alertAt score from which a point is unusual, above 0 and below 1
 */
public record UnusualSettings(Kind kind, double leastChange, double alertAt) {
  /**
   * The score to begin with: without any anomaly a series has an episode in about 3,000 points, and
   * each 0.05 more makes it three times fewer (0.6 is about 1 in 30,000); spiky values have more,
   * counts fewer.
   */
  public static final double DEFAULT_ALERT_AT = 0.5;

  public static final UnusualSettings READINGS =
      new UnusualSettings(Kind.READING, 0, DEFAULT_ALERT_AT);
  public static final UnusualSettings COUNTS = new UnusualSettings(Kind.COUNT, 0, DEFAULT_ALERT_AT);

  public UnusualSettings {
    if (!(leastChange >= 0 && leastChange < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("leastChange is " + leastChange + ", not 0 or more");
    }
    if (!(alertAt > 0 && alertAt < 1)) {
      throw new IllegalArgumentException("alertAt is " + alertAt + ", not between 0 and 1");
    }
  }

  /** What the values are. */
  public enum Kind {
    /** Measured: as uncertain at night as by day. */
    READING,
    /** Counted, 0 or more: the larger, the more uncertain. */
    COUNT;

    /**
     * The least scale of counts, that of roots of rare ones: one event alone is 2 scales from none.
     */
    private static final double COUNT_SCALE = 0.25;

    /** Added to a count so that the root of small ones is as even as of large ones (Anscombe). */
    private static final double COUNT_SHIFT = 3.0 / 8;

    /** On the scale where values are as uncertain whatever their size. */
    double even(double value) {
      return this == READING ? value : Math.sqrt(Math.max(0, value) + COUNT_SHIFT);
    }

    /** Back from {@link #even}. */
    double plain(double even) {
      if (this == READING) {
        return even;
      }
      double root = Math.max(0, even);
      return Math.max(0, root * root - COUNT_SHIFT);
    }

    /** The least scale of deviations on the even scale. */
    double leastScale(double leastChange) {
      return this == READING ? leastChange : COUNT_SCALE;
    }
  }
}
