package city.xueliang.domain.detector;

import static city.xueliang.domain.detector.TestingKey.kinds;
import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.alert.Signal.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Sightings that come in and out of order, while time passes as a watermark without delay does. */
public final class TestingArrivals {
  private TestingArrivals() {}

  /** A sighting, and when it comes, epoch milliseconds. */
  public record Arrival(Sighting sighting, long at) {}

  /** Half of them at once, the others up to an hour late. */
  public static Arbitrary<List<Arrival>> of(Arbitrary<Sighting> sightings) {
    Arbitrary<Long> delays =
        Arbitraries.frequencyOf(
            Tuple.of(1, Arbitraries.just(0L)),
            Tuple.of(1, Arbitraries.longs().between(0, 3_600_000L)));
    return Combinators.combine(sightings, delays)
        .as((sighting, delay) -> new Arrival(sighting, sighting.occurredAt() + delay))
        .list()
        .ofMaxSize(25);
  }

  /** All that is said of them, to the end, when nothing may be left to remember. */
  public static <S> List<Finding> of(TestingKey<S, Sighting> key, List<Arrival> arrivals) {
    List<Finding> findings = new ArrayList<>();
    List<Arrival> asTheyCome = new ArrayList<>(arrivals);
    asTheyCome.sort(Comparator.comparingLong(Arrival::at));
    for (Arrival arrival : asTheyCome) {
      findings.addAll(key.passes(arrival.at()));
      findings.addAll(key.takes(arrival.sighting()));
    }
    findings.addAll(key.passes(Detector.NEVER - 1));
    assertThat(key.isForgettable()).isTrue();
    return findings;
  }

  /** Raised and cleared by turns at one place, repeated only between, no identity twice. */
  public static void assertAreOfOneStory(List<Finding> findings) {
    boolean open = false;
    for (Finding finding : findings) {
      assertThat(finding.kind() == Kind.RAISED).as("%s", kinds(findings)).isEqualTo(!open);
      open = finding.kind() != Kind.CLEARED;
    }
    assertThat(open).isFalse();
    assertThat(
            findings.stream().filter(each -> each.kind() == Kind.RAISED).map(Finding::occurredAt))
        .doesNotHaveDuplicates();
  }

  public static boolean isRaised(List<Finding> findings) {
    return kinds(findings).contains(Kind.RAISED);
  }
}
