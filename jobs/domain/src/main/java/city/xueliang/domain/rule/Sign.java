package city.xueliang.domain.rule;

import city.xueliang.domain.observation.Measure;

/**
 * An observation that speaks for a condition.
 *
 * @param atLeast least value that counts, in the measure's unit; {@link #ANY} for a kind without
 *     values
 */
public record Sign(Measure measure, double atLeast) {
  public static final double ANY = Double.NEGATIVE_INFINITY;

  public static Sign of(Measure measure) {
    return new Sign(measure, ANY);
  }

  public boolean isShownBy(Measure observed, double value) {
    return observed == measure && value >= atLeast;
  }
}
