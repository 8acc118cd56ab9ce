package city.xueliang.domain.tally;

/** The one-minute windows into which event time is cut. */
public final class Minutes {
  public static final long LENGTH_MILLIS = 60_000;

  private Minutes() {}

  /** Start of the minute in which a time lies, epoch milliseconds. */
  public static long startOf(long epochMillis) {
    return Math.floorDiv(epochMillis, LENGTH_MILLIS) * LENGTH_MILLIS;
  }

  /** End of the minute that starts here, exclusive. */
  public static long endOf(long start) {
    return start + LENGTH_MILLIS;
  }
}
