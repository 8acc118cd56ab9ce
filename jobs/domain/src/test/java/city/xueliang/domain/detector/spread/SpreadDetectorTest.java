package city.xueliang.domain.detector.spread;

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
import city.xueliang.domain.rule.Condition.Spread;
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

class SpreadDetectorTest {
  private final TestingKey<EpisodeState, Sighting> zone = watched(3);

  @Test
  void theGridThatMakesThemEnoughRaisesAndEachIsNamed() {
    zone.takes(water(1, 0));
    zone.takes(water(1, 10));
    zone.takes(water(2, 20));
    var findings = zone.takes(water(3, 60));

    assertThat(words(findings)).containsExactly("RAISED +60 s");
    assertThat(findings.get(0).why().evidence())
        .containsExactly(water(1, 10).evidence(), water(2, 20).evidence(), water(3, 60).evidence());
  }

  @Test
  void manySignsInFewGridsDoNotRaise() {
    for (int i = 0; i < 50; i++) {
      assertThat(zone.takes(water(1 + i % 2, i))).isEmpty();
    }
  }

  @Test
  void gridsFurtherApartInTimeDoNotRaise() {
    zone.takes(water(1, 0));
    zone.takes(water(2, 20));

    assertThat(zone.takes(water(3, 61))).isEmpty();
  }

  @Test
  void itIsGoneWhenTooFewGridsAreLeftWithinTheSpan() {
    zone.takes(water(1, 0));
    zone.takes(water(2, 20));
    zone.takes(water(3, 30));
    zone.takes(water(1, 40));

    assertThat(zone.reaches(second(79))).isEmpty();
    assertThat(words(zone.reaches(second(80)))).containsExactly("CLEARED +80 s");
  }

  @Test
  void furtherSignsRepeat() {
    zone.takes(water(1, 0));
    zone.takes(water(2, 20));
    zone.takes(water(3, 30));

    assertThat(words(zone.takes(water(2, 40)))).containsExactly("REPEATED +40 s");
  }

  @Test
  void aGridThatComesLateRaisesWithTheTimeOfTheLast() {
    zone.takes(water(1, 0));
    zone.takes(water(3, 30));

    assertThat(words(zone.takes(water(2, 20)))).containsExactly("RAISED +30 s");
  }

  @Test
  void aNoisyGridDoesNotPushOutOthers() {
    zone.takes(water(1, 0));
    zone.takes(water(2, 0));
    for (int i = 0; i < 1_000; i++) {
      zone.takes(water(2, i % 60));
    }

    assertThat(words(zone.takes(water(3, 60)))).containsExactly("RAISED +60 s");
  }

  @Test
  void aChangedRuleThatAsksForMoreClears() {
    zone.takes(water(1, 0));
    zone.takes(water(2, 20));
    zone.takes(water(3, 30));

    assertThat(kinds(zone.changesTo(detector(4)))).containsExactly(Kind.CLEARED);
  }

  @Test
  void whatShowsNoSignIsPassedOver() {
    zone.takes(sighting().build());

    assertThat(zone.isForgettable()).isTrue();
  }

  @Property
  void itIsRaisedInAnyOrderIfEnoughGridsLieWithinTheSpan(
      @ForAll("arrivals") List<Arrival> arrivals) {
    assertThat(TestingArrivals.isRaised(TestingArrivals.of(watched(3), arrivals)))
        .isEqualTo(hasThreeGridsWithinTheSpan(arrivals));
  }

  @Property
  void whatIsToldIsOneStory(@ForAll("arrivals") List<Arrival> arrivals) {
    TestingArrivals.assertAreOfOneStory(TestingArrivals.of(watched(2), arrivals));
  }

  @Provide
  Arbitrary<List<Arrival>> arrivals() {
    return TestingArrivals.of(
        Combinators.combine(
                Arbitraries.integers().between(1, 4), Arbitraries.longs().between(0, 900))
            .as((grid, second) -> water(grid, second)));
  }

  private static boolean hasThreeGridsWithinTheSpan(List<Arrival> arrivals) {
    List<Sighting> all = arrivals.stream().map(Arrival::sighting).toList();
    return all.stream()
        .anyMatch(
            last ->
                all.stream()
                        .filter(each -> each.occurredAt() <= last.occurredAt())
                        .filter(each -> last.occurredAt() - each.occurredAt() <= 60_000)
                        .map(Sighting::grid)
                        .distinct()
                        .count()
                    >= 3);
  }

  private static TestingKey<EpisodeState, Sighting> watched(int grids) {
    return new TestingKey<>(detector(grids));
  }

  private static SpreadDetector detector(int grids) {
    return new SpreadDetector(
        new Spread(Sign.of(Measure.WATERLOGGING), grids, Duration.ofMinutes(1)));
  }

  private static Sighting water(int grid, long second) {
    return sighting().in(grid).of(Measure.WATERLOGGING).at(second(second)).build();
  }
}
