package city.xueliang.domain.detector.together;

import static city.xueliang.domain.detector.TestingKey.kinds;
import static city.xueliang.domain.detector.TestingKey.words;
import static city.xueliang.domain.detector.TestingSighting.grid;
import static city.xueliang.domain.detector.TestingSighting.second;
import static city.xueliang.domain.detector.TestingSighting.sighting;
import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.alert.Evidence;
import city.xueliang.domain.alert.Signal.Kind;
import city.xueliang.domain.detector.Finding;
import city.xueliang.domain.detector.Sighting;
import city.xueliang.domain.detector.TestingArrivals;
import city.xueliang.domain.detector.TestingArrivals.Arrival;
import city.xueliang.domain.detector.TestingKey;
import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.rule.Condition.Together;
import city.xueliang.domain.rule.Sign;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The grids lie in a row: each beside the one before and the one after. */
class TogetherDetectorTest {
  private final TestingKey<TogetherState, Sighting> city = watched(2, 1);

  @Test
  void aSecondDeviceWithinTheSpanRaisesAndNamesItsGrid() {
    assertThat(city.takes(smoke(1, 1, 0))).isEmpty();
    List<Finding> findings = city.takes(smoke(1, 2, 60));

    assertThat(words(findings)).containsExactly("RAISED +60 s");
    assertThat(findings.get(0).place()).isEqualTo(grid(1));
    assertThat(findings.get(0).why().evidence())
        .containsExactly(smoke(1, 1, 0).evidence(), smoke(1, 2, 60).evidence());
  }

  @Test
  void oneDeviceDoesNotCorroborateItself() {
    city.takes(smoke(1, 1, 0));

    assertThat(city.takes(smoke(1, 1, 10))).isEmpty();
  }

  @Test
  void aSecondDeviceLaterDoesNot() {
    city.takes(smoke(1, 1, 0));

    assertThat(city.takes(smoke(1, 2, 61))).isEmpty();
  }

  @Test
  void aDeviceOfTheGridBesideDoes() {
    city.takes(smoke(1, 1, 0));

    assertThat(words(city.takes(smoke(2, 2, 10)))).containsExactly("RAISED +10 s");
  }

  @Test
  void aDeviceOfAGridFurtherAwayDoesNot() {
    city.takes(smoke(1, 1, 0));

    assertThat(city.takes(smoke(3, 2, 10))).isEmpty();
  }

  @Test
  void aDeviceOfTheGridBesideDoesNotWhereOnlyTheSameGridCounts() {
    var sameGrid = new TestingKey<>(detector(2, 1, false));
    sameGrid.takes(smoke(1, 1, 0));

    assertThat(sameGrid.takes(smoke(2, 2, 10))).isEmpty();
  }

  @Test
  void theMiddleOfThreeGridsBringsThemTogetherInAnyOrder() {
    var three = watched(3, 1);
    three.takes(smoke(1, 1, 0));
    three.takes(smoke(2, 2, 10));

    assertThat(words(three.takes(smoke(3, 3, 20)))).containsExactly("RAISED +20 s");
  }

  @Test
  void theGridOfMostSightingsIsThePlace() {
    var three = watched(3, 1);
    three.takes(smoke(1, 1, 0));
    three.takes(smoke(2, 2, 10));

    assertThat(three.takes(smoke(2, 3, 20)).get(0).place()).isEqualTo(grid(2));
  }

  @Test
  void ofGridsWithEquallyManyTheFirstByCodeIs() {
    city.takes(smoke(2, 1, 0));

    assertThat(city.takes(smoke(1, 2, 10)).get(0).place()).isEqualTo(grid(1));
  }

  @Test
  void differentMeasuresMayBeAskedFor() {
    var both = watched(2, 2);
    both.takes(smoke(1, 1, 0));

    assertThat(both.takes(smoke(1, 2, 10))).isEmpty();
    assertThat(words(both.takes(flame(1, 2, 20)))).containsExactly("RAISED +20 s");
  }

