package city.xueliang.domain.alert;

import java.util.List;

/**
 * What answers why an alert was raised.
 *
 * @param limit that was passed, in the unit of the evidence; NaN if there is none
 * @param expectedLow least value that was expected; NaN if nothing was
 * @param expectedHigh greatest value that was expected; NaN if nothing was
 * @param score how unusual it is, 0 to 1; NaN if that was not judged
 * @param evidence oldest first, {@link #MOST_EVIDENCE} at most
 */
public record Why(
    double limit, double expectedLow, double expectedHigh, double score, List<Evidence> evidence) {
  public static final int MOST_EVIDENCE = 20;

  public Why {
    evidence = List.copyOf(evidence);
  }

  public static Why passed(double limit, List<Evidence> evidence) {
    return new Why(limit, Double.NaN, Double.NaN, Double.NaN, evidence);
  }

  public static Why seen(List<Evidence> evidence) {
    return passed(Double.NaN, evidence);
  }
}
