package city.xueliang.local;

import city.xueliang.local.PlainCount.RowKey;
import city.xueliang.store.layout.FieldType;
import city.xueliang.store.layout.Measurement;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Asks a running city's store over HTTP, as any client can. */
final class StoreClient {
  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();
  private final String url;

  StoreClient(String url) {
    this.url = url;
  }

  /** The fields of every row of a grid and a minute up to a time, by name. */
  Map<RowKey, Map<String, Double>> rowsUntil(Instant time)
      throws IOException, InterruptedException {
    Map<RowKey, Map<String, Double>> rows = new TreeMap<>();
    for (Measurement table : List.of(Measurement.CAMERA_EVENTS, Measurement.SENSOR_READINGS)) {
      String measure = table.equals(Measurement.CAMERA_EVENTS) ? "kind" : "quantity";
      JsonNode answer =
          ask(
              "SELECT * FROM %s WHERE level = 'GRID' AND window = 'MINUTE'"
                  .formatted(table.table()));
      for (JsonNode values : answer.get("dataset")) {
        Map<String, JsonNode> row = new TreeMap<>();
        for (int i = 0; i < values.size(); i++) {
          row.put(answer.get("columns").get(i).get("name").asText(), values.get(i));
        }
        Instant minute = Instant.parse(row.get("timestamp").asText());
        if (!minute.plusSeconds(60).isAfter(time)) {
          Map<String, Double> fields = new TreeMap<>();
          table.fields().stream()
              .filter(field -> field.type() != FieldType.BOOLEAN)
              .forEach(field -> fields.put(field.name(), row.get(field.name()).asDouble()));
          rows.put(
              new RowKey(minute, row.get("place").asText(), row.get(measure).asText()), fields);
        }
      }
    }
    return rows;
  }

  private JsonNode ask(String select) throws IOException, InterruptedException {
    String query = URLEncoder.encode(select, StandardCharsets.UTF_8);
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(URI.create(url + "/exec?query=" + query)).build(),
            HttpResponse.BodyHandlers.ofString());
    return json.readTree(answer.body());
  }
}
