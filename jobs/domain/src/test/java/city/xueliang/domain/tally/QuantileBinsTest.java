package city.xueliang.domain.tally;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class QuantileBinsTest {
  private static final Percentage ONE_PERCENT = Percentage.withPercentage(1);

  @Test
  void valuesAreInAscendingOrderAcrossZero() {
    QuantileBins bins = bins(50, -3, 0, -200, 4e-7, 7);

    assertThat(bins.quantile(0)).isCloseTo(-200, ONE_PERCENT);
    assertThat(bins.quantile(0.2)).isCloseTo(-3, ONE_PERCENT);
    assertThat(bins.quantile(0.4)).isZero();
    assertThat(bins.quantile(0.6)).isZero();
    assertThat(bins.quantile(0.8)).isCloseTo(7, ONE_PERCENT);
    assertThat(bins.quantile(1)).isCloseTo(50, ONE_PERCENT);
  }

  @Test
  void theMedianOfTwoValuesIsTheLesser() {
    assertThat(bins(10, 20).quantile(0.5)).isCloseTo(10, ONE_PERCENT);
  }

  @Test
  void withoutValuesThereIsNoQuantile() {
    assertThat(new QuantileBins().quantile(0.5)).isNaN();
  }

  @Test
  void manyValuesOfOneBinTakeOneByteMoreThanOne() throws IOException {
    QuantileBins many = new QuantileBins();
    for (int i = 0; i < 10_000; i++) {
      many.add(20 + i * 1e-6, 1);
    }

    assertThat(written(many)).hasSize(written(bins(20)).length + 1);
  }

  @Test
  void allValuesThatAnyMeasureAllowsTakeFewerThan1500BinsOnEitherSideOfZero() throws IOException {
    QuantileBins positive = new QuantileBins();
    QuantileBins negative = new QuantileBins();
    for (double value = 1e-6; value <= 1e6; value *= 1.001) {
      positive.add(value, 1);
      negative.add(-value, 1);
    }

    assertThat(written(positive)).hasSizeLessThan(1_500 * 2);
    assertThat(written(negative)).hasSizeLessThan(1_500 * 2);
  }

  @Test
  void areReadAsTheyWereWritten() throws IOException {
    QuantileBins bins = bins(50, -3, 0, -200, 50);

    DataInputStream in = new DataInputStream(new ByteArrayInputStream(written(bins)));

    assertThat(QuantileBins.read(in)).isEqualTo(bins).hasSameHashCodeAs(bins);
  }

  @Test
  void aCopyStaysAsItIs() {
    QuantileBins original = bins(5);

    QuantileBins copy = original.copy();
    original.add(9, 1);
    original.add(5, 1);

    assertThat(copy).isEqualTo(bins(5)).isNotEqualTo(original);
  }

  private static QuantileBins bins(double... values) {
    QuantileBins bins = new QuantileBins();
    for (double value : values) {
      bins.add(value, 1);
    }
    return bins;
  }

  private static byte[] written(QuantileBins bins) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bins.write(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }
}
