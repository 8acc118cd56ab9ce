package city.xueliang.placewatch.detect;

import static city.xueliang.testing.Moments.minutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import city.xueliang.domain.alert.Signal;
import city.xueliang.domain.alert.Signal.Kind;
import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.place.Level;
import city.xueliang.domain.rule.Condition.Unusual;
import city.xueliang.domain.rule.Condition.Unusual.Side;
import city.xueliang.domain.rule.Condition.Unusual.Statistic;
import city.xueliang.domain.rule.Extent;
import city.xueliang.domain.tally.PlaceMetric;
import city.xueliang.domain.tally.Tally;
import city.xueliang.domain.tally.Window;
import city.xueliang.placewatch.harness.BroadcastHarness;
import city.xueliang.placewatch.registry.KnownRules;
import city.xueliang.placewatch.registry.RegistryChange;
import city.xueliang.testing.TestingRules;
import city.xueliang.testing.Town;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Minutes that the days before do not explain. */
class DetectUnusualOperatorTest {
  private static final int DAY = 24 * 60;
  private static final int LEARNT = 4 * DAY;

  private final Random random = new Random(4);
  private BroadcastHarness<PlaceMetric, RegistryChange, Signal> detector;
  private TestingRegistry registry;

  @BeforeEach
  void start() throws Exception {
    start(null);
    registry.publish(unusual(Side.BOTH).build());
  }

  @AfterEach
  void close() throws Exception {
    detector.close();
  }

  @Test
  void anOutbreakIsRaisedOnceWithWhatWasExpectedAndClearedAfterIt() throws Exception {
    countUsual(0, LEARNT);
    assertThat(detector.output()).isEmpty();

    for (int minute = LEARNT; minute < LEARNT + 10; minute++) {
      count(minute, 400);
    }
    assertThat(detector.output()).extracting(Signal::kind).containsExactly(Kind.RAISED);
    countUsual(LEARNT + 10, LEARNT + 120);

    assertThat(detector.output())
        .extracting(Signal::kind, signal -> signal.subject().place())
        .containsExactly(tuple(Kind.RAISED, Town.GRID), tuple(Kind.CLEARED, Town.GRID));
    Signal raised = detector.output().get(0);
    assertThat(raised.why().expectedHigh()).isLessThan(100);
    assertThat(raised.why().score()).isGreaterThan(0.5);
    assertThat(raised.occurredAt()).isEqualTo(minutes(LEARNT).toEpochMilli());
  }

  @Test
  void theRhythmOfTheDayIsNoOutbreak() throws Exception {
    // By day it is four times as many as by night, since the first day.
    countUsual(0, 7 * DAY);

    assertThat(detector.output()).isEmpty();
  }

  @Test
  void minutesWithoutARowHadNone() throws Exception {
    registry.publish(unusual(Side.LOW).version(2).build());
    countUsual(0, LEARNT);

    count(LEARNT + 20, usual(LEARNT + 20));

    assertThat(detector.output()).extracting(Signal::kind).contains(Kind.RAISED);
    assertThat(detector.output().get(0).occurredAt())
        .isBetween(minutes(LEARNT).toEpochMilli(), minutes(LEARNT + 19).toEpochMilli());
  }

  @Test
  void ofALongerGapNothingIsKnown() throws Exception {
    countUsual(0, LEARNT);

    countUsual(LEARNT + 2 * 60, LEARNT + 3 * 60);

    assertThat(detector.output()).isEmpty();
  }

  @Test
  void whatIsNotCompleteAndWhatCorrectsAnEarlierMinuteIsNotJudged() throws Exception {
    countUsual(0, LEARNT);

    detector.send(row(LEARNT, 4_000, false));
    detector.send(row(LEARNT - 1, 4_000, true));
    detector.send(row(LEARNT - 30, 4_000, true));

    assertThat(detector.output()).isEmpty();
  }

  @Test
  void otherMeasuresAndLevelsAreNotJudged() throws Exception {
    registry.publish(
        TestingRules.rule(
                "unusual", new Unusual(Measure.SMOKE, Statistic.COUNT, Extent.GRID, Side.BOTH, 0.5))
            .version(2)
            .build());

    countUsual(0, 10);

    assertThat(detector.keysWith("newest-minutes")).isZero();
  }

  @Test
  void whatWasLearntIsKnownAfterARestart() throws Exception {
    countUsual(0, LEARNT);

    start(detector.stop());
    count(LEARNT, 400);
    count(LEARNT + 1, 400);

    assertThat(detector.output()).extracting(Signal::kind).contains(Kind.RAISED);
  }

  @Test
  void nothingIsKeptOfARuleThatIsGone() throws Exception {
    countUsual(0, 100);
    assertThat(detector.keysWith("unusual-watches")).isEqualTo(1);

    registry.remove("unusual");
    countUsual(100, 110);

    assertThat(detector.keysWith("unusual-watches")).isZero();
    assertThat(detector.keysWith("newest-minutes")).isZero();
  }

  private void start(OperatorSubtaskState state) throws Exception {
    detector =
        new BroadcastHarness<>(
            new DetectUnusual(ZoneId.of("Asia/Shanghai")),
            List.of(KnownRules.STATE),
            PlaceMetric::place,
            state);
    registry = new TestingRegistry(detector);
  }

  private static TestingRules unusual(Side side) {
    return TestingRules.rule(
            "unusual", new Unusual(Measure.FLAME, Statistic.COUNT, Extent.GRID, side, 0.7))
        .groupBy(Extent.GRID);
  }

  /** Usual minutes, from one after noon to another, exclusive. */
  private void countUsual(int from, int to) throws Exception {
    for (int minute = from; minute < to; minute++) {
      count(minute, usual(minute));
    }
  }

  private int usual(int minute) {
    double phase = 2 * Math.PI * (minute % DAY) / DAY;
    double mean = 25 + 15 * Math.cos(phase);
    return Math.max(0, (int) Math.round(mean + Math.sqrt(mean) * random.nextGaussian()));
  }

  private void count(int minute, int events) throws Exception {
    detector.send(row(minute, events, true));
  }

  private static PlaceMetric row(int minute, int events, boolean complete) {
    Tally tally = Tally.empty(Measure.FLAME);
    for (int i = 0; i < events; i++) {
      tally.add(0, 0);
    }
    return new PlaceMetric(
        Town.GRID,
        Level.GRID,
        Town.DISTRICT,
        Measure.FLAME,
        Window.MINUTE,
        minutes(minute).toEpochMilli(),
        complete,
        tally);
  }
}
