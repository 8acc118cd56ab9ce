package city.xueliang.domain.detector.coverage;

import city.xueliang.domain.alert.Evidence;
import city.xueliang.domain.alert.Signal.Kind;
import city.xueliang.domain.alert.Why;
import city.xueliang.domain.coverage.PlaceCoverage;
import city.xueliang.domain.detector.Detector;
import city.xueliang.domain.detector.Finding;
import city.xueliang.domain.detector.Verdict;
import city.xueliang.domain.detector.threshold.ThresholdState;
import city.xueliang.domain.rule.Condition.Coverage;
import city.xueliang.domain.tally.Minutes;
import city.xueliang.domain.tally.Window;
import java.util.List;

/**
 * Judges the share of a place's devices that is not heard, by the rows of its minutes, each at its
 * end: raised when it is at the limit, minute for minute, for the dwell, and cleared at the clear
 * limit or when too few devices are expected. A minute that is missing starts the dwell anew. Only
 * a complete minute that is newer than all that were judged changes anything.
 */
public final class CoverageDetector implements Detector<ThresholdState, PlaceCoverage> {
  private final Coverage condition;

  public CoverageDetector(Coverage condition) {
    this.condition = condition;
  }

  @Override
  public ThresholdState initial() {
    return ThresholdState.INITIAL;
  }

  @Override
  public boolean isForgettable(ThresholdState state) {
    return state.equals(ThresholdState.INITIAL);
  }

  @Override
  public Verdict<ThresholdState> judge(ThresholdState before, PlaceCoverage row) {
    long at = Minutes.endOf(row.windowStart());
    if (row.level() != condition.level()
        || row.window() != Window.MINUTE
        || !row.complete()
        || at <= before.newest()) {
      return Verdict.nothing(before);
    }
    boolean hasEnough = row.minutes().expected() >= condition.leastDevices();
    double dark = hasEnough ? 100 - row.minutes().percent() : 0;
    ThresholdState after = next(before, dark, at);
    return after.isRaised() == before.isRaised()
        ? Verdict.nothing(after)
        : Verdict.of(after, finding(after));
  }

  @Override
  public Verdict<ThresholdState> onTime(ThresholdState before, long now) {
    return Verdict.nothing(before);
  }

  @Override
  public long due(ThresholdState state) {
    return NEVER;
  }

  /** Clears by the last minute. */
  @Override
  public Verdict<ThresholdState> rejudge(ThresholdState before) {
    double dark = before.value();
    if (before.isRaised() ? dark > condition.clearPercent() : dark >= condition.darkPercent()) {
      return Verdict.nothing(before);
    }
    ThresholdState after = before.normal(dark, before.newest());
    return before.isRaised() ? Verdict.of(after, finding(after)) : Verdict.nothing(after);
  }

  private ThresholdState next(ThresholdState before, double dark, long at) {
    if (before.isRaised()) {
      return dark <= condition.clearPercent()
          ? before.normal(dark, at)
          : before.stillRaised(dark, at);
    }
    if (dark < condition.darkPercent()) {
      return before.normal(dark, at);
    }
    boolean follows = before.newest() == at - Minutes.LENGTH_MILLIS;
    ThresholdState unbroken = follows ? before : ThresholdState.INITIAL;
    return unbroken.past(dark, at, condition.dwell());
  }

  private Finding finding(ThresholdState after) {
    Evidence minute = new Evidence("", null, after.value(), after.newest());
    return Finding.of(
        after.isRaised() ? Kind.RAISED : Kind.CLEARED,
        Why.passed(condition.darkPercent(), List.of(minute)),
        after.newest());
  }
}
