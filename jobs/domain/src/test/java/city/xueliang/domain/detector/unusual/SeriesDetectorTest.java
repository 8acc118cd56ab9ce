package city.xueliang.domain.detector.unusual;

import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.alert.Signal.Kind;
import city.xueliang.domain.detector.Detector;
import city.xueliang.domain.detector.Finding;
import city.xueliang.domain.detector.Sighting;
import city.xueliang.domain.detector.Verdict;
import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.rule.Condition.Unusual;
import city.xueliang.domain.rule.Condition.Unusual.Side;
import city.xueliang.domain.rule.Condition.Unusual.Statistic;
import city.xueliang.domain.rule.Extent;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SeriesDetectorTest {
  private static final long START = Instant.parse("2026-11-02T00:00:00Z").toEpochMilli();
  private static final long MINUTE = Duration.ofMinutes(1).toMillis();
  private static final int TWO_DAYS = 2 * 24 * 60;
  private static final double SCORE = 0.6;

  private final Random noise = new Random(7);
  private final List<Finding> findings = new ArrayList<>();
  private SeriesDetector detector;
  private SeriesWatch watch;
  private int minute;

  @BeforeEach
  void learn() {
    start(Side.BOTH);
  }

  @Test
  void anOutbreakIsRaisedOnceWithWhatWasExpected() {
    judge(900);
    judge(950);

    assertThat(findings).extracting(Finding::kind).containsExactly(Kind.RAISED);
    Finding raised = findings.get(0);
    assertThat(raised.why().score()).isGreaterThanOrEqualTo(SCORE);
    assertThat(raised.why().expectedLow()).isLessThanOrEqualTo(raised.why().expectedHigh());
    assertThat(raised.why().expectedHigh()).isLessThan(900);
    assertThat(raised.why().evidence()).extracting("value").containsExactly(900.0);
  }

  @Test
  void aSeriesThatIsCalmAgainIsCleared() {
    judge(900);
    calm(200);

    assertThat(findings).extracting(Finding::kind).containsExactly(Kind.RAISED, Kind.CLEARED);
    assertThat(watch.raised()).isFalse();
  }

  @Test
  void whatIsHighIsNothingForARuleOnTheLowSide() {
    start(Side.LOW);

    judge(900);
    calm(200);

    assertThat(findings).isEmpty();
  }

  @Test
  void whatIsLowIsRaisedByARuleOnTheLowSide() {
    start(Side.LOW);

    judge(0);

    assertThat(findings).extracting(Finding::kind).containsExactly(Kind.RAISED);
  }

  @Test
  void aValueThatIsNotNewerSaysNothingAndTeachesNothing() {
    byte[] before = bytes();
    minute--;

    judge(900);

    assertThat(findings).isEmpty();
    assertThat(bytes()).isEqualTo(before);
  }

  @Test
  void aChangedRuleForgetsNothing() {
    Verdict<SeriesWatch> verdict = detector.rejudge(watch);

    assertThat(verdict.state()).isSameAs(watch);
    assertThat(verdict.findings()).isEmpty();
    assertThat(detector.isForgettable(watch)).isFalse();
    assertThat(detector.due(watch)).isEqualTo(Detector.NEVER);
    assertThat(detector.onTime(watch, Long.MAX_VALUE).findings()).isEmpty();
  }

  private void start(Side side) {
    detector =
        new SeriesDetector(
            new Unusual(Measure.CROWD_COUNT, Statistic.SUM, Extent.ZONE, side, SCORE),
            ZoneOffset.UTC);
    watch = detector.initial();
    minute = 0;
    calm(TWO_DAYS);
    findings.clear();
  }

  private void calm(int minutes) {
    for (int i = 0; i < minutes; i++) {
      judge(100 + noise.nextInt(20));
    }
  }

  private void judge(double value) {
    long at = START + minute++ * MINUTE;
    Verdict<SeriesWatch> verdict =
        detector.judge(watch, new Sighting("belt", "", Measure.CROWD_COUNT, value, at));
    watch = verdict.state();
    findings.addAll(verdict.findings());
  }

  private byte[] bytes() {
    try (var bytes = new java.io.ByteArrayOutputStream();
        var out = new java.io.DataOutputStream(bytes)) {
      new SeriesWatch.Form().write(watch, out);
      return bytes.toByteArray();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
