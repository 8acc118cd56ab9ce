package city.xueliang.console.live;

import city.xueliang.console.http.ApiException;
import city.xueliang.console.http.ApiException.Reason;
import city.xueliang.console.http.Excerpt;
import city.xueliang.console.store.StoreReading;
import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.tally.Window;
import city.xueliang.schemas.Alert;
import city.xueliang.schemas.Evidence;
import city.xueliang.store.reading.Metric;
import city.xueliang.store.reading.MetricRow;
import city.xueliang.store.reading.Span;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What fired an alert, and the minutes of its place around it. */
public final class ReadingsRoutes {
  private static final Duration AROUND = Duration.ofMinutes(30);
  private static final Duration LONGEST = Duration.ofHours(6);

  private final LiveCity city;
  private final StoreReading store;

  public ReadingsRoutes(LiveCity city, StoreReading store) {
    this.city = city;
    this.store = store;
  }

  public void add(RoutesConfig routes) {
    routes.get("/api/alerts/{id}/readings", this::readings);
  }

  private void readings(Context request) {
    CityView view = LiveRoutes.view(request, city);
    String id = request.pathParam("id");
    Alert alert =
        view.alert(id)
            .orElseThrow(() -> new ApiException(Reason.NOT_FOUND, Excerpt.of(id)))
            .alert();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    Optional<Measure> measure = measure(alert);
    measure.ifPresent(known -> json.put("measure", known.name()));
    AlertJson.putLimits(json, alert);
    json.set("evidence", AlertJson.evidence(alert.getEvidence()));
    ArrayNode minutes = json.putArray("minutes");
    measure.ifPresent(
        known ->
            store
                .ask(
                    history ->
                        history.series(
                            alert.getPlace(), Metric.of(known), Window.MINUTE, around(alert)))
                .forEach(row -> add(row, minutes)));
    LiveRoutes.answer(request, json);
  }

  /** That of the newest evidence that has one this release knows. */
  private static Optional<Measure> measure(Alert alert) {
    return alert.getEvidence().stream()
        .map(AlertJson::measure)
        .flatMap(name -> Arrays.stream(Measure.values()).filter(each -> each.name().equals(name)))
        .reduce((older, newer) -> newer);
  }

  /** From before the first evidence until after the newest, of which the last hours. */
  private static Span around(Alert alert) {
    List<Instant> at = alert.getEvidence().stream().map(Evidence::getOccurredAt).sorted().toList();
    Instant to = at.get(at.size() - 1).plus(AROUND);
    Instant from = at.get(0).minus(AROUND);
    Instant earliest = to.minus(LONGEST);
    return new Span(from.isBefore(earliest) ? earliest : from, to);
  }

  private static void add(MetricRow row, ArrayNode minutes) {
    ObjectNode minute = minutes.addObject();
    minute.put("at", row.start().toEpochMilli());
    minute.put("complete", row.complete());
    ObjectNode values = minute.putObject("values");
    row.values()
        .forEach(
            (field, value) -> {
              if (value instanceof Long whole) {
                values.put(field, whole);
              } else {
                values.put(field, value.doubleValue());
              }
            });
  }
}
