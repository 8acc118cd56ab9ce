package city.xueliang.benchmark.day;

import city.xueliang.feeds.simulate.incident.IncidentKind;
import java.util.List;

/**
 * How the incidents of a kind were alerted. Delays are in seconds; NaN if none was alerted rightly.
 *
 * @param kind null for all
 * @param judged without those that were cut off
 */
record KindFigures(
    IncidentKind kind,
    int judged,
    int right,
    int wrongPlace,
    int wrongColour,
    int wrongRule,
    int missed,
    double medianSeconds,
    double p99Seconds,
    double ownMedianSeconds,
    double ownP99Seconds) {
  private static final double MEDIAN = 0.5;
  private static final double P99 = 0.99;
  private static final double MILLIS = 1_000;

  /**
   * Those of all incidents, or of one kind.
   *
   * @param kind null for all
   */
  static KindFigures of(IncidentKind kind, List<IncidentVerdict> all) {
    List<IncidentVerdict> verdicts =
        all.stream()
            .filter(verdict -> kind == null || verdict.incident().kind() == kind)
            .filter(verdict -> verdict.outcome() != Outcome.CUT_OFF)
            .toList();
    List<IncidentVerdict> right =
        verdicts.stream().filter(verdict -> verdict.outcome() == Outcome.RIGHT).toList();
    double[] delays = right.stream().mapToDouble(IncidentVerdict::delayMillis).sorted().toArray();
    double[] own = right.stream().mapToDouble(IncidentVerdict::ownDelayMillis).sorted().toArray();
    return new KindFigures(
        kind,
        verdicts.size(),
        right.size(),
        count(verdicts, Outcome.WRONG_PLACE),
        count(verdicts, Outcome.WRONG_COLOUR),
        count(verdicts, Outcome.WRONG_RULE),
        count(verdicts, Outcome.MISSED),
        quantile(delays, MEDIAN),
        quantile(delays, P99),
        quantile(own, MEDIAN),
        quantile(own, P99));
  }

  private static int count(List<IncidentVerdict> verdicts, Outcome outcome) {
    return (int) verdicts.stream().filter(verdict -> verdict.outcome() == outcome).count();
  }

  /** The smallest that is at least as great as this share of all, in seconds. */
  private static double quantile(double[] sorted, double share) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    int index = (int) Math.ceil(share * sorted.length) - 1;
    return sorted[Math.max(0, index)] / MILLIS;
  }
}
