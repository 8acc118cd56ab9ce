package city.xueliang.feeds.replay;

/**
 * A time of a row.
 *
 * @param epochMillis UTC
 */
record Moment(long epochMillis, ClockChange change) {

  /** What a change of the clocks did to the local time that was written. */
  enum ClockChange {
    NONE,
    /** The clocks jumped over it: it was moved on by the length of the jump. */
    SKIPPED,
    /** The clocks showed it twice: it was taken as the first. */
    DOUBLED
  }

  static Moment of(long epochMillis) {
    return new Moment(epochMillis, ClockChange.NONE);
  }
}
