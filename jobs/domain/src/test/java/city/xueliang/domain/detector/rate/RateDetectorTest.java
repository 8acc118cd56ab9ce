package city.xueliang.domain.detector.rate;

import static city.xueliang.domain.detector.TestingKey.words;
import static city.xueliang.domain.detector.TestingSighting.camera;
import static city.xueliang.domain.detector.TestingSighting.second;
import static city.xueliang.domain.detector.TestingSighting.sighting;
import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.alert.Evidence;
import city.xueliang.domain.alert.Signal.Kind;
import city.xueliang.domain.detector.Finding;
import city.xueliang.domain.detector.Sighting;
import city.xueliang.domain.detector.TestingKey;
import city.xueliang.domain.observation.EventTime;
import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.rule.Condition.Rate;
import city.xueliang.domain.rule.Direction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RateDetectorTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** 10 degrees within a minute; it is gone at 4. */
  private static final Rate RISE = rise(10, 4);

  private static final Rate FALL =
      new Rate(Measure.TEMPERATURE_CELSIUS, Direction.BELOW, 10, 4, MINUTE);

  private final TestingKey<RateState, Sighting> device = watched(RISE);

  @Test
  void aRiseOfTheLimitWithinTheSpanRaises() {
    assertThat(device.takes(degrees(20, 0))).isEmpty();
    assertThat(device.takes(degrees(29.9, 30))).isEmpty();
    assertThat(words(device.takes(degrees(30, 60)))).containsExactly("RAISED +60 s");
  }

  @Test
  void aRiseThatTakesLongerDoesNot() {
    device.takes(degrees(20, 0));
    device.takes(degrees(25, 30));

    assertThat(device.takes(degrees(30, 61))).isEmpty();
  }

  @Test
  void aFallIsNoRise() {
    device.takes(degrees(30, 0));

    assertThat(device.takes(degrees(10, 30))).isEmpty();
  }

  @Test
  void aFallOfTheLimitRaisesWhereFallingIsBad() {
    var falling = watched(FALL);
    falling.takes(degrees(30, 0));

    assertThat(words(falling.takes(degrees(20, 30)))).containsExactly("RAISED +30 s");
  }

  @Test
  void itIsRaisedAgainstTheLowestValueOfTheSpanAndNamesBoth() {
    device.takes(degrees(25, 0));
    device.takes(degrees(20, 10));
    device.takes(degrees(24, 20));

    Finding raised = device.takes(degrees(31, 30)).get(0);

    assertThat(raised.why().limit()).isEqualTo(10);
    assertThat(raised.why().evidence()).containsExactly(evidence(20, 10), evidence(31, 30));
  }

  @Test
  void itIsClearedWhenTheChangeIsAtTheClearLimit() {
    device.takes(degrees(20, 0));
    device.takes(degrees(30, 30));

    assertThat(device.takes(degrees(25, 40))).isEmpty();
    assertThat(words(device.takes(degrees(24, 50)))).containsExactly("CLEARED +50 s");
  }

  @Test
  void itIsClearedWhenTheValueStaysWhereItRoseTo() {
    device.takes(degrees(20, 0));
    device.takes(degrees(30, 30));

    assertThat(device.takes(degrees(30, 60))).isEmpty();
    assertThat(words(device.takes(degrees(30, 61)))).containsExactly("CLEARED +61 s");
  }

  @Test
  void withoutAValueItIsClearedAtTheEndOfTheSpan() {
    device.takes(degrees(20, 0));
    device.takes(degrees(30, 30));

    assertThat(device.due()).isEqualTo(second(90));
    assertThat(device.reaches(second(89))).isEmpty();
    assertThat(words(device.reaches(second(90)))).containsExactly("CLEARED +90 s");
  }

  @Test
  void aGapOfMoreThanTheSpanForgets() {
    device.takes(degrees(20, 0));
    device.takes(degrees(30, 30));

    assertThat(words(device.takes(degrees(40, 91)))).containsExactly("CLEARED +90 s");
    assertThat(words(device.takes(degrees(50, 100)))).containsExactly("RAISED +100 s");
  }

  @Test
  void theStateIsForgottenWhenNothingOfTheSpanCanComeAnyMore() {
    device.takes(degrees(20, 0));

    assertThat(device.due()).isEqualTo(EventTime.expiry(second(60)));
    device.reaches(device.due());
    assertThat(device.isForgettable()).isTrue();
  }

  @Test
  void aLowerValueThatComesLateRaisesTheLaterOne() {
    device.takes(degrees(30, 30));

    assertThat(words(device.takes(degrees(20, 10)))).containsExactly("RAISED +30 s");
  }

  @Test
  void aPeakThatComesLateIsToldWithItsEnd() {
    device.takes(degrees(20, 0));
    device.takes(degrees(20, 30));

    assertThat(words(device.takes(degrees(30, 20))))
        .containsExactly("RAISED +20 s", "CLEARED +30 s");
  }

  @Test
  void whatWasToldIsNotToldAgain() {
    device.takes(degrees(20, 0));
    device.takes(degrees(30, 20));
    device.takes(degrees(20, 30));

    assertThat(device.takes(degrees(35, 10))).isEmpty();
    assertThat(device.takes(degrees(35, 25))).isEmpty();
  }

  @Test
  void aValueOlderThanTheSpanChangesNothing() {
    device.takes(degrees(30, 120));
    RateState before = device.state();

    assertThat(device.takes(degrees(0, 59))).isEmpty();
    assertThat(device.state()).isEqualTo(before);
  }

  @Test
  void aValueOfAnotherMeasureIsPassedOver() {
    assertThat(device.takes(sighting().of(Measure.NOISE_DBA, 90).build())).isEmpty();
    assertThat(device.isForgettable()).isTrue();
  }

  @Test
  void whatHoldsByTheChangedRuleStaysRaised() {
    device.takes(degrees(20, 0));
    device.takes(degrees(30, 30));

    assertThat(device.changesTo(new RateDetector(rise(20, 9)))).isEmpty();
    assertThat(device.state().raised()).isTrue();
  }

  @Test
  void whatIsClearByTheChangedRuleIsCleared() {
    device.takes(degrees(20, 0));
    device.takes(degrees(30, 30));

    assertThat(words(device.changesTo(new RateDetector(rise(20, 10)))))
        .containsExactly("CLEARED +30 s");
  }

  @Test
  void aChangedRuleRaisesNothingByOldValues() {
    device.takes(degrees(20, 0));
    device.takes(degrees(29, 30));

    assertThat(device.changesTo(new RateDetector(rise(5, 4)))).isEmpty();
  }

  @Test
  void ofManyValuesTheExtremesAreKept() {
    device.takes(degrees(20, 0));
    for (int tenth = 1; tenth < 590; tenth++) {
      device.takes(atTenth(25 + tenth % 3, tenth));
    }

    assertThat(device.state().points()).hasSizeLessThanOrEqualTo(Points.MOST);
    assertThat(words(device.takes(degrees(30, 60)))).containsExactly("RAISED +60 s");
  }

  @Property
  void anyOrderWithinTheSpanRaisesWhatItsOrderInTimeDoes(@ForAll("values") List<Sighting> values) {
    List<Sighting> inOrder = new ArrayList<>(values);
    inOrder.sort(Comparator.comparingLong(Sighting::occurredAt));

    assertThat(isEverRaised(values)).isEqualTo(isEverRaised(inOrder));
  }

  @Property
  void noRaiseIsToldTwiceAndEachIsClearedBeforeTheNext(@ForAll("values") List<Sighting> values) {
    var key = watched(RISE);
    List<Finding> all = new ArrayList<>();

    values.forEach(value -> all.addAll(key.takes(value)));

    for (int i = 0; i < all.size(); i++) {
      assertThat(all.get(i).kind()).isEqualTo(i % 2 == 0 ? Kind.RAISED : Kind.CLEARED);
    }
    assertThat(all.stream().filter(each -> each.kind() == Kind.RAISED).map(Finding::occurredAt))
        .doesNotHaveDuplicates();
  }

  /** Of different times within one span. */
  @Provide
  Arbitrary<List<Sighting>> values() {
    return Combinators.combine(
            Arbitraries.integers().between(15, 30), Arbitraries.longs().between(0, 60))
        .as((value, second) -> degrees(value, second))
        .list()
        .uniqueElements(Sighting::occurredAt)
        .ofMaxSize(20);
  }

  private static boolean isEverRaised(List<Sighting> values) {
    var key = watched(RISE);
    List<Finding> all = new ArrayList<>();
    values.forEach(value -> all.addAll(key.takes(value)));
    return !all.isEmpty();
  }

  private static TestingKey<RateState, Sighting> watched(Rate condition) {
    return new TestingKey<>(new RateDetector(condition));
  }

  private static Rate rise(double limit, double clearLimit) {
    return new Rate(Measure.TEMPERATURE_CELSIUS, Direction.ABOVE, limit, clearLimit, MINUTE);
  }

  private static Sighting degrees(double value, long secondAfterNoon) {
    return atTenth(value, secondAfterNoon * 10);
  }

  private static Sighting atTenth(double value, long tenth) {
    return sighting().of(Measure.TEMPERATURE_CELSIUS, value).at(second(0) + tenth * 100).build();
  }

  private static Evidence evidence(double value, long secondAfterNoon) {
    return new Evidence(camera(1), Measure.TEMPERATURE_CELSIUS, value, second(secondAfterNoon));
  }
}
