package city.xueliang.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.xueliang.local.StoreClient.StoredRow;
import city.xueliang.schemas.PlaceMetrics;
import java.util.Map;

/** Holds the job's rows to the plain count's: all figures exactly, quantiles within 1 %. */
final class RowCheck {
  private static final double RELATIVE_ERROR = 0.01;

  /** What a value so near to zero counts as zero. */
  private static final double RESOLUTION = 1e-6;

  private RowCheck() {}

  static void assertStored(Map<RowKey, StoredRow> rows, Map<RowKey, PlainRow> expected) {
    assertSameKeys(rows, expected);
    rows.forEach((key, row) -> assertStored(key, row, expected.get(key)));
  }

  static void assertPublished(Map<RowKey, PlaceMetrics> rows, Map<RowKey, PlainRow> expected) {
    assertSameKeys(rows, expected);
    rows.forEach((key, row) -> assertPublished(key, row, expected.get(key)));
  }

  private static void assertSameKeys(Map<RowKey, ?> rows, Map<RowKey, ?> expected) {
    // The number first: while rows are still missing, that is quickly told.
    assertThat(rows.size()).as("rows").isEqualTo(expected.size());
    assertThat(rows.keySet()).isEqualTo(expected.keySet());
  }

  private static void assertStored(RowKey key, StoredRow row, PlainRow plain) {
    assertThat(row.level()).as("level of %s", key).isEqualTo(plain.level);
    assertThat(row.district()).as("district of %s", key).isEqualTo(plain.district);
    assertThat(row.complete()).as("completeness of %s", key).isTrue();
    assertThat(row.fields().get("devices"))
        .as("devices of %s", key)
        .isEqualTo((double) plain.devices());
    if (row.isReading()) {
      assertThat(row.fields().get("readings"))
          .as("count of %s", key)
          .isEqualTo((double) plain.count());
      assertThat(row.fields().get("mean"))
          .as("mean of %s", key)
          .isEqualTo(plain.sum() / plain.count());
      assertThat(row.fields().get("min")).as("min of %s", key).isEqualTo(plain.least());
      assertThat(row.fields().get("max")).as("max of %s", key).isEqualTo(plain.greatest());
      assertQuantile(key, 0.50, row.fields().get("p50"), plain);
      assertQuantile(key, 0.95, row.fields().get("p95"), plain);
      assertQuantile(key, 0.99, row.fields().get("p99"), plain);
    } else {
      assertThat(row.fields().get("events"))
          .as("count of %s", key)
          .isEqualTo((double) plain.count());
      assertThat(row.fields().get("count_sum")).as("sum of %s", key).isEqualTo(plain.sum());
      assertThat(row.fields().get("count_max")).as("max of %s", key).isEqualTo(plain.greatest());
    }
  }

  private static void assertPublished(RowKey key, PlaceMetrics row, PlainRow plain) {
    boolean isReading = row.getQuantity() != null;
    boolean isValued = isReading || PlainRanges.COUNTS.contains(key.measure());
    assertThat(row.getLevel().name()).as("level of %s", key).isEqualTo(plain.level);
    assertThat(row.getDistrict()).as("district of %s", key).isEqualTo(plain.district);
    assertThat(row.getComplete()).as("completeness of %s", key).isTrue();
    assertThat(row.getCount()).as("count of %s", key).isEqualTo(plain.count());
    assertThat(row.getDevices()).as("devices of %s", key).isEqualTo(plain.devices());
    assertThat(row.getSum()).as("sum of %s", key).isEqualTo(plain.sum());
    assertThat(row.getMin()).as("min of %s", key).isEqualTo(isValued ? plain.least() : null);
    assertThat(row.getMax()).as("max of %s", key).isEqualTo(isValued ? plain.greatest() : null);
    if (isReading) {
      assertQuantile(key, 0.50, row.getP50(), plain);
      assertQuantile(key, 0.95, row.getP95(), plain);
      assertQuantile(key, 0.99, row.getP99(), plain);
    }
  }

  private static void assertQuantile(RowKey key, double quantile, double actual, PlainRow plain) {
    double exact = plain.quantile(quantile);
    assertThat(actual)
        .as("quantile %s of %s", quantile, key)
        .isCloseTo(exact, within(Math.abs(exact) * RELATIVE_ERROR + RESOLUTION));
  }
}
