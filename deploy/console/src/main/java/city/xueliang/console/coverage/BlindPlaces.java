package city.xueliang.console.coverage;

import city.xueliang.console.access.SeatView;
import city.xueliang.console.coverage.BlindSpots.BlindPlace;
import city.xueliang.console.live.CoverageJson;
import city.xueliang.console.store.StoreReading;
import city.xueliang.domain.place.Level;
import city.xueliang.domain.tally.Window;
import city.xueliang.store.reading.Metric;
import city.xueliang.store.reading.MetricRow;
import city.xueliang.store.reading.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Places with blind spots, with the trends that the store knows. */
final class BlindPlaces {
  /** By the share of devices that are heard, then by how many are not. */
  private static final Comparator<MetricRow> WORST_FIRST =
      Comparator.comparingDouble(BlindPlaces::percent)
          .thenComparing(Comparator.comparingLong(BlindPlaces::missing).reversed())
          .thenComparing(MetricRow::place);

  private final StoreReading store;

  BlindPlaces(StoreReading store) {
    this.store = store;
  }

  /**
   * The worst places of a level that the seat sees.
   *
   * @param newest minutes of coverage, by place
   */
  List<BlindPlace> of(
      Map<String, MetricRow> newest, Level level, int limit, SeatView view, LastHours hours) {
    List<MetricRow> worst =
        view.places().stream()
            .filter(place -> place.level() == level)
            .map(place -> newest.get(place.code()))
            .filter(Objects::nonNull)
            .filter(row -> missing(row) > 0 || whole(row, "frozen") > 0)
            .sorted(WORST_FIRST)
            .limit(limit)
            .toList();
    if (worst.isEmpty()) {
      return List.of();
    }
    List<String> places = worst.stream().map(MetricRow::place).toList();
    Span span =
        new Span(Instant.ofEpochMilli(hours.starts().get(0)), Instant.ofEpochMilli(hours.end()));
    Map<String, List<MetricRow>> trends =
        store.ask(history -> history.series(places, Metric.COVERAGE, Window.HOUR, span));
    return worst.stream()
        .map(
            row ->
                new BlindPlace(
                    CoverageJson.row(row), since(row), trend(trends.get(row.place()), hours)))
        .toList();
  }

  /** The silence was measured at the end of the minute. */
  private static Long since(MetricRow row) {
    Duration silence = Duration.ofSeconds(whole(row, "longest_silence_s"));
    return silence.isZero()
        ? null
        : row.start().plus(Duration.ofMinutes(1)).minus(silence).toEpochMilli();
  }

  private static List<Double> trend(List<MetricRow> rows, LastHours hours) {
    Map<Long, MetricRow> byStart =
        rows.stream()
            .collect(
                Collectors.toMap(
                    row -> row.start().toEpochMilli(),
                    Function.identity(),
                    // The newer code's.
                    (older, newer) -> newer));
    return hours.starts().stream()
        .map(byStart::get)
        .map(row -> row == null ? null : percent(row))
        .collect(Collectors.toList());
  }

  private static double percent(MetricRow row) {
    return row.values().getOrDefault("percent", 0).doubleValue();
  }

  private static long missing(MetricRow row) {
    return whole(row, "expected") - whole(row, "heard");
  }

  private static long whole(MetricRow row, String field) {
    return row.values().getOrDefault(field, 0).longValue();
  }
}
