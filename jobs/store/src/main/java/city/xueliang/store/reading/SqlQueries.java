package city.xueliang.store.reading;

import static city.xueliang.store.reading.Conditions.name;

import city.xueliang.domain.intake.IntakeRow;
import city.xueliang.domain.place.Level;
import city.xueliang.domain.response.WorstSource;
import city.xueliang.domain.tally.Window;
import city.xueliang.store.layout.Measurement;
import city.xueliang.store.reading.Statistic.Aggregate;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Asks in QuestDB's SQL, over {@code /exec}. */
final class SqlQueries implements StoreQueries {
  /** The question stands in the request's address, for which the server has 64 KiB. */
  private static final int PLACES_OF_REQUEST = 200;

  private static final String TIME = "timestamp";

  private final QuestDbSource source;
  private final StoreHttp http;

  SqlQueries(QuestDbSource source) {
    this.source = source;
    this.http = new StoreHttp(source.url());
  }

  @Override
  public List<MetricRow> rows(List<String> places, Metric metric, Window window, Span span) {
    return Conditions.parts(places, PLACES_OF_REQUEST)
        .map(part -> anyOf(part) + " AND " + Conditions.within(span, TIME))
        .map(where -> select(where, metric, window))
        .flatMap(query -> ask(query, cells -> row(cells, metric)).stream())
        .toList();
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
    String where = Conditions.of(level) + " AND " + Conditions.within(span, TIME);
    return newest(where, metric, window);
  }

  private List<MetricRow> newest(String where, Metric metric, Window window) {
    return ask(
        select(where, metric, window)
            + " LATEST ON timestamp PARTITION BY "
            + Conditions.keys(metric),
        cells -> row(cells, metric));
  }

  @Override
  public List<PlaceTotal> totals(
      Level level, Metric metric, Window window, Span span, Statistic statistic) {
    String query =
        "SELECT %s, %s, count() %s FROM %s WHERE %s AND %s AND %s"
            .formatted(
                name("place"),
                totals(metric.measurement(), statistic),
                Cells.WINDOWS,
                table(metric.measurement(), window),
                Conditions.of(metric, window),
                Conditions.of(level),
                Conditions.within(span, TIME));
    return ask(query, cells -> cells.total(metric, statistic));
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
        .flatMap(query -> ask(query, cells -> cells.worstSource(time(cells))).stream())
        .toList();
  }

  @Override
  public List<IntakeRow> intake(Span span) {
    String query = select(Measurement.INTAKE, Window.MINUTE, Conditions.within(span, TIME));
    return ask(query, cells -> cells.intake(time(cells)));
  }

  private static String totals(Measurement measurement, Statistic statistic) {
    String field = name(statistic.field());
    if (statistic.aggregate() != Aggregate.MEAN) {
      return "%s(%s) %s".formatted(statistic.aggregate(), field, Cells.TOTAL);
    }
    return measurement.equals(Measurement.SENSOR_READINGS)
        ? "sum(%s * readings) %s, sum(readings) %s".formatted(field, Cells.TOTAL, Cells.WEIGHT)
        : "sum(%s) %s".formatted(field, Cells.TOTAL);
  }

  private String select(String where, Metric metric, Window window) {
    return "SELECT %s, %s FROM %s WHERE %s AND %s"
        .formatted(
            TIME,
            Conditions.columns(metric),
            table(metric.measurement(), window),
            Conditions.of(metric, window),
            where);
  }

  /** All tags and fields. */
  private String select(Measurement measurement, Window window, String where) {
    return "SELECT %s, %s FROM %s WHERE %s"
        .formatted(TIME, Conditions.columns(measurement), table(measurement, window), where);
  }

  private String table(Measurement measurement, Window window) {
    return name(measurement.table(window, source.historySuffix()));
  }

  private static MetricRow row(Cells cells, Metric metric) {
    return cells.row(metric, time(cells));
  }

  private static Instant time(Cells cells) {
    return Instant.parse(cells.byName().get(TIME).asText());
  }

  private <T> List<T> ask(String sql, Function<Cells, T> row) {
    URI exec =
        URI.create(source.url() + "/exec?query=" + URLEncoder.encode(sql, StandardCharsets.UTF_8));
    List<T> rows = new ArrayList<>();
    for (JsonNode answer : http.ask(HttpRequest.newBuilder(exec).build())) {
      addRows(answer, row, rows);
      if (answer.path("count").asLong(-1) != answer.path("dataset").size()) {
        throw http.cut();
      }
    }
    return rows;
  }

  private static <T> void addRows(JsonNode answer, Function<Cells, T> row, List<T> rows) {
    JsonNode columns = answer.path("columns");
    for (JsonNode values : answer.path("dataset")) {
      Map<String, JsonNode> cells = new HashMap<>();
      for (int i = 0; i < columns.size(); i++) {
        cells.put(columns.get(i).path("name").asText(), values.get(i));
      }
      rows.add(row.apply(new Cells(cells)));
    }
  }

  private static String anyOf(List<String> places) {
    return places.stream()
        .map(Conditions::text)
        .collect(Collectors.joining(", ", name("place") + " IN (", ")"));
  }
}
