package city.xueliang.console.store;

import city.xueliang.domain.intake.IntakeRow;
import city.xueliang.domain.place.Level;
import city.xueliang.domain.place.PlaceCodes;
import city.xueliang.domain.place.Successions;
import city.xueliang.domain.response.WorstSource;
import city.xueliang.domain.tally.Window;
import city.xueliang.store.reading.Metric;
import city.xueliang.store.reading.MetricHistory;
import city.xueliang.store.reading.MetricRow;
import city.xueliang.store.reading.QuestDbSource;
import city.xueliang.store.reading.RankedPlace;
import city.xueliang.store.reading.Ranking;
import city.xueliang.store.reading.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A store that holds what a test puts into it. */
public final class MemoryHistory implements MetricHistory {
  /** A store that is not there. */
  public static final MetricHistory NOWHERE =
      MetricHistory.in(new QuestDbSource("http://127.0.0.1:1", ""), Successions.NONE);

  private final List<Stored> rows = new ArrayList<>();
  private final List<WorstSource> worst = new ArrayList<>();
  private final List<IntakeRow> intake = new ArrayList<>();
  private boolean isIntakeLost;

  private record Stored(String place, Metric metric, Window window, MetricRow row) {}

  /** Forgets all. */
  public void clear() {
    rows.clear();
    worst.clear();
  }

  /** A row of a place, perhaps under another code that it had. */
  public void put(
      String place,
      String code,
      Metric metric,
      Window window,
      Instant start,
      boolean complete,
      Map<String, Number> values) {
    rows.add(new Stored(place, metric, window, new MetricRow(code, start, complete, values)));
  }

  public void put(
      String place, Metric metric, Window window, Instant start, Map<String, Number> values) {
    put(place, place, metric, window, start, true, values);
  }

  /** A complete row of coverage. */
  public void cover(String place, Window window, Instant start, long expected, long heard) {
    put(
        place,
        Metric.COVERAGE,
        window,
        start,
        Map.of("expected", expected, "heard", heard, "percent", heard * 100.0 / expected));
  }

  public void put(WorstSource source) {
    worst.add(source);
  }

  public void put(IntakeRow row) {
    intake.add(row);
  }

  /** Answers no more what was taken in, but all else. */
  public void loseIntake() {
    isIntakeLost = true;
  }

  @Override
  public List<MetricRow> series(String place, Metric metric, Window window, Span span) {
    return rows.stream()
        .filter(
            each -> each.place.equals(place) && each.metric.equals(metric) && each.window == window)
        .map(Stored::row)
        .filter(row -> isWithin(row.start(), span))
        .sorted(Comparator.comparing(MetricRow::start))
        .toList();
  }

  @Override
  public SortedMap<String, List<MetricRow>> series(
      Collection<String> places, Metric metric, Window window, Span span) {
    SortedMap<String, List<MetricRow>> series = new TreeMap<>();
    places.forEach(place -> series.put(place, series(place, metric, window, span)));
    return series;
  }

  @Override
  public SortedMap<String, List<WorstSource>> worstSources(Collection<String> places, Span span) {
    SortedMap<String, List<WorstSource>> sources = new TreeMap<>();
    for (String place : places) {
      sources.put(
          place,
          worst.stream()
              .filter(source -> source.place().equals(place))
              .filter(source -> isWithin(Instant.ofEpochMilli(source.windowStart()), span))
              .sorted(
                  Comparator.comparing(WorstSource::windowStart).thenComparing(WorstSource::rank))
              .toList());
    }
    return sources;
  }

  @Override
  public List<IntakeRow> intake(Span span) {
    if (isIntakeLost) {
      return NOWHERE.intake(span);
    }
    return intake.stream()
        .filter(row -> isWithin(Instant.ofEpochMilli(row.minute()), span))
        .toList();
  }

  @Override
  public SortedMap<String, MetricRow> latest(
      Collection<String> places, Metric metric, Window window) {
    throw new UnsupportedOperationException();
  }

  @Override
  public SortedMap<String, MetricRow> latest(Level level, Metric metric, Window window) {
    SortedMap<String, MetricRow> latest = new TreeMap<>();
    rows.stream()
        .filter(each -> each.metric.equals(metric) && each.window == window)
        .filter(each -> PlaceCodes.levelOf(each.place) == level)
        .sorted(Comparator.comparing(each -> each.row.start()))
        .forEach(each -> latest.put(each.place, each.row));
    return latest;
  }

  @Override
  public List<RankedPlace> ranking(
      Level level, Metric metric, Window window, Span span, Ranking ranking) {
    throw new UnsupportedOperationException();
  }

  private static boolean isWithin(Instant start, Span span) {
    return !start.isBefore(span.from()) && start.isBefore(span.to());
  }
}
