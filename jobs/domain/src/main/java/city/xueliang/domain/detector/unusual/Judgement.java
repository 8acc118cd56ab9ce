package city.xueliang.domain.detector.unusual;

/**
 * What is said of one value.
 *
 * @param expectedLow lower end of the expected range, in the unit of the values: what 99 of 100
 *     values of the past, as far from their forecast and from what is usual at their time, were in
 * @param expected what is usual at this time, or the nearest in the range
 * @param expectedHigh upper end of that range
 * @param score 0 to 1, how unusual; a value can be in the range and yet be the end of an unusual
 *     row of such
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
