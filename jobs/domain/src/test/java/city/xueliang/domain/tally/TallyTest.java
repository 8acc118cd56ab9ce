package city.xueliang.domain.tally;

import static city.xueliang.domain.tally.TestingTally.merged;
import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.place.ModelClass;
import city.xueliang.domain.state.BinaryForms;
import city.xueliang.domain.tally.TestingTally.Series;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TallyTest {
  private static final Tally.Form FORM = new Tally.Form();

  @Property
  void theSumIsOffByHalfAMillionthForEachValueAtMost(@ForAll("series") Series series) {
    BigDecimal exact =
        series.values().stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);

    assertThat(series.tally().sum())
        .isCloseTo(exact.doubleValue(), Offset.offset(0.500_001e-6 * series.values().size()));
  }

  @Property
  void theSumOfValuesWithSixDecimalsIsExact(@ForAll("sixDecimals") List<BigDecimal> temperatures) {
    Tally tally = Tally.empty(Measure.TEMPERATURE_CELSIUS);
    temperatures.forEach(value -> tally.add(value.doubleValue(), 1));

    BigDecimal exact = temperatures.stream().reduce(BigDecimal.ZERO, BigDecimal::add);

    assertThat(tally.sum()).isEqualTo(exact.doubleValue());
  }

  @Property
  void countsAndBoundsAreThoseOfTheValues(@ForAll("fullSeries") Series series) {
    Tally tally = series.tally();

    assertThat(tally.count()).isEqualTo(series.observed().size());
    for (Window window : Window.values()) {
      assertThat(tally.devices(window))
          .isEqualTo(
              series.observed().stream()
                  .filter(each -> (each.firsts() & window.bit()) != 0)
                  .count());
    }
    assertThat(tally.least()).isEqualTo(Collections.min(series.values()) + 0.0);
    assertThat(tally.greatest()).isEqualTo(Collections.max(series.values()) + 0.0);
  }

  @Property
  void quantilesAreWithinOnePercentOfTheExactOnesAndWithinTheBounds(
      @ForAll("readings") Series series, @ForAll("quantiles") double quantile) {
    List<Double> sorted = series.sorted();
    double exact = sorted.get((int) (quantile * (sorted.size() - 1)));
    Tally tally = series.tally();

    assertThat(tally.quantile(quantile))
        .isCloseTo(exact, Offset.offset(0.010_000_001 * Math.abs(exact) + 1e-6))
        .isBetween(tally.least(), tally.greatest());
  }

  @Test
  void aTallyOfNothingHasNoMeanAndNoQuantile() {
    Tally nothing = Tally.empty(Measure.NOISE_DBA);

    assertThat(nothing.count()).isZero();
    assertThat(nothing.sum()).isZero();
    assertThat(nothing.mean()).isNaN();
    assertThat(nothing.quantile(0.5)).isNaN();
  }

  @Test
  void eventsHaveNoQuantiles() {
    assertThat(TestingTally.of(Measure.CROWD_COUNT, 10, 20).quantile(0.5)).isNaN();
  }

  /** 2^37 observations are more than a million devices send in a day at one a second. */
  @ParameterizedTest
  @EnumSource
  void aCitysDayOfTheExtremestValuesDoesNotOverflow(Measure measure) {
    for (double extreme : new double[] {measure.least(), measure.greatest()}) {
      Tally day = doubled(37, TestingTally.of(measure, extreme));

      assertThat(day.count()).isEqualTo(1L << 37).isGreaterThan(1_000_000L * 86_400);
      assertThat(day.sum()).isEqualTo(extreme * (1L << 37));
      assertThat(day.mean()).isEqualTo(extreme);
    }
  }

  @Test
  void extremesOfBothSignsBeyondSixtyFourBitsCancelOut() {
    Tally hot = doubled(50, TestingTally.of(Measure.TILT_DEGREE, 180));
    Tally cold = doubled(50, TestingTally.of(Measure.TILT_DEGREE, -180));

    assertThat(merged(hot, cold).sum()).isZero();
    assertThat(merged(merged(cold, hot), cold).sum()).isEqualTo(-180.0 * (1L << 50));
  }

  @Test
  void aTallyOfAFewEventsTakesFiveBytesAndOneOfAValueSome17() throws Exception {
    assertThat(BinaryForms.write(FORM, TestingTally.of(Measure.SMOKE, 0, 0))).hasSize(5);
    assertThat(BinaryForms.write(FORM, TestingTally.of(Measure.DOOR_OPEN, 1, 1))).hasSize(17);
  }

  @Test
  void aTallyOfReadingsThatDifferTakesThreeBytesMoreForEachBin() throws Exception {
    Tally twoBins = TestingTally.of(Measure.NOISE_DBA, 40, 80);
    Tally threeBins = TestingTally.of(Measure.NOISE_DBA, 40, 80, 50);

    assertThat(BinaryForms.write(FORM, twoBins)).hasSize(31);
    assertThat(BinaryForms.write(FORM, threeBins)).hasSizeBetween(33, 34);
  }

  @Property
  void readingsThatAreAllTheSameHaveThatOneAsEveryQuantile(@ForAll("quantiles") double quantile) {
    Tally same = TestingTally.of(Measure.NOISE_DBA, 40.3, 40.3, 40.3);

    assertThat(same.quantile(quantile)).isEqualTo(40.3);
  }

  @Property
  void oneDeviceLessTakesAwayOneOfEachGivenWindow(@ForAll("readings") Series series) {
    Tally tally = series.tally();
    Tally less = merged(tally, Tally.oneDeviceLess(series.measure(), Window.HOUR.bit()));

    assertThat(less.devices(Window.MINUTE)).isEqualTo(tally.devices(Window.MINUTE));
    assertThat(less.devices(Window.HOUR)).isEqualTo(tally.devices(Window.HOUR) - 1);
    assertThat(less.count()).isEqualTo(tally.count());
    assertThat(less.quantile(0.5)).isEqualTo(tally.quantile(0.5));
  }

  @Test
  void aCopyStaysAsItIs() {
    Tally original = TestingTally.of(Measure.NOISE_DBA, 40);

    Tally copy = FORM.copy(original);
    original.add(80, 1);

    assertThat(copy).isEqualTo(TestingTally.of(Measure.NOISE_DBA, 40)).isNotEqualTo(original);
  }

  @Provide
  Arbitrary<Series> series() {
    return TestingTally.series();
  }

  @Provide
  Arbitrary<Series> fullSeries() {
    return Arbitraries.of(Measure.class).flatMap(measure -> TestingTally.series(measure, 1));
  }

  @Provide
  Arbitrary<Series> readings() {
    return fullSeries().filter(series -> series.measure().sender() == ModelClass.SENSOR);
  }

  @Provide
  Arbitrary<List<BigDecimal>> sixDecimals() {
    return Arbitraries.bigDecimals()
        .between(new BigDecimal(-100), new BigDecimal(1_500))
        .ofScale(6)
        .list()
        .ofMaxSize(60);
  }

  @Provide
  Arbitrary<Double> quantiles() {
    return Arbitraries.of(0.0, 0.01, 0.25, 0.5, 0.9, 0.95, 0.99, 1.0);
  }

  /** What two to this power such tallies are together. */
  private static Tally doubled(int times, Tally tally) {
    Tally all = tally;
    for (int i = 0; i < times; i++) {
      all = merged(all, all);
    }
    return all;
  }
}