  @Test
  void whatIsSeenInOrBesideAnOpenClusterRepeatsIt() {
    city.takes(smoke(1, 1, 0));
    city.takes(smoke(1, 2, 10));

    List<Finding> beside = city.takes(smoke(2, 3, 20));
    List<Finding> besideThat = city.takes(smoke(3, 4, 30));

    assertThat(words(beside)).containsExactly("REPEATED +20 s");
    assertThat(words(besideThat)).containsExactly("REPEATED +30 s");
    assertThat(besideThat.get(0).place()).isEqualTo(grid(1));
  }

  @Test
  void twoFiresThatAreNotBesideEachOtherAreTwo() {
    city.takes(smoke(1, 1, 0));
    city.takes(smoke(1, 2, 10));
    city.takes(smoke(4, 3, 20));

    List<Finding> second = city.takes(smoke(4, 4, 30));

    assertThat(words(second)).containsExactly("RAISED +30 s");
    assertThat(second.get(0).place()).isEqualTo(grid(4));
  }

  @Test
  void eachIsGoneWhenNothingWasSeenForTheSpan() {
    city.takes(smoke(1, 1, 0));
    city.takes(smoke(1, 2, 10));
    city.takes(smoke(4, 3, 20));
    city.takes(smoke(4, 4, 30));
    city.takes(smoke(1, 1, 50));

    assertThat(words(city.reaches(second(90)))).containsExactly("CLEARED +90 s");
    assertThat(city.reaches(second(109))).isEmpty();
    List<Finding> last = city.reaches(second(110));
    assertThat(words(last)).containsExactly("CLEARED +110 s");
    assertThat(last.get(0).place()).isEqualTo(grid(1));
    assertThat(last.get(0).why().evidence())
        .extracting(Evidence::occurredAt)
        .containsExactly(second(50));
  }

  @Test
  void aNewOneThatIsReadBeforeTimeMovesOnEndsTheOld() {
    city.takes(smoke(1, 1, 0));
    city.takes(smoke(1, 2, 10));
    city.takes(smoke(2, 1, 300));

    assertThat(words(city.takes(smoke(2, 2, 310))))
        .containsExactly("CLEARED +70 s", "RAISED +310 s");
  }

  @Test
  void aSightingThatComesLateRaisesWithTheTimeOfTheLast() {
    city.takes(smoke(1, 1, 40));
    city.passes(second(600));

    assertThat(words(city.takes(smoke(1, 2, 10)))).containsExactly("RAISED +40 s");
    assertThat(words(city.passes(second(600)))).containsExactly("CLEARED +100 s");
  }

  @Test
  void aSightingOfAClusterThatIsOverSaysNothing() {
    city.takes(smoke(1, 1, 0));
    city.takes(smoke(1, 2, 10));
    city.passes(second(600));

    assertThat(city.takes(smoke(2, 3, 15))).isEmpty();
  }

  @Test
  void aSightingThatLengthensAClearedClusterRaisesItAgainUnderAnotherIdentity() {
    city.takes(smoke(1, 1, 0));
    city.takes(smoke(1, 2, 10));
    city.passes(second(70));

    List<Finding> relapse = city.takes(smoke(1, 1, 60));

    assertThat(kinds(relapse)).containsExactly(Kind.RAISED);
    assertThat(relapse.get(0).occurredAt()).isEqualTo(second(70) + 1);
  }

  @Test
  void aNoisyDeviceDoesNotPushOutOthers() {
    city.takes(smoke(1, 1, 0));
    var three = watched(3, 1);
    three.takes(smoke(1, 1, 0));
    three.takes(smoke(1, 2, 1));
    for (int i = 0; i < 500; i++) {
      three.takes(smoke(1, 2, i % 60));
    }

    assertThat(words(three.takes(smoke(1, 3, 60)))).containsExactly("RAISED +60 s");
  }

