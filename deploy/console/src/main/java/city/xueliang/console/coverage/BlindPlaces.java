package city.xueliang.console.coverage;

import city.xueliang.console.access.SeatView;
import city.xueliang.console.coverage.BlindSpots.BlindPlace;
import city.xueliang.console.coverage.BlindSpots.Row;
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
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Places with blind spots, from the store's rows. */
final class BlindPlaces {
  private static final Comparator<Row> WORST_FIRST =
      Comparator.comparingDouble(Row::percent)
          .thenComparing(Comparator.comparingLong(Row::missing).reversed())
          .thenComparing(Row::place);

  private final StoreReading store;

  BlindPlaces(StoreReading store) {
    this.store = store;
  }

  /** The worst places of a level that the seat sees. */
  List<BlindPlace> of(Level level, int limit, SeatView view, LastHours hours) {
    SortedMap<String, MetricRow> newest =
        store.ask(history -> history.latest(level, Metric.COVERAGE, Window.MINUTE));
    List<Row> worst =
        newest.entrySet().stream()
            .filter(entry -> view.sees(entry.getKey()))
            .map(entry -> row(entry.getKey(), entry.getValue()))
            .filter(Row::isBlind)
            .sorted(WORST_FIRST)
            .limit(limit)
            .toList();
    List<String> places = worst.stream().map(Row::place).toList();
    Span span =
        new Span(Instant.ofEpochMilli(hours.starts().get(0)), Instant.ofEpochMilli(hours.end()));
    Map<String, List<MetricRow>> trends =
        places.isEmpty()
            ? Map.of()
            : store.ask(history -> history.series(places, Metric.COVERAGE, Window.HOUR, span));
    return worst.stream()
        .map(row -> new BlindPlace(row, since(row), trend(trends.get(row.place()), hours)))
        .toList();
  }

  /** The silence was measured at the end of the minute. */
  private static Long since(Row row) {
    long end = row.at() + Duration.ofMinutes(1).toMillis();
    return row.longestSilence() == 0
        ? null
        : end - Duration.ofSeconds(row.longestSilence()).toMillis();
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

  private static Row row(String place, MetricRow row) {
    return new Row(
        place,
        row.start().toEpochMilli(),
        whole(row, "expected"),
        whole(row, "heard"),
        percent(row),
        whole(row, "longest_silence_s"),
        whole(row, "never_reported"),
        whole(row, "silent"),
        whole(row, "frozen"),
        whole(row, "clock_wrong"));
  }

  private static double percent(MetricRow row) {
    return row.values().get("percent").doubleValue();
  }

  private static long whole(MetricRow row, String field) {
    return row.values().get(field).longValue();
  }
}
