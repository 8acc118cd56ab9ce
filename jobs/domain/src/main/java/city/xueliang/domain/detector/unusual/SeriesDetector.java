package city.xueliang.domain.detector.unusual;

import city.xueliang.domain.alert.Signal.Kind;
import city.xueliang.domain.alert.Why;
import city.xueliang.domain.detector.Detector;
import city.xueliang.domain.detector.Finding;
import city.xueliang.domain.detector.Sighting;
import city.xueliang.domain.detector.Verdict;
import city.xueliang.domain.detector.unusual.Judgement.Episode;
import city.xueliang.domain.rule.Condition.Unusual;
import city.xueliang.domain.rule.Condition.Unusual.Statistic;
import java.time.ZoneId;
import java.util.List;

/**
 * Judges the values of a device, or the minutes of a place, by what the series has shown before:
 * raised by the first unusual value on the rule's side, cleared when the series is calm again. A
 * value that is not newer than all before it says nothing: it is too late to be a surprise.
 */
public final class SeriesDetector implements Detector<SeriesWatch, Sighting> {
  private final Unusual condition;
  private final UnusualDetector detector;

  /**
   * @param zone whose days and weeks have the rhythm
   */
  public SeriesDetector(Unusual condition, ZoneId zone) {
    this.condition = condition;
    this.detector =
        new UnusualDetector(new UnusualSettings(kind(condition), 0, condition.score()), zone);
  }

  /** What is added up of events or of counts is a count. */
  private static UnusualSettings.Kind kind(Unusual condition) {
    boolean isCount =
        condition.statistic() == Statistic.COUNT
            || (condition.statistic() == Statistic.SUM && condition.measure().isCounted());
    return isCount ? UnusualSettings.Kind.COUNT : UnusualSettings.Kind.READING;
  }

  @Override
  public SeriesWatch initial() {
    return new SeriesWatch(new UnusualState(), false);
  }

  /** What was learnt is not forgotten as long as there is the rule. */
  @Override
  public boolean isForgettable(SeriesWatch watch) {
    return false;
  }

  @Override
  public Verdict<SeriesWatch> judge(SeriesWatch before, Sighting sighting) {
    UnusualState series = before.series();
    if (series.points > 0 && sighting.occurredAt() <= series.newest) {
      return Verdict.nothing(before);
    }
    Judgement judgement = detector.judge(series, sighting.occurredAt(), sighting.value());
    Episode episode = judgement.episode();
    if (episode == Episode.BEGINS && isBad(sighting.value(), judgement)) {
      Kind kind = before.raised() ? Kind.REPEATED : Kind.RAISED;
      return Verdict.of(new SeriesWatch(series, true), finding(kind, sighting, judgement));
    }
    boolean isCalm = episode == Episode.CALM || episode == Episode.NONE;
    return before.raised() && isCalm
        ? Verdict.of(new SeriesWatch(series, false), finding(Kind.CLEARED, sighting, judgement))
        : Verdict.nothing(before);
  }

  @Override
  public Verdict<SeriesWatch> onTime(SeriesWatch before, long now) {
    return Verdict.nothing(before);
  }

  @Override
  public long due(SeriesWatch watch) {
    return NEVER;
  }

  /** What is learnt stays; an episode ends by its values, by whichever score it began. */
  @Override
  public Verdict<SeriesWatch> rejudge(SeriesWatch before) {
    return Verdict.nothing(before);
  }

  private boolean isBad(double value, Judgement judgement) {
    return switch (condition.side()) {
      case HIGH -> value >= judgement.expected();
      case LOW -> value <= judgement.expected();
      case BOTH -> true;
    };
  }

  private static Finding finding(Kind kind, Sighting sighting, Judgement judgement) {
    Why why =
        new Why(
            Double.NaN,
            judgement.expectedLow(),
            judgement.expectedHigh(),
            judgement.score(),
            List.of(sighting.evidence()));
    return Finding.of(kind, why, sighting.occurredAt());
  }
}
