package city.xueliang.domain.tally;

import city.xueliang.domain.observation.Measure;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Tallies, and values that have been trouble: the ends of a range, zeros, and next to nothing. */
public final class TestingTally {
  private static final Tally.Form FORM = new Tally.Form();

  private TestingTally() {}

  /** One observation as a tally takes it. */
  record Observed(double value, int firsts) {}

  /** Observations of one measure. */
  record Series(Measure measure, List<Observed> observed) {
    List<Double> values() {
      return observed.stream().map(Observed::value).toList();
    }

    List<Double> sorted() {
      return values().stream().sorted().toList();
    }

    Tally tally() {
      Tally tally = Tally.empty(measure);
      observed.forEach(each -> tally.add(each.value(), each.firsts()));
      return tally;
    }
  }

  /** A tally of these values, each of another device in its minute. */
  public static Tally of(Measure measure, double... values) {
    Tally tally = Tally.empty(measure);
    for (double value : values) {
      tally.add(value, Window.MINUTE.bit());
    }
    return tally;
  }

  /** A tally of what all of them hold; the given ones stay as they are. */
  static Tally merged(Measure measure, List<Tally> parts) {
    Tally whole = Tally.empty(measure);
    parts.forEach(whole::merge);
    return whole;
  }

  static Tally merged(Tally left, Tally right) {
    Tally both = FORM.copy(left);
    both.merge(right);
    return both;
  }

  static Arbitrary<Series> series() {
    return Arbitraries.of(Measure.class).flatMap(measure -> series(measure, 0));
  }

  static Arbitrary<Series> series(Measure measure, int least) {
    return Combinators.combine(values(measure), Arbitraries.integers().between(0, 7))
        .as(Observed::new)
        .list()
        .ofMinSize(least)
        .ofMaxSize(60)
        .map(observed -> new Series(measure, new ArrayList<>(observed)));
  }

  static Arbitrary<Double> values(Measure measure) {
    double least = measure.least();
    double greatest = measure.greatest();
    double smallLeast = Math.max(least, -1);
    double smallGreatest = Math.min(greatest, 1);
    List<Double> edges =
        List.of(least, greatest, 0.0, -0.0, 4.9e-324, 9.99e-7, 1e-6, -1e-6, 0.1, -0.1).stream()
            .filter(measure::allows)
            .toList();
    return Arbitraries.frequencyOf(
        Tuple.of(1, Arbitraries.of(edges)),
        Tuple.of(1, Arbitraries.doubles().between(least, greatest).ofScale(9)),
        Tuple.of(1, Arbitraries.doubles().between(smallLeast, smallGreatest).ofScale(12)));
  }
}
