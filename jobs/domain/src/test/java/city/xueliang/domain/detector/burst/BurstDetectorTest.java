package city.xueliang.domain.detector.burst;

import static city.xueliang.domain.detector.TestingKey.kinds;
import static city.xueliang.domain.detector.TestingKey.words;
import static city.xueliang.domain.detector.TestingSighting.second;
import static city.xueliang.domain.detector.TestingSighting.sighting;
import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.alert.Evidence;
import city.xueliang.domain.alert.Signal.Kind;
import city.xueliang.domain.detector.Detector;
import city.xueliang.domain.detector.EpisodeState;
import city.xueliang.domain.detector.Finding;
import city.xueliang.domain.detector.Sighting;
import city.xueliang.domain.detector.TestingArrivals;
import city.xueliang.domain.detector.TestingArrivals.Arrival;
import city.xueliang.domain.detector.TestingKey;
import city.xueliang.domain.observation.EventTime;
import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.rule.Condition.Burst;
import city.xueliang.domain.rule.Extent;
import city.xueliang.domain.rule.Sign;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class BurstDetectorTest {
  private final TestingKey<EpisodeState, Sighting> camera = watched(3);
  private final TestingKey<EpisodeState, Sighting> each = watched(1);

  @Test
  void theLastOfEnoughRaises() {
    assertThat(camera.takes(smoke(0))).isEmpty();
    assertThat(camera.takes(smoke(20))).isEmpty();
    assertThat(words(camera.takes(smoke(60)))).containsExactly("RAISED +60 s");
  }

  @Test
  void theSameNumberInALongerTimeDoesNot() {
    camera.takes(smoke(0));
    camera.takes(smoke(20));

    assertThat(camera.takes(smoke(61))).isEmpty();
  }

  @Test
  void itNamesWhatMadeIt() {
    camera.takes(smoke(0));
    camera.takes(smoke(20));
    Finding raised = camera.takes(smoke(30)).get(0);

    assertThat(raised.why().limit()).isNaN();
    assertThat(raised.why().evidence())
        .extracting(Evidence::occurredAt)
        .containsExactly(second(0), second(20), second(30));
  }

  @Test
  void ofManyTheNewestTwentyAreNamed() {
    var street = watched(30);
    List<Finding> findings = List.of();
    for (int i = 0; i < 30; i++) {
      findings = street.takes(smoke(i));
    }

    assertThat(findings.get(0).why().evidence())
        .hasSize(20)
        .endsWith(smoke(29).evidence())
        .startsWith(smoke(10).evidence());
  }

  @Test
  void furtherOnesRepeat() {
    each.takes(smoke(0));

    List<Finding> further = each.takes(smoke(60));

    assertThat(words(further)).containsExactly("REPEATED +60 s");
    assertThat(further.get(0).why().evidence()).containsExactly(smoke(60).evidence());
  }

  @Test
  void itIsGoneWhenTooFewAreLeftWithinTheSpan() {
    camera.takes(smoke(0));
    camera.takes(smoke(20));
    camera.takes(smoke(30));

    assertThat(camera.due()).isEqualTo(second(60));
    assertThat(words(camera.reaches(second(60)))).containsExactly("CLEARED +60 s");
  }

  @Test
  void aFurtherOneKeepsItFromEnding() {
    camera.takes(smoke(0));
    camera.takes(smoke(20));
    camera.takes(smoke(30));
    camera.takes(smoke(50));

    assertThat(camera.reaches(second(79))).isEmpty();
    assertThat(words(camera.reaches(second(80)))).containsExactly("CLEARED +80 s");
  }

  @Test
  void aNewOneThatIsReadBeforeTimeMovesOnEndsTheOld() {
    each.takes(smoke(0));

    assertThat(words(each.takes(smoke(200)))).containsExactly("CLEARED +60 s", "RAISED +200 s");
  }

  @Test
  void oneThatCompletesAPastBurstIsRaisedWithItsTimeAndClearedAtOnce() {
    camera.takes(smoke(0));
    camera.takes(smoke(20));

    camera.passes(second(900));
    assertThat(words(camera.takes(smoke(10)))).containsExactly("RAISED +20 s");
    assertThat(words(camera.passes(second(900)))).containsExactly("CLEARED +60 s");
  }

  @Test
  void oneThatBelongsToAPastBurstThatWasToldSaysNothing() {
    each.takes(smoke(0));
    each.passes(second(60));
    each.takes(smoke(300));
    each.passes(second(360));

    assertThat(each.takes(smoke(30))).isEmpty();
    assertThat(each.takes(smoke(-30))).isEmpty();
  }

  @Test
  void oneThatLengthensABurstThatWasClearedRaisesItAgainUnderAnotherIdentity() {
    each.takes(smoke(0));
    each.passes(second(60));

    List<Finding> relapse = each.takes(smoke(59));

    assertThat(kinds(relapse)).containsExactly(Kind.RAISED);
    assertThat(relapse.get(0).occurredAt()).isEqualTo(second(60) + 1);
    assertThat(words(each.reaches(second(119)))).containsExactly("CLEARED +119 s");
  }

  @Test
  void whatShowsNoSignIsPassedOver() {
    assertThat(each.takes(sighting().of(Measure.FLAME).build())).isEmpty();
    assertThat(each.isForgettable()).isTrue();
  }

  @Test
  void aValueBelowTheSignsIsPassedOver() {
    var crowd = watched(new Sign(Measure.CROWD_COUNT, 50), 1);

    assertThat(crowd.takes(sighting().of(Measure.CROWD_COUNT, 49).build())).isEmpty();
    assertThat(crowd.takes(sighting().of(Measure.CROWD_COUNT, 50).build()).get(0).why().limit())
        .isEqualTo(50);
  }

  @Test
  void theStateIsForgottenWhenNothingOfItsTimeCanComeAnyMore() {
    each.takes(smoke(0));
    each.passes(second(60));

    assertThat(each.due()).isEqualTo(EventTime.expiry(second(120)));
    each.passes(each.due());
    assertThat(each.isForgettable()).isTrue();
    assertThat(each.due()).isEqualTo(Detector.NEVER);
  }

  @Test
  void whatHoldsByTheChangedRuleStaysRaisedUntilItRunsOutByThat() {
    camera.takes(smoke(0));
    camera.takes(smoke(20));
    camera.takes(smoke(30));

    assertThat(camera.changesTo(detector(Sign.of(Measure.SMOKE), 2))).isEmpty();
    assertThat(camera.due()).isEqualTo(second(80));
  }

  @Test
  void whatDoesNotHoldByTheChangedRuleIsCleared() {
    camera.takes(smoke(0));
    camera.takes(smoke(20));
    camera.takes(smoke(30));

    assertThat(words(camera.changesTo(detector(Sign.of(Measure.SMOKE), 4))))
        .containsExactly("CLEARED +30 s");
  }

  @Test
  void ofAnotherSignNothingIsLeft() {
    each.takes(smoke(0));

    assertThat(kinds(each.changesTo(detector(Sign.of(Measure.FLAME), 1))))
        .containsExactly(Kind.CLEARED);
  }

  @Test
  void aChangedRuleRaisesNothingByWhatWasSeen() {
    camera.takes(smoke(0));

    assertThat(camera.changesTo(detector(Sign.of(Measure.SMOKE), 1))).isEmpty();
  }

  @Property
  void itIsRaisedInAnyOrderIfEnoughLieWithinTheSpan(@ForAll("arrivals") List<Arrival> arrivals) {
    assertThat(TestingArrivals.isRaised(TestingArrivals.of(watched(3), arrivals)))
        .isEqualTo(hasThreeWithinTheSpan(arrivals));
  }

  @Property
  void whatIsToldIsOneStory(@ForAll("arrivals") List<Arrival> arrivals) {
    TestingArrivals.assertAreOfOneStory(TestingArrivals.of(watched(1), arrivals));
    TestingArrivals.assertAreOfOneStory(TestingArrivals.of(watched(3), arrivals));
  }

  @Provide
  Arbitrary<List<Arrival>> arrivals() {
    return TestingArrivals.of(Arbitraries.longs().between(0, 1_200).map(s -> smoke(s)));
  }

  private static boolean hasThreeWithinTheSpan(List<Arrival> arrivals) {
    List<Long> times =
        arrivals.stream().map(arrival -> arrival.sighting().occurredAt()).sorted().toList();
    for (int i = 2; i < times.size(); i++) {
      if (times.get(i) - times.get(i - 2) <= 60_000) {
        return true;
      }
    }
    return false;
  }

  private static TestingKey<EpisodeState, Sighting> watched(int count) {
    return watched(Sign.of(Measure.SMOKE), count);
  }

  private static TestingKey<EpisodeState, Sighting> watched(Sign sign, int count) {
    return new TestingKey<>(detector(sign, count));
  }

  private static BurstDetector detector(Sign sign, int count) {
    return new BurstDetector(new Burst(sign, Extent.DEVICE, count, Duration.ofMinutes(1)));
  }

  private static Sighting smoke(long second) {
    return sighting().at(second(second)).build();
  }
}
