package city.xueliang.local;

import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.schemas.PlaceMetrics;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Adds up published rows, to be compared with those that should be their sums. */
final class RowSums {
  private final Map<RowKey, Sum> sums = new TreeMap<>();

  /**
   * What adds up.
   *
   * @param sum with the row's decimals, of which none is lost
   */
  private record Sum(long count, BigDecimal sum, long devices) {
    static Sum of(PlaceMetrics row) {
      BigDecimal sum = BigDecimal.valueOf(row.getSum()).setScale(6);
      return new Sum(row.getCount(), sum, row.getDevices());
    }

    Sum and(Sum other) {
      return new Sum(count + other.count, sum.add(other.sum), devices + other.devices);
    }

    Sum withoutDevices() {
      return new Sum(count, sum, 0);
    }
  }

  void add(RowKey key, PlaceMetrics row) {
    sums.merge(key, Sum.of(row), Sum::and);
  }

  /** Adds a row to the one of the longer window in which it lies. */
  void addOver(String window, RowKey key, PlaceMetrics row) {
    add(new RowKey(key.place(), key.measure(), window, startOf(window, key.start())), row);
  }

  private static Instant startOf(String window, Instant time) {
    if (window.equals("HOUR")) {
      return time.truncatedTo(ChronoUnit.HOURS);
    }
    LocalDate day = time.atZone(PlainCount.ZONE).toLocalDate();
    return day.atStartOfDay(PlainCount.ZONE).toInstant();
  }

  /** These rows, and no others, were added up to. */
  void assertEqual(Map<RowKey, PlaceMetrics> rows, Predicate<PlaceMetrics> which) {
    assertThat(sums).isNotEmpty().isEqualTo(sumsOf(rows, which, sum -> sum));
  }

  /** A device that is in many minutes is in one hour. */
  void assertEqualButDevices(Map<RowKey, PlaceMetrics> rows, String window) {
    sums.replaceAll((key, sum) -> sum.withoutDevices());
    assertThat(sums)
        .isNotEmpty()
        .isEqualTo(sumsOf(rows, row -> row.getWindow().name().equals(window), Sum::withoutDevices));
  }

  private static Map<RowKey, Sum> sumsOf(
      Map<RowKey, PlaceMetrics> rows, Predicate<PlaceMetrics> which, Function<Sum, Sum> part) {
    return rows.entrySet().stream()
        .filter(entry -> which.test(entry.getValue()))
        .collect(
            Collectors.toMap(Map.Entry::getKey, entry -> part.apply(Sum.of(entry.getValue()))));
  }
}