  @Test
  void whatWasRaisedByEnoughForTheChangedRuleStays() {
    city.takes(smoke(1, 1, 0));
    city.takes(smoke(1, 2, 10));

    assertThat(city.changesTo(detector(2, 1, false))).isEmpty();
  }

  @Test
  void whatWasJoinedByEnoughForTheChangedRuleStays() {
    city.takes(smoke(1, 1, 0));
    city.takes(smoke(1, 2, 10));
    city.takes(smoke(1, 3, 20));

    assertThat(city.changesTo(detector(3, 1, true))).isEmpty();
  }

  @Test
  void whatIsTooLittleForTheChangedRuleIsCleared() {
    city.takes(smoke(1, 1, 0));
    city.takes(smoke(1, 2, 10));

    assertThat(words(city.changesTo(detector(3, 1, true)))).containsExactly("CLEARED +10 s");
  }

  @Test
  void whatShowsNoSignIsPassedOver() {
    assertThat(city.takes(sighting().of(Measure.VIDEO_LOSS).build())).isEmpty();
    assertThat(city.isForgettable()).isTrue();
  }

  @Property
  void itIsRaisedInAnyOrderIfEnoughDevicesAreTogether(@ForAll("arrivals") List<Arrival> arrivals) {
    assertThat(TestingArrivals.isRaised(TestingArrivals.of(watched(3, 1), arrivals)))
        .isEqualTo(areThreeTogether(arrivals));
  }

  @Property
  void whatIsToldOfAPlaceIsOneStory(@ForAll("arrivals") List<Arrival> arrivals) {
    TestingArrivals.of(watched(2, 1), arrivals).stream()
        .collect(Collectors.groupingBy(Finding::place))
        .values()
        .forEach(TestingArrivals::assertAreOfOneStory);
  }

  @Provide
  Arbitrary<List<Arrival>> arrivals() {
    return TestingArrivals.of(
        Combinators.combine(
                Arbitraries.integers().between(1, 5),
                Arbitraries.integers().between(1, 5),
                Arbitraries.longs().between(0, 600))
            .as((grid, device, second) -> smoke(grid, device, second)));
  }

  private static boolean areThreeTogether(List<Arrival> arrivals) {
    List<Sighting> all = arrivals.stream().map(Arrival::sighting).toList();
    return all.stream()
        .anyMatch(
            last ->
                all.stream()
                    .filter(centre -> isWithinTheSpan(centre, last.occurredAt()))
                    .anyMatch(centre -> areThreeTogether(all, centre, last.occurredAt())));
  }

  private static boolean areThreeTogether(List<Sighting> all, Sighting centre, long end) {
    List<Sighting> near =
        all.stream()
            .filter(each -> isWithinTheSpan(each, end))
            .filter(
                each ->
                    each.grid().equals(centre.grid())
                        || beside(centre.grid()).contains(each.grid()))
            .toList();
    return near.stream().map(Sighting::deviceId).distinct().count() >= 3;
  }

  private static boolean isWithinTheSpan(Sighting sighting, long end) {
    return sighting.occurredAt() <= end && end - sighting.occurredAt() <= 60_000;
  }

  private static List<String> beside(String grid) {
    int number = Integer.parseInt(grid.substring(12));
    return List.of(grid(number - 1), grid(number + 1));
  }

  private static TestingKey<TogetherState, Sighting> watched(int devices, int measures) {
    return new TestingKey<>(detector(devices, measures, true));
  }

  private static TogetherDetector detector(int devices, int measures, boolean neighbours) {
    List<Sign> signs = List.of(Sign.of(Measure.SMOKE), Sign.of(Measure.FLAME));
    return new TogetherDetector(
        new Together(signs, devices, measures, neighbours, Duration.ofMinutes(1)),
        TogetherDetectorTest::beside);
  }

  private static Sighting smoke(int grid, int device, long second) {
    return sighting().in(grid).by(device).at(second(second)).build();
  }

  private static Sighting flame(int grid, int device, long second) {
    return sighting().in(grid).by(device).of(Measure.FLAME).at(second(second)).build();
  }
}
