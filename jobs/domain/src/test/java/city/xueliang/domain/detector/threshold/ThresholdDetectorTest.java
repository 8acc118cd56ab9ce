package city.xueliang.domain.detector.threshold;

import static city.xueliang.domain.detector.TestingKey.kinds;
import static city.xueliang.domain.detector.TestingSighting.NOON;
import static city.xueliang.domain.detector.TestingSighting.camera;
import static city.xueliang.domain.detector.TestingSighting.sighting;
import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.alert.Evidence;
import city.xueliang.domain.alert.Signal.Kind;
import city.xueliang.domain.detector.Detector;
import city.xueliang.domain.detector.Finding;
import city.xueliang.domain.detector.Sighting;
import city.xueliang.domain.detector.TestingKey;
import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.rule.Condition.Threshold;
import city.xueliang.domain.rule.Direction;
import city.xueliang.domain.state.BinaryForms;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ThresholdDetectorTest {
  private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

  @Test
  void theFirstValueAtTheLimitRaises() {
    var device = watched(above(25, 20));

    assertThat(device.takes(gas(24.99, 0))).isEmpty();
    assertThat(kinds(device.takes(gas(25, 1)))).containsExactly(Kind.RAISED);
  }

  @Test
  void whatIsRaisedStaysUntilAValueIsAtTheClearLimit() {
    var device = watched(above(25, 20));
    device.takes(gas(30, 0));

    assertThat(device.takes(gas(60, 1))).isEmpty();
    assertThat(device.takes(gas(24, 2))).isEmpty();
    assertThat(device.takes(gas(20.01, 3))).isEmpty();
    assertThat(kinds(device.takes(gas(20, 4)))).containsExactly(Kind.CLEARED);
    assertThat(device.takes(gas(20, 5))).isEmpty();
  }

  @Test
  void aRelapseRaisesAgain() {
    var device = watched(above(25, 20));
    device.takes(gas(30, 0));
    device.takes(gas(10, 1));

    assertThat(kinds(device.takes(gas(30, 2)))).containsExactly(Kind.RAISED);
  }

  @Test
  void aLimitFromBelowIsPassedByLesserValues() {
    var device = watched(below(5, 10, Duration.ZERO));

    assertThat(device.takes(gas(5.01, 0))).isEmpty();
    assertThat(kinds(device.takes(gas(5, 1)))).containsExactly(Kind.RAISED);
    assertThat(device.takes(gas(9.99, 2))).isEmpty();
    assertThat(kinds(device.takes(gas(10, 3)))).containsExactly(Kind.CLEARED);
  }

  @Test
  void theConditionIsRaisedAtTheDwellToTheMillisecond() {
    var device = watched(above(25, 20, TEN_SECONDS));

    assertThat(device.takes(gas(30, 0))).isEmpty();
    assertThat(device.takes(gas(30, 9_999))).isEmpty();
    assertThat(kinds(device.takes(gas(30, 10_000)))).containsExactly(Kind.RAISED);
  }

  @Test
  void aBreakBeforeTheDwellIsOverStartsItAnew() {
    var device = watched(above(25, 20, TEN_SECONDS));
    device.takes(gas(30, 0));
    device.takes(gas(24, 5_000));

    assertThat(device.takes(gas(30, 10_000))).isEmpty();
    assertThat(device.takes(gas(30, 19_999))).isEmpty();
    assertThat(kinds(device.takes(gas(30, 20_000)))).containsExactly(Kind.RAISED);
  }

  @Test
  void theStateTellsSinceWhenTheLimitIsPassed() {
    var device = watched(above(25, 20, TEN_SECONDS));
    device.takes(gas(30, 0));
    device.takes(gas(30, 12_000));

    assertThat(device.state().since()).isEqualTo(NOON);
    assertThat(device.state().newest()).isEqualTo(NOON + 12_000);
  }

  @Test
  void aFindingTellsTheLimitAndTheValueThatPassedIt() {
    Finding finding = watched(above(25, 20)).takes(gas(30, 7)).get(0);

    assertThat(finding.occurredAt()).isEqualTo(NOON + 7);
    assertThat(finding.why().limit()).isEqualTo(25);
    assertThat(finding.why().evidence())
        .containsExactly(new Evidence(camera(1), Measure.GAS_LEL_PERCENT, 30, NOON + 7));
  }

  @Test
  void aValueOlderThanOneJudgedChangesNothing() {
    var device = watched(above(25, 20));
    device.takes(gas(30, 5_000));
    ThresholdState before = device.state();

    assertThat(device.takes(gas(0, 4_999))).isEmpty();
    assertThat(device.state()).isEqualTo(before);
  }

  @Test
  void aSecondValueOfTheSameMomentChangesNothing() {
    var device = watched(above(25, 20));
    device.takes(gas(30, 5_000));

    assertThat(device.takes(gas(0, 5_000))).isEmpty();
    assertThat(kinds(device.takes(gas(0, 5_001)))).containsExactly(Kind.CLEARED);
  }

  @Test
  void twoValuesAMillisecondApartRaiseOnce() {
    var device = watched(above(25, 20));

    assertThat(kinds(device.takes(gas(30, 0)))).containsExactly(Kind.RAISED);
    assertThat(device.takes(gas(31, 1))).isEmpty();
  }

  @Test
  void aValueOfAnotherMeasureIsPassedOver() {
    var device = watched(above(25, 20));

    assertThat(device.takes(sighting().of(Measure.NOISE_DBA, 90).build())).isEmpty();
    assertThat(device.isForgettable()).isTrue();
  }

  @Test
  void silenceChangesNothing() {
    var device = watched(above(25, 20));
    device.takes(gas(30, 0));

    assertThat(device.due()).isEqualTo(Detector.NEVER);
    assertThat(new ThresholdDetector(above(25, 20)).onTime(device.state(), NOON).findings())
        .isEmpty();
  }

  @Test
  void whatHoldsByTheChangedRuleStaysRaised() {
    var device = watched(above(25, 20));
    device.takes(gas(30, 0));

    assertThat(device.changesTo(new ThresholdDetector(above(40, 29)))).isEmpty();
    assertThat(device.takes(gas(35, 1))).isEmpty();
  }

  @Test
  void whatIsClearByTheChangedRuleIsClearedWithTheLastValue() {
    var device = watched(above(25, 20));
    device.takes(gas(30, 0));
    device.takes(gas(26, 4));

    List<Finding> findings = device.changesTo(new ThresholdDetector(above(40, 30)));

    assertThat(kinds(findings)).containsExactly(Kind.CLEARED);
    assertThat(findings.get(0).why().evidence())
        .containsExactly(new Evidence("", Measure.GAS_LEL_PERCENT, 26, NOON + 4));
  }

  @Test
  void whatIsNotPastTheChangedLimitDwellsNoMore() {
    var device = watched(above(25, 20, TEN_SECONDS));
    device.takes(gas(30, 0));

    assertThat(device.changesTo(new ThresholdDetector(above(31, 20, TEN_SECONDS)))).isEmpty();
    assertThat(device.state().phase()).isEqualTo(ThresholdState.Phase.NORMAL);
  }

  @Test
  void aChangedRuleRaisesNothingByAnOldValue() {
    var device = watched(above(25, 20));
    device.takes(gas(24, 0));

    assertThat(device.changesTo(new ThresholdDetector(above(10, 5)))).isEmpty();
    assertThat(kinds(device.takes(gas(24, 1)))).containsExactly(Kind.RAISED);
  }

  @Test
  void aStateOfTheFirstVersionIsReadWithoutAValue() throws Exception {
    ThresholdState raised = new ThresholdState(ThresholdState.Phase.RAISED, 1, 2, Double.NaN);
    byte[] first = Arrays.copyOf(BinaryForms.write(new ThresholdState.Form(), raised), 17);

    ThresholdState read =
        new ThresholdState.Form().read(new DataInputStream(new ByteArrayInputStream(first)), 1);

    assertThat(read).isEqualTo(raised);
    assertThat(new ThresholdDetector(above(25, 20)).rejudge(read).findings()).isEmpty();
  }

  @Property
  void raisedAndClearedTakeTurnsBeginningWithRaised(
      @ForAll("conditions") Threshold condition, @ForAll("values") List<Sighting> values) {
    var device = watched(condition);
    List<Finding> findings = new ArrayList<>();

    values.forEach(value -> findings.addAll(device.takes(value)));

    for (int i = 0; i < findings.size(); i++) {
      assertThat(findings.get(i).kind()).isEqualTo(i % 2 == 0 ? Kind.RAISED : Kind.CLEARED);
    }
  }

  @Property
  void noTimeIsTwiceThatOfAFinding(
      @ForAll("conditions") Threshold condition, @ForAll("values") List<Sighting> values) {
    var device = watched(condition);
    List<Long> times = new ArrayList<>();

    for (Sighting value : values) {
      device.takes(value).forEach(finding -> times.add(finding.occurredAt()));
    }

    assertThat(times).doesNotHaveDuplicates().isSorted();
  }

  @Provide
  Arbitrary<List<Sighting>> values() {
    return Combinators.combine(
            Arbitraries.integers().between(15, 30), Arbitraries.longs().between(0, 60))
        .as((value, second) -> gas(value, second * 1_000))
        .list()
        .ofMaxSize(60);
  }

  @Provide
  Arbitrary<Threshold> conditions() {
    return Arbitraries.of(
        above(25, 20),
        above(25, 20, TEN_SECONDS),
        below(20, 25, Duration.ZERO),
        below(20, 25, TEN_SECONDS));
  }

  private static TestingKey<ThresholdState, Sighting> watched(Threshold condition) {
    return new TestingKey<>(new ThresholdDetector(condition));
  }

  private static Sighting gas(double value, long millisAfterNoon) {
    return sighting().of(Measure.GAS_LEL_PERCENT, value).at(NOON + millisAfterNoon).build();
  }

  private static Threshold above(double limit, double clearLimit) {
    return above(limit, clearLimit, Duration.ZERO);
  }

  private static Threshold above(double limit, double clearLimit, Duration dwell) {
    return new Threshold(Measure.GAS_LEL_PERCENT, Direction.ABOVE, limit, clearLimit, dwell);
  }

  private static Threshold below(double limit, double clearLimit, Duration dwell) {
    return new Threshold(Measure.GAS_LEL_PERCENT, Direction.BELOW, limit, clearLimit, dwell);
  }
}
