package city.xueliang.domain.detector.unusual;

/**
 * What is said of one value.
 *
 * @param expectedLow from here, in the unit of the values ...
 * @param expected ... by way of the usual value at this time ...
 * @param expectedHigh ... to here is where 99 of 100 values of the past were
 * @param score 0 to 1, how unusual
 * @param learning whether too little was seen for an episode
 */
public record Judgement(
    double expectedLow,
    double expected,
    double expectedHigh,
    double score,
    boolean learning,
    Episode episode) {

  /** Where a value stands among unusual ones: a long deviation is told once, not at each point. */
  public enum Episode {
    /** Nothing unusual, nor lately. */
    NONE,
    /** Unusual, the first for a while: raise. */
    BEGINS,
    /** Still unusual, or so a few points ago. */
    GOES_ON,
    /** Calm again: clear. Should it go on within the while, it is no new episode. */
    CALM
  }
}
