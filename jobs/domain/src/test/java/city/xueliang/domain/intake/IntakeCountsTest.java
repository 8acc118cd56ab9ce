package city.xueliang.domain.intake;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Counts are a commutative monoid. */
class IntakeCountsTest {
  @Property
  void mergingIsCommutative(@ForAll("counts") IntakeCounts a, @ForAll("counts") IntakeCounts b) {
    assertThat(a.plus(b)).isEqualTo(b.plus(a));
  }

  @Property
  void mergingIsAssociative(
      @ForAll("counts") IntakeCounts a,
      @ForAll("counts") IntakeCounts b,
      @ForAll("counts") IntakeCounts c) {
    assertThat(a.plus(b).plus(c)).isEqualTo(a.plus(b.plus(c)));
  }

  @Property
  void mergingNothingChangesNothing(@ForAll("counts") IntakeCounts counts) {
    assertThat(counts.plus(IntakeCounts.ZERO)).isEqualTo(counts);
    assertThat(IntakeCounts.ZERO.plus(counts)).isEqualTo(counts);
  }

  @Provide
  Arbitrary<IntakeCounts> counts() {
    Arbitrary<Long> any = Arbitraries.longs();
    Arbitrary<Long> lag = Arbitraries.longs().greaterOrEqual(0);
    return Combinators.combine(any, any, any, any, lag).as(IntakeCounts::new);
  }
}
