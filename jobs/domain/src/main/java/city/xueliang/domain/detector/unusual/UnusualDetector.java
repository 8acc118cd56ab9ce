package city.xueliang.domain.detector.unusual;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneRules;

/**
 * Judges the values of one series against what it learnt from those before: level, rhythm of the
 * day and the week in the city's time, and how far the series usually strays. Without a look ahead,
 * in one pass, with one setting for all series; intervals may be anything from a second to an hour,
 * irregular and with gaps. No randomness: equal values bring equal judgements.
 */
public final class UnusualDetector {
  /** The surprise of score 1: twice of what pays best where anomalies are to be found and few. */
  private static final double MOST_SURPRISE = 7.6;

  /** A young series cannot show how rare a value is: half of what it lacks is made up for. */
  private static final double YOUTH = 0.5;

  private static final double SLOWEST = 0.005;
  private static final long LEARNING_POINTS = 150;
  private static final long LEARNING_MILLIS = 86_400_000;
  private static final double INTERVALS_OF_GAP = 10;
  private static final long LONGEST_INTERVAL = 6 * 3_600_000;
  private static final long FIRST_INTERVAL = 300_000;
  private static final double RANGE_SHARE = 0.005;

  private final UnusualSettings settings;
  private final ZoneRules zone;
  private final boolean fixedOffset;

  /**
   * A detector.
   *
   * @param zone whose days and weeks have the rhythm
   */
  public UnusualDetector(UnusualSettings settings, ZoneId zone) {
    this.settings = settings;
    this.zone = zone.getRules();
    this.fixedOffset = this.zone.isFixedOffset();
  }

  /**
   * Judges one value and learns it.
   *
   * @param state of the series, which is changed
   * @param at event time, epoch milliseconds; meant to rise from call to call. A value that is not
   *     newer is judged but changes no rhythm
   * @param value finite, in the unit of the series
   */
  public Judgement judge(UnusualState state, long at, double value) {
    double even = settings.kind().even(value);
    long local = at + offset(at);
    long elapsed = elapsed(state, at, even);
    double usual = state.forecast.usual(local);
    if (elapsed > INTERVALS_OF_GAP * state.interval) {
      state.forecast.forgetLast(usual);
    }
    double next = state.points == 1 ? even : state.forecast.next(usual);
    double weight = Math.max(1.0 / state.points, SLOWEST);
    double leastScale =
        Deviations.leastScale(
            state.forecast.level(), settings.kind().leastScale(settings.leastChange()));
    Range range = range(state, usual, next, leastScale);
    double mostError = state.deviations.mostError();
    double surprise =
        state.deviations.surprise(even - next, even - usual, leastScale, state.points, weight);
    state.forecast.learn(local, even, usual, elapsed, weight, mostError, 1.0 / state.points);
    state.interval += (Math.min(elapsed, LONGEST_INTERVAL) - state.interval) * weight;
    double score = score(surprise, state.points);
    boolean learning = state.points < LEARNING_POINTS || at - state.first < LEARNING_MILLIS;
    return new Judgement(
        settings.kind().plain(range.low),
        settings.kind().plain(Math.max(range.low, Math.min(range.high, usual))),
        settings.kind().plain(range.high),
        score,
        learning,
        state.episodes.next(!learning && score >= settings.alertAt()));
  }

  private static long elapsed(UnusualState state, long at, double even) {
    state.points++;
    if (state.points == 1) {
      state.forecast.begin(even);
      state.first = at;
      state.newest = at;
      state.interval = FIRST_INTERVAL;
      return 0;
    }
    long elapsed = Math.max(0, at - state.newest);
    state.newest = Math.max(state.newest, at);
    return elapsed;
  }

  private static double score(double surprise, long points) {
    double age = Math.min(points, Rarity.MEMORY) / (double) Rarity.MEMORY;
    double score = (surprise - YOUTH * Math.log10(age)) / MOST_SURPRISE;
    return Math.max(0, Math.min(1, score));
  }

  /** Where both the forecast and what is usual would have a value; else only the usual. */
  private static Range range(UnusualState state, double usual, double next, double leastScale) {
    Deviations past = state.deviations;
    double low = usual + past.departureOf(RANGE_SHARE, -1, leastScale);
    double high = usual + past.departureOf(RANGE_SHARE, 1, leastScale);
    double nextLow = Math.max(low, next + past.jumpOf(RANGE_SHARE, -1, leastScale));
    double nextHigh = Math.min(high, next + past.jumpOf(RANGE_SHARE, 1, leastScale));
    return nextLow <= nextHigh ? new Range(nextLow, nextHigh) : new Range(low, high);
  }

  private long offset(long at) {
    Instant when = fixedOffset ? Instant.EPOCH : Instant.ofEpochMilli(at);
    return zone.getOffset(when).getTotalSeconds() * 1_000L;
  }

  private record Range(double low, double high) {}
}
