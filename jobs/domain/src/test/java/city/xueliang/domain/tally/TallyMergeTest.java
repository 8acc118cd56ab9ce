package city.xueliang.domain.tally;

import static city.xueliang.domain.tally.TestingTally.merged;
import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.state.BinaryForms;
import city.xueliang.domain.tally.TestingTally.Observed;
import city.xueliang.domain.tally.TestingTally.Series;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Tallies are a commutative monoid: the same observations give the same bits, however merged. */
class TallyMergeTest {
  private static final Tally.Form FORM = new Tally.Form();

  @Property
  void mergingIsCommutative(@ForAll("triples") List<Series> triple) throws Exception {
    Tally a = triple.get(0).tally();
    Tally b = triple.get(1).tally();

    assertSameBits(merged(a, b), merged(b, a));
  }

  @Property
  void mergingIsAssociative(@ForAll("triples") List<Series> triple) throws Exception {
    Tally a = triple.get(0).tally();
    Tally b = triple.get(1).tally();
    Tally c = triple.get(2).tally();

    assertSameBits(merged(merged(a, b), c), merged(a, merged(b, c)));
  }

  @Property
  void mergingAnEmptyTallyChangesNothing(@ForAll("series") Series series) throws Exception {
    Tally empty = Tally.empty(series.measure());

    assertSameBits(merged(series.tally(), empty), series.tally());
    assertSameBits(merged(empty, series.tally()), series.tally());
  }

  @Property
  void anyOrderAndGroupingOfTheSameObservationsGivesTheSameBits(
      @ForAll("series") Series series,
      @ForAll @IntRange(min = 1, max = 7) int groups,
      @ForAll Random random)
      throws Exception {
    List<Observed> shuffled = new ArrayList<>(series.observed());
    Collections.shuffle(shuffled, random);
    List<Tally> parts = new ArrayList<>();
    for (int i = 0; i < groups; i++) {
      parts.add(Tally.empty(series.measure()));
    }
    shuffled.forEach(each -> parts.get(random.nextInt(groups)).add(each.value(), each.firsts()));

    assertSameBits(merged(series.measure(), parts), series.tally());
  }

  @Provide
  Arbitrary<Series> series() {
    return TestingTally.series();
  }

  @Provide
  Arbitrary<List<Series>> triples() {
    return Arbitraries.of(Measure.class)
        .flatMap(measure -> TestingTally.series(measure, 0).list().ofSize(3));
  }

  private static void assertSameBits(Tally one, Tally other) throws Exception {
    assertThat(BinaryForms.write(FORM, one)).isEqualTo(BinaryForms.write(FORM, other));
    assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
  }
}
