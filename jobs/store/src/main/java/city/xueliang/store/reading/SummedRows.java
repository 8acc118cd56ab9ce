package city.xueliang.store.reading;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;

/** Makes one row of the several that a place has in a window. */
final class SummedRows {
  private SummedRows() {}

  private record Key(String place, Instant start) {}

  /** One row of each place and window: the sums of whole numbers; decimal ones do not add up. */
  static List<MetricRow> of(List<MetricRow> rows) {
    Map<Key, MetricRow> sums = new LinkedHashMap<>();
    for (MetricRow row : rows) {
      sums.merge(new Key(row.place(), row.start()), whole(row), SummedRows::sum);
    }
    return new ArrayList<>(sums.values());
  }

  /** The sums of each place's newest rows; those that ended earlier than these are of no window. */
  static List<MetricRow> newest(List<MetricRow> rows) {
    BinaryOperator<MetricRow> newer =
        (one, other) -> other.start().isBefore(one.start()) ? one : other;
    Map<String, MetricRow> newest = new LinkedHashMap<>();
    of(rows).forEach(row -> newest.merge(row.place(), row, newer));
    return new ArrayList<>(newest.values());
  }

  private static MetricRow whole(MetricRow row) {
    Map<String, Number> values = new LinkedHashMap<>(row.values());
    values.values().removeIf(value -> !(value instanceof Long));
    return new MetricRow(row.place(), row.start(), row.complete(), values);
  }

  private static MetricRow sum(MetricRow one, MetricRow other) {
    Map<String, Number> values = new LinkedHashMap<>(one.values());
    other
        .values()
        .forEach(
            (field, value) ->
                values.merge(field, value, (left, right) -> left.longValue() + right.longValue()));
    return new MetricRow(one.place(), one.start(), one.complete() && other.complete(), values);
  }
}
