package city.xueliang.domain.detector.sequence;

import static city.xueliang.domain.detector.TestingKey.kinds;
import static city.xueliang.domain.detector.TestingKey.words;
import static city.xueliang.domain.detector.TestingSighting.second;
import static city.xueliang.domain.detector.TestingSighting.sighting;
import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.alert.Signal.Kind;
import city.xueliang.domain.detector.EpisodeState;
import city.xueliang.domain.detector.Sighting;
import city.xueliang.domain.detector.TestingArrivals;
import city.xueliang.domain.detector.TestingArrivals.Arrival;
import city.xueliang.domain.detector.TestingKey;
import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.rule.Condition.Sequence;
import city.xueliang.domain.rule.Extent;
import city.xueliang.domain.rule.Sign;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SequenceDetectorTest {
  private final TestingKey<EpisodeState, Sighting> grid = watched();

  @Test
  void theSecondSignWithinTheSpanRaisesAndNamesBoth() {
    assertThat(grid.takes(breach(0))).isEmpty();
    var findings = grid.takes(flame(60));

    assertThat(words(findings)).containsExactly("RAISED +60 s");
    assertThat(findings.get(0).why().evidence())
        .containsExactly(breach(0).evidence(), flame(60).evidence());
  }

  @Test
  void theSecondSignLaterDoesNot() {
    grid.takes(breach(0));

    assertThat(grid.takes(flame(61))).isEmpty();
  }

  @Test
  void theSignsTheOtherWayRoundDoNot() {
    grid.takes(flame(0));

    assertThat(grid.takes(breach(10))).isEmpty();
  }

  @Test
  void signsOfOneMomentDoNot() {
    grid.takes(breach(10));

    assertThat(grid.takes(flame(10))).isEmpty();
  }

  @Test
  void aFirstSignThatComesLateRaisesWithTheTimeOfTheSecond() {
    grid.takes(flame(30));

    assertThat(words(grid.takes(breach(10)))).containsExactly("RAISED +30 s");
  }

  @Test
  void oneFirstSignServesAllThatFollow() {
    grid.takes(breach(0));
    grid.takes(flame(10));

    assertThat(words(grid.takes(flame(40)))).containsExactly("REPEATED +40 s");
  }

  @Test
  void aSecondSignWithoutAFirstRepeatsNothing() {
    grid.takes(breach(0));
    grid.takes(flame(50));

    assertThat(grid.takes(flame(70))).isEmpty();
  }

  @Test
  void aFurtherFirstSignThatComesLateRepeatsNothing() {
    grid.takes(breach(0));
    grid.takes(flame(50));

    assertThat(grid.takes(breach(20))).isEmpty();
  }

  @Test
  void itIsGoneWhenTheSpanHasPassedSinceTheLast() {
    grid.takes(breach(0));
    grid.takes(flame(10));
    grid.takes(flame(40));

    assertThat(grid.reaches(second(99))).isEmpty();
    assertThat(words(grid.reaches(second(100)))).containsExactly("CLEARED +100 s");
  }

  @Test
  void manyFirstSignsDoNotPushOutSecondOnes() {
    grid.takes(flame(50));
    for (int i = 0; i < 100; i++) {
      grid.takes(breach(51));
    }

    assertThat(words(grid.takes(breach(0)))).containsExactly("RAISED +50 s");
  }

  @Test
  void aChangedRuleThatItDoesNotMeetClears() {
    grid.takes(breach(0));
    grid.takes(flame(30));

    assertThat(kinds(grid.changesTo(detector(Measure.FLAME, Duration.ofSeconds(20)))))
        .containsExactly(Kind.CLEARED);
  }

  @Test
  void aSignMayFollowItself() {
    var falls = new TestingKey<>(detector(Measure.PERIMETER_BREACH, Duration.ofMinutes(1)));

    assertThat(falls.takes(breach(0))).isEmpty();
    assertThat(words(falls.takes(breach(5)))).containsExactly("RAISED +5 s");
  }

  @Property
  void itIsRaisedInAnyOrderIfASecondSignFollowsAFirst(@ForAll("arrivals") List<Arrival> arrivals) {
    assertThat(TestingArrivals.isRaised(TestingArrivals.of(watched(), arrivals)))
        .isEqualTo(isFollowed(arrivals));
  }

  @Property
  void whatIsToldIsOneStory(@ForAll("arrivals") List<Arrival> arrivals) {
    TestingArrivals.assertAreOfOneStory(TestingArrivals.of(watched(), arrivals));
  }

  @Provide
  Arbitrary<List<Arrival>> arrivals() {
    return TestingArrivals.of(
        Combinators.combine(Arbitraries.longs().between(0, 1_200), Arbitraries.of(true, false))
            .as((second, first) -> first ? breach(second) : flame(second)));
  }

  private static boolean isFollowed(List<Arrival> arrivals) {
    return arrivals.stream()
        .map(Arrival::sighting)
        .filter(first -> first.measure() == Measure.PERIMETER_BREACH)
        .anyMatch(first -> arrivals.stream().anyMatch(then -> follows(first, then.sighting())));
  }

  private static boolean follows(Sighting first, Sighting then) {
    long after = then.occurredAt() - first.occurredAt();
    return then.measure() == Measure.FLAME && after > 0 && after <= 60_000;
  }

  private static TestingKey<EpisodeState, Sighting> watched() {
    return new TestingKey<>(detector(Measure.FLAME, Duration.ofMinutes(1)));
  }

  private static SequenceDetector detector(Measure then, Duration within) {
    return new SequenceDetector(
        new Sequence(Sign.of(Measure.PERIMETER_BREACH), Sign.of(then), Extent.GRID, within));
  }

  private static Sighting breach(long second) {
    return sighting().of(Measure.PERIMETER_BREACH).at(second(second)).build();
  }

  private static Sighting flame(long second) {
    return sighting().of(Measure.FLAME).at(second(second)).build();
  }
}
