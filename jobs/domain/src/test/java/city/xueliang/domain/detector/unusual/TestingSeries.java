package city.xueliang.domain.detector.unusual;

import city.xueliang.domain.detector.unusual.Judgement.Episode;
import city.xueliang.domain.detector.unusual.UnusualSettings.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/** One series on its way through a detector: it feeds spans of values and hands out judgements. */
final class TestingSeries {
  static final ZoneId XINING = ZoneId.of("Asia/Shanghai");

  /** A Monday, 00:00 in Xining. */
  static final Instant MONDAY = Instant.parse("2026-11-01T16:00:00Z");

  /** Pure noise of two weeks in steps of 10 minutes has none at all. */
  private static final double FEW_FALSE_ALARMS = 0.6;

  private final UnusualDetector detector;
  private final UnusualState state = new UnusualState();
  private final Duration interval;
  private final Random random = new Random(1);
  private Instant at = MONDAY;

  private TestingSeries(UnusualSettings settings, Duration interval) {
    this.detector = new UnusualDetector(settings, XINING);
    this.interval = interval;
  }

  static TestingSeries every(Duration interval) {
    return new TestingSeries(new UnusualSettings(Kind.READING, 0, FEW_FALSE_ALARMS), interval);
  }

  static TestingSeries countsEvery(Duration interval) {
    return new TestingSeries(new UnusualSettings(Kind.COUNT, 0, FEW_FALSE_ALARMS), interval);
  }

  /** Feeds what the shape says for each time of so long a span, and lasts until its end. */
  List<Judgement> feed(Duration span, ToDoubleFunction<LocalDateTime> shape) {
    List<Judgement> judgements = new ArrayList<>();
    for (Instant end = at.plus(span); at.isBefore(end); at = at.plus(interval)) {
      judgements.add(detector.judge(state, at.toEpochMilli(), shape.applyAsDouble(local())));
    }
    return judgements;
  }

  /** Feeds one value. */
  Judgement feed(double value) {
    return feed(interval, time -> value).get(0);
  }

  void wait(Duration gap) {
    at = at.plus(gap);
  }

  LocalDateTime local() {
    return LocalDateTime.ofInstant(at, XINING);
  }

  /** Normal noise of this standard deviation. */
  double noise(double deviation) {
    return deviation * random.nextGaussian();
  }

  static long episodes(List<Judgement> judgements) {
    return judgements.stream().filter(one -> one.episode() == Episode.BEGINS).count();
  }
}
