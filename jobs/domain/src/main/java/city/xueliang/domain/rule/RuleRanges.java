package city.xueliang.domain.rule;

import city.xueliang.domain.observation.Measure;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;

/** Within what the values of rules, silences and policies have to lie. */
public final class RuleRanges {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);

  public static final Numbers VERSION = new Numbers(1, Integer.MAX_VALUE);
  public static final Numbers PLACES = new Numbers(0, 1_000);

  public static final Spans THRESHOLD_DWELL = new Spans(Duration.ZERO, DAY);
  public static final Spans RATE_SPAN = new Spans(SECOND, Duration.ofHours(6));
  public static final Spans ABSENCE_GRACE = new Spans(Duration.ZERO, Duration.ofDays(7));
  public static final Numbers BURST_COUNT = new Numbers(1, 10_000);
  public static final Spans BURST_SPAN = new Spans(SECOND, DAY);
  public static final Numbers TOGETHER_SIGNS = new Numbers(1, 16);
  public static final Numbers TOGETHER_DEVICES = new Numbers(2, 100);
  public static final Numbers TOGETHER_MEASURES = new Numbers(1, 16);
  public static final Spans TOGETHER_SPAN = new Spans(SECOND, HOUR);
  public static final Spans SEQUENCE_WITHIN = new Spans(SECOND, DAY);
  public static final Numbers UNUSUAL_SCORE = new Numbers(0.1, 0.99);
  public static final Numbers SPREAD_GRIDS = new Numbers(2, 1_000);
  public static final Spans SPREAD_SPAN = new Spans(SECOND, DAY);
  public static final Numbers COVERAGE_DARK_PERCENT = new Numbers(1, 100);
  public static final Numbers COVERAGE_CLEAR_PERCENT = new Numbers(0, 99);
  public static final Numbers COVERAGE_LEAST_DEVICES = new Numbers(1, 100_000);
  public static final Spans COVERAGE_DWELL = new Spans(Duration.ZERO, DAY);

  public static final Spans HOLD_OFF = new Spans(Duration.ZERO, DAY);
  public static final Numbers COLLAPSE_LEAST = new Numbers(2, 100_000);
  public static final Numbers COLLAPSE_PERCENT = new Numbers(1, 100);
  public static final Spans COLLAPSE_PATIENCE = new Spans(Duration.ZERO, Duration.ofMinutes(10));

  /** From the one-minute answer to a red alert to the month of a hazard on a list. */
  public static final Spans POLICY_DEADLINE = new Spans(SECOND, Duration.ofDays(31));

  public static final Spans SILENCE_LENGTH = new Spans(SECOND, Duration.ofDays(31));

  private static final Numbers ANY_MEASURE =
      new Numbers(
          Arrays.stream(Measure.values()).mapToDouble(Measure::least).min().orElseThrow(),
          Arrays.stream(Measure.values()).mapToDouble(Measure::greatest).max().orElseThrow());

  private RuleRanges() {}

  /**
   * Values that a measure allows.
   *
   * @param measure null for those that any allows
   */
  public static Numbers values(Measure measure) {
    return measure == null ? ANY_MEASURE : new Numbers(measure.least(), measure.greatest());
  }

  /** Changes that a measure's values can make: not 0, and not more than from least to greatest. */
  public static Numbers changes(Measure measure) {
    Numbers values = values(measure);
    return new Numbers(0, values.greatest - values.least);
  }

  /** Numbers from the least to the greatest, both included. */
  public record Numbers(double least, double greatest) {
    public boolean allows(double value) {
      return value >= least && value <= greatest;
    }
  }

  /** Spans of time from the least to the greatest, both included. */
  public record Spans(Duration least, Duration greatest) {
    public boolean allows(Duration span) {
      return span.compareTo(least) >= 0 && span.compareTo(greatest) <= 0;
    }
  }

  /** A number as people write it. */
  static String plain(double value) {
    return Double.isFinite(value)
        ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString()
        : String.valueOf(value);
  }
}
