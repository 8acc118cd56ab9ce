package city.xueliang.console.stream;

import city.xueliang.console.live.TailListener;
import city.xueliang.schemas.PlaceMetrics;
import city.xueliang.schemas.Window;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Sends figures to those who asked for their place, and refusals to the seat that acted. */
final class Tails implements TailListener {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Audience audience;

  /** Minutes that were not sent yet, by place and then by measure. */
  private final Map<String, Map<String, PlaceMetrics>> waiting = new ConcurrentHashMap<>();

  Tails(Audience audience) {
    this.audience = audience;
  }

  @Override
  public boolean wantsMetricsOf(String place) {
    return audience.watches(place);
  }

  @Override
  public void take(PlaceMetrics metrics) {
    String measure = measure(metrics);
    if (metrics.getWindow() == Window.MINUTE && measure != null) {
      waiting.compute(
          metrics.getPlace(),
          (place, known) -> {
            Map<String, PlaceMetrics> rows = known == null ? new ConcurrentHashMap<>() : known;
            rows.put(measure, metrics);
            return rows;
          });
    }
  }

  @Override
  public void take(Refusal refusal) {
    ObjectNode json = NODES.objectNode();
    json.put("actionId", refusal.actionId());
    json.put("alertId", refusal.alertId());
    json.put("reason", refusal.reason());
    json.put("detail", refusal.detail());
    byte[] bytes = new Events().add("refusal", json).toBytes();
    audience
        .all()
        .filter(client -> client.seat().id().equals(refusal.seat()))
        .forEach(client -> client.send(bytes));
  }

  /** Sends the minutes that came since the last time. */
  void send() {
    for (String place : List.copyOf(waiting.keySet())) {
      Map<String, PlaceMetrics> rows = waiting.remove(place);
      if (rows != null) {
        ArrayNode json = NODES.arrayNode();
        rows.forEach((measure, row) -> json.add(json(measure, row)));
        byte[] bytes = new Events().add("metrics", json).toBytes();
        audience
            .all()
            .filter(client -> place.equals(client.metricsOf()))
            .forEach(client -> client.send(bytes));
      }
    }
  }

  private static ObjectNode json(String measure, PlaceMetrics row) {
    ObjectNode json = NODES.objectNode();
    json.put("place", row.getPlace());
    json.put("measure", measure);
    json.put("at", row.getWindowStart().toEpochMilli());
    json.put("count", row.getCount());
    json.put("devices", row.getDevices());
    json.put("sum", row.getSum());
    put(json, "min", row.getMin());
    put(json, "max", row.getMax());
    put(json, "p50", row.getP50());
    put(json, "p95", row.getP95());
    put(json, "p99", row.getP99());
    json.put("complete", row.getComplete());
    return json;
  }

  private static String measure(PlaceMetrics metrics) {
    if (metrics.getKind() != null) {
      return metrics.getKind().name();
    }
    return metrics.getQuantity() == null ? null : metrics.getQuantity().name();
  }

  private static void put(ObjectNode json, String field, Double value) {
    if (value != null) {
      json.put(field, value);
    }
  }
}
