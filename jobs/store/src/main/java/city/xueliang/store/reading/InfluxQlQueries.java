package city.xueliang.store.reading;

import static city.xueliang.store.reading.Conditions.name;
import static city.xueliang.store.reading.Conditions.text;

import city.xueliang.domain.intake.IntakeRow;
import city.xueliang.domain.place.Level;
import city.xueliang.domain.response.WorstSource;
import city.xueliang.domain.tally.Window;
import city.xueliang.store.layout.Measurement;
import city.xueliang.store.reading.Statistic.Aggregate;
import java.util.List;
import java.util.stream.Collectors;

/** Asks in InfluxQL. */
final class InfluxQlQueries implements StoreQueries {
  private static final String TIME = "time";
  private static final int PLACES_OF_REQUEST = 200;

  private final InfluxDbSource source;
  private final InfluxQlHttp http;

  InfluxQlQueries(InfluxDbSource source) {
    this.source = source;
    this.http = new InfluxQlHttp(source);
  }

  @Override
  public List<MetricRow> rows(List<String> places, Metric metric, Window window, Span span) {
    return Conditions.parts(places, PLACES_OF_REQUEST)
        .flatMap(part -> rowsOf(part, metric, window, span).stream())
        .toList();
  }

  private List<MetricRow> rowsOf(List<String> places, Metric metric, Window window, Span span) {
    String query =
        "SELECT %s FROM %s WHERE %s AND %s AND %s"
            .formatted(
                Conditions.columns(metric),
                table(metric.measurement(), window),
                Conditions.of(metric, window),
                anyOf(places),
                Conditions.within(span, TIME));
    return http.ask(bucket(window), query, (cells, time) -> cells.row(metric, time));
  }

  @Override
  public List<MetricRow> newest(List<String> places, Metric metric, Window window) {
    return Conditions.parts(places, PLACES_OF_REQUEST)
        .flatMap(part -> newest(anyOf(part), metric, window).stream())
        .toList();
  }

  @Override
  public List<MetricRow> newest(Level level, Metric metric, Window window) {
    return newest(Conditions.of(level), metric, window);
  }

  @Override
  public List<MetricRow> newest(Level level, Metric metric, Window window, Span span) {
    String where = Conditions.of(level) + " AND " + Conditions.within(span, "time");
    return newest(where, metric, window);
  }

  private List<MetricRow> newest(String where, Metric metric, Window window) {
    String query =
        "SELECT %s FROM %s WHERE %s AND %s GROUP BY %s ORDER BY time DESC LIMIT 1"
            .formatted(
                Conditions.columns(metric),
                table(metric.measurement(), window),
                Conditions.of(metric, window),
                where,
                Conditions.keys(metric));
    return http.ask(bucket(window), query, (cells, time) -> cells.row(metric, time));
  }

  @Override
  public List<PlaceTotal> totals(
      Level level, Metric metric, Window window, Span span, Statistic statistic) {
    String rows =
        "%s WHERE %s AND %s AND %s"
            .formatted(
                table(metric.measurement(), window),
                Conditions.of(metric, window),
                Conditions.of(level),
                Conditions.within(span, TIME));
    return http.ask(
        bucket(window),
        query(metric.measurement(), rows, statistic),
        (cells, time) -> cells.total(metric, statistic));
  }

  @Override
  public List<WorstSource> worstSources(List<String> places, Span span) {
    return Conditions.parts(places, PLACES_OF_REQUEST)
        .map(
            part ->
                "%s AND %s AND %s"
                    .formatted(
                        anyOf(part), Conditions.of(Window.DAY), Conditions.within(span, TIME)))
        .map(where -> select(Measurement.WORST_SOURCES, Window.DAY, where))
        .flatMap(
            query ->
                http
                    .ask(source.historyBucket(), query, (cells, time) -> cells.worstSource(time))
                    .stream())
        .toList();
  }

  @Override
  public List<IntakeRow> intake(Span span) {
    String query = select(Measurement.INTAKE, Window.MINUTE, Conditions.within(span, TIME));
    return http.ask(source.bucket(), query, (cells, time) -> cells.intake(time));
  }

  /** All tags and fields. */
  private static String select(Measurement measurement, Window window, String where) {
    return "SELECT %s FROM %s WHERE %s"
        .formatted(Conditions.columns(measurement), table(measurement, window), where);
  }

  private static String query(Measurement measurement, String rows, Statistic statistic) {
    String field = name(statistic.field());
    if (statistic.aggregate() != Aggregate.MEAN) {
      return "SELECT %s(%s) AS \"%s\", count(%s) AS \"%s\" FROM %s GROUP BY \"place\""
          .formatted(statistic.aggregate(), field, Cells.TOTAL, field, Cells.WINDOWS, rows);
    }
    if (!measurement.equals(Measurement.SENSOR_READINGS)) {
      return "SELECT sum(%s) AS \"%s\", count(%s) AS \"%s\" FROM %s GROUP BY \"place\""
          .formatted(field, Cells.TOTAL, field, Cells.WINDOWS, rows);
    }
    // Only a query of a query takes the sum of a product.
    return """
    SELECT sum("product") AS "%s", sum("readings") AS "%s", count("readings") AS "%s" \
    FROM (SELECT %s * "readings" AS "product", "readings" FROM %s GROUP BY "place") GROUP BY "place\""""
        .formatted(Cells.TOTAL, Cells.WEIGHT, Cells.WINDOWS, field, rows);
  }

  private String bucket(Window window) {
    return window == Window.MINUTE ? source.bucket() : source.historyBucket();
  }

  private static String table(Measurement measurement, Window window) {
    return name(measurement.table(window, ""));
  }

  private static String anyOf(List<String> places) {
    return places.stream()
        .map(place -> name("place") + " = " + text(place))
        .collect(Collectors.joining(" OR ", "(", ")"));
  }
}
