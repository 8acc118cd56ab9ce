package city.xueliang.store.reading;

import city.xueliang.domain.intake.IntakeRow;
import city.xueliang.domain.place.Level;
import city.xueliang.domain.place.PlaceCodes;
import city.xueliang.domain.place.Successions;
import city.xueliang.domain.response.WorstSource;
import city.xueliang.domain.tally.Window;
import city.xueliang.store.reading.Ranking.Order;
import city.xueliang.store.reading.Statistic.Aggregate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks questions, and puts the codes that replaced each other together. */
final class StoredHistory implements MetricHistory {
  private final StoreQueries queries;
  private final Successions successions;

  StoredHistory(StoreQueries queries, Successions successions) {
    this.queries = queries;
    this.successions = successions;
  }

  @Override
  public List<MetricRow> series(String place, Metric metric, Window window, Span span) {
    requireCode(place);
    return series(List.of(place), metric, window, span).get(place);
  }

  @Override
  public SortedMap<String, List<MetricRow>> series(
      Collection<String> places, Metric metric, Window window, Span span) {
    requireGiven("places", places);
    places.forEach(StoredHistory::requireCode);
    requireGiven("metric", metric);
    requireGiven("window", window);
    requireGiven("span", span);
    List<MetricRow> rows = queries.rows(codes(places), metric, window, span);
    return byPlace(
        places,
        metric.isSummed() ? SummedRows.of(rows) : rows,
        MetricRow::place,
        Comparator.comparing(MetricRow::start));
  }

  @Override
  public SortedMap<String, List<WorstSource>> worstSources(Collection<String> places, Span span) {
    requireGiven("places", places);
    places.forEach(StoredHistory::requireCode);
    requireGiven("span", span);
    return byPlace(
        places,
        queries.worstSources(codes(places), span),
        WorstSource::place,
        Comparator.comparing(WorstSource::windowStart).thenComparing(WorstSource::rank));
  }

  @Override
  public List<IntakeRow> intake(Span span) {
    requireGiven("span", span);
    return queries.intake(span).stream()
        .sorted(
            Comparator.comparing(IntakeRow::minute)
                .thenComparing(IntakeRow::topic)
                .thenComparing(IntakeRow::reason))
        .toList();
  }

  /** All codes under which these places have rows. */
  private List<String> codes(Collection<String> places) {
    return places.stream().flatMap(place -> successions.chain(place).stream()).distinct().toList();
  }

  /** Each place's rows in this order; of equal ones that of the older code comes first. */
  private <T> SortedMap<String, List<T>> byPlace(
      Collection<String> places, List<T> rows, Function<T, String> code, Comparator<T> order) {
    Map<String, List<T>> byCode = rows.stream().collect(Collectors.groupingBy(code));
    SortedMap<String, List<T>> byPlace = new TreeMap<>();
    for (String place : places) {
      byPlace.put(
          place,
          successions.chain(place).stream()
              .flatMap(each -> byCode.getOrDefault(each, List.of()).stream())
              .sorted(order)
              .toList());
    }
    return Collections.unmodifiableSortedMap(byPlace);
  }

  @Override
  public SortedMap<String, MetricRow> latest(
      Collection<String> places, Metric metric, Window window) {
    requireGiven("places", places);
    places.forEach(StoredHistory::requireCode);
    requireGiven("metric", metric);
    requireGiven("window", window);
    Map<String, MetricRow> newest =
        newest(queries.newest(codes(places), metric, window), metric).stream()
            .collect(Collectors.toMap(MetricRow::place, Function.identity()));
    SortedMap<String, MetricRow> latest = new TreeMap<>();
    for (String place : places) {
      newestOf(successions.chain(place).stream().map(newest::get))
          .forEach(row -> latest.put(place, row));
    }
    return Collections.unmodifiableSortedMap(latest);
  }

  @Override
  public SortedMap<String, MetricRow> latest(Level level, Metric metric, Window window) {
    requireGiven("level", level);
    requireGiven("metric", metric);
    requireGiven("window", window);
    return byCurrentCode(newest(queries.newest(level, metric, window), metric));
  }

