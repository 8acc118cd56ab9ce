package city.xueliang.console.history;

import city.xueliang.console.history.History.Point;
import city.xueliang.console.history.History.Series;
import city.xueliang.console.store.StoreReading;
import city.xueliang.domain.tally.Windows;
import city.xueliang.store.reading.Metric;
import city.xueliang.store.reading.MetricRow;
import city.xueliang.store.reading.Span;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Answers questions from the store's rows. */
final class HistoryReader {
  private final StoreReading store;
  private final ZoneId zone;
  private final InstantSource clock;

  HistoryReader(StoreReading store, ZoneId zone, InstantSource clock) {
    this.store = store;
    this.zone = zone;
    this.clock = clock;
  }

  /** Starts of a place's windows, with the rows of each. */
  private record Rows(Map<Long, List<MetricRow>> byStart) {
    private static Rows of(List<MetricRow> rows) {
      return new Rows(
          rows.stream().collect(Collectors.groupingBy(row -> row.start().toEpochMilli())));
    }

    private List<MetricRow> at(long start) {
      return byStart.getOrDefault(start, List.of());
    }
  }

  /** What is known of the windows that have begun. */
  History read(Question question) {
    Map<String, List<Series>> byPlace = new LinkedHashMap<>();
    question.places().forEach(place -> byPlace.put(place, new ArrayList<>()));
    add(question, Compare.NONE, byPlace);
    if (question.compare() != Compare.NONE) {
      add(question, question.compare(), byPlace);
    }
    return new History(
        question.measure().id(),
        question.field().name(),
        question.field().unit(),
        question.window(),
        question.from(),
        question.to(),
        byPlace.values().stream().flatMap(List::stream).toList());
  }

  private void add(Question question, Compare compare, Map<String, List<Series>> byPlace) {
    long now = clock.instant().toEpochMilli();
    Map<Long, OptionalLong> startsByShown = new LinkedHashMap<>();
    for (long shown : question.starts()) {
      OptionalLong start = compare.before(question.window(), shown, zone);
      if (start.orElse(shown) <= now) {
        startsByShown.put(shown, start);
      }
    }
    Map<String, List<MetricRow>> rows = rows(question, question.measure().metric(), startsByShown);
    Map<String, List<MetricRow>> coverage =
        question.measure().isCoverage() ? rows : rows(question, Metric.COVERAGE, startsByShown);
    PointJudge judge =
        new PointJudge(
            question.measure(), question.field(), question.window(), Windows.in(zone), now);
    byPlace.forEach(
        (place, series) -> {
          Rows ofPlace = Rows.of(rows.getOrDefault(place, List.of()));
          Rows heard = Rows.of(coverage.getOrDefault(place, List.of()));
          series.add(new Series(place, compare, points(startsByShown, judge, ofPlace, heard)));
        });
  }

  private static List<Point> points(
      Map<Long, OptionalLong> startsByShown, PointJudge judge, Rows rows, Rows coverage) {
    List<Point> points = new ArrayList<>();
    startsByShown.forEach(
        (shown, start) ->
            points.add(
                start.isEmpty()
                    ? PointJudge.none(shown)
                    : judge.of(
                        shown,
                        start.getAsLong(),
                        rows.at(start.getAsLong()),
                        coverage.at(start.getAsLong()))));
    return points;
  }

  private Map<String, List<MetricRow>> rows(
      Question question, Metric metric, Map<Long, OptionalLong> startsByShown) {
    var starts =
        startsByShown.values().stream()
            .flatMapToLong(OptionalLong::stream)
            .filter(start -> start >= 0)
            .summaryStatistics();
    if (starts.getCount() == 0) {
      return Map.of();
    }
    Span span =
        new Span(Instant.ofEpochMilli(starts.getMin()), Instant.ofEpochMilli(starts.getMax() + 1));
    return store.ask(history -> history.series(question.places(), metric, question.window(), span));
  }
}
