package city.xueliang.placewatch.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.xueliang.schemas.PlaceLevel;
import city.xueliang.schemas.PlaceMetrics;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;

/** Holds a published row to the values that it is of. */
final class RowCheck {
  private RowCheck() {}

  static void assertRow(PlaceMetrics row, List<Double> values, int devices) {
    double[] sorted = values.stream().mapToDouble(each -> each).sorted().toArray();
    assertThat(row.getCount()).isEqualTo(sorted.length);
    assertThat(row.getDevices()).isEqualTo(devices);
    assertThat(row.getSum()).isCloseTo(Arrays.stream(sorted).sum(), within(1e-6));
    assertThat(row.getDistrict())
        .isEqualTo(row.getLevel() == PlaceLevel.ZONE ? "630100" : row.getPlace().substring(0, 6));
    if (row.getQuantity() != null) {
      assertThat(row.getMin()).isEqualTo(sorted[0]);
      assertThat(row.getMax()).isEqualTo(sorted[sorted.length - 1]);
      assertQuantile(row.getP50(), sorted, 0.50);
      assertQuantile(row.getP95(), sorted, 0.95);
      assertQuantile(row.getP99(), sorted, 0.99);
    }
  }

  private static void assertQuantile(double actual, double[] sorted, double quantile) {
    double exact = sorted[(int) (quantile * (sorted.length - 1))];
    assertThat(actual).isCloseTo(exact, Offset.offset(Math.abs(exact) * 0.0101));
  }
}