  @Override
  public SortedMap<String, MetricRow> latest(
      Level level, Metric metric, Window window, Instant since) {
    requireGiven("level", level);
    requireGiven("metric", metric);
    requireGiven("window", window);
    requireGiven("since", since);
    Span span = new Span(since, Span.LAST);
    return byCurrentCode(newest(queries.newest(level, metric, window, span), metric));
  }

  private SortedMap<String, MetricRow> byCurrentCode(List<MetricRow> rows) {
    Map<String, MetricRow> newest =
        rows.stream().collect(Collectors.toMap(MetricRow::place, Function.identity()));
    SortedMap<String, MetricRow> latest = new TreeMap<>();
    for (String code : newest.keySet()) {
      String current = successions.current(code);
      newestOf(successions.chain(current).stream().map(newest::get))
          .forEach(row -> latest.put(current, row));
    }
    return Collections.unmodifiableSortedMap(latest);
  }

  private static List<MetricRow> newest(List<MetricRow> rows, Metric metric) {
    return metric.isSummed() ? SummedRows.newest(rows) : rows;
  }

  @Override
  public List<RankedPlace> ranking(
      Level level, Metric metric, Window window, Span span, Ranking ranking) {
    requireGiven("level", level);
    requireGiven("metric", metric);
    requireGiven("window", window);
    requireGiven("span", span);
    requireGiven("ranking", ranking);
    ranking.statistic().requireAllowedFor(metric);
    Aggregate aggregate = ranking.statistic().aggregate();
    return totals(level, metric, window, span, ranking.statistic()).stream()
        .map(total -> total.ranked(aggregate))
        .sorted(order(ranking.order()).thenComparing(RankedPlace::place))
        .limit(ranking.limit())
        .toList();
  }

  /** By the codes that places have now. */
  private Collection<PlaceTotal> totals(
      Level level, Metric metric, Window window, Span span, Statistic statistic) {
    List<PlaceTotal> stored =
        new ArrayList<>(queries.totals(level, metric, window, span, statistic));
    // Decimal numbers are added in the same order each time.
    stored.sort(Comparator.comparing(PlaceTotal::place));
    return stored.stream()
        .map(total -> total.under(successions.current(total.place())))
        .collect(
            Collectors.toMap(
                PlaceTotal::place,
                Function.identity(),
                (one, other) -> one.merge(other, statistic.aggregate()),
                TreeMap::new))
        .values();
  }

  private static Comparator<RankedPlace> order(Order order) {
    // All values of a ranking are of one type.
    Comparator<RankedPlace> leastFirst =
        Comparator.comparing(
            RankedPlace::value,
            (one, other) ->
                one instanceof Long whole && other instanceof Long more
                    ? whole.compareTo(more)
                    : Double.compare(one.doubleValue(), other.doubleValue()));
    return order == Order.LEAST_FIRST ? leastFirst : leastFirst.reversed();
  }

  /** The newest, of equally new ones the last; nothing if all are null. */
  private static Stream<MetricRow> newestOf(Stream<MetricRow> rows) {
    return rows
        .filter(Objects::nonNull)
        .reduce((one, other) -> other.start().isBefore(one.start()) ? one : other)
        .stream();
  }

  private static void requireCode(String code) {
    if (code == null
        || Arrays.stream(Level.values()).noneMatch(level -> PlaceCodes.isValid(code, level))) {
      throw new IllegalArgumentException(
          "The place is '%s'; allowed: %s"
              .formatted(
                  code,
                  Arrays.stream(Level.values())
                      .map(PlaceCodes::form)
                      .distinct()
                      .collect(Collectors.joining("; ", "", " for a zone"))));
    }
  }

  private static void requireGiven(String name, Object value) {
    if (value == null) {
      throw new IllegalArgumentException("The " + name + " is missing; it has no default");
    }
  }
}
