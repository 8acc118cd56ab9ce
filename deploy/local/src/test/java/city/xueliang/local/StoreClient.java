package city.xueliang.local;

import city.xueliang.local.store.StoreTables;
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
import java.util.HashMap;
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

  /**
   * A row of the store.
   *
   * @param fields numbers, by name
   */
  record StoredRow(String level, String district, boolean complete, Map<String, Double> fields) {
    boolean isReading() {
      return fields.containsKey("readings");
    }
  }

  /** Every row of camera events and sensor readings. */
  Map<RowKey, StoredRow> rows() throws IOException, InterruptedException {
    Map<RowKey, StoredRow> rows = new TreeMap<>();
    for (String suffix : List.of("", StoreTables.HISTORY_SUFFIX)) {
      addRows(Measurement.CAMERA_EVENTS, suffix, "kind", rows);
      addRows(Measurement.SENSOR_READINGS, suffix, "quantity", rows);
    }
    return rows;
  }

  /** The rows of windows that ended by then. */
  Map<RowKey, StoredRow> rowsUntil(Instant time) throws IOException, InterruptedException {
    Map<RowKey, StoredRow> rows = rows();
    rows.keySet().removeIf(key -> !PlainCount.isOver(key, time));
    return rows;
  }

  private void addRows(
      Measurement table, String suffix, String measure, Map<RowKey, StoredRow> rows)
      throws IOException, InterruptedException {
    List<String> numbers =
        table.fields().stream()
            .filter(field -> field.type() != FieldType.BOOLEAN)
            .map(Measurement.Field::name)
            .toList();
    JsonNode answer = ask("SELECT * FROM " + table.table() + suffix);
    Map<String, Integer> columns = new HashMap<>();
    for (JsonNode column : answer.get("columns")) {
      columns.put(column.get("name").asText(), columns.size());
    }
    for (JsonNode row : answer.get("dataset")) {
      Map<String, Double> fields = new TreeMap<>();
      numbers.forEach(name -> fields.put(name, row.get(columns.get(name)).asDouble()));
      RowKey key =
          new RowKey(
              row.get(columns.get("place")).asText(),
              row.get(columns.get(measure)).asText(),
              row.get(columns.get("window")).asText(),
              Instant.parse(row.get(columns.get("timestamp")).asText()));
      StoredRow stored =
          new StoredRow(
              row.get(columns.get("level")).asText(),
              row.get(columns.get("district")).asText(),
              row.get(columns.get("complete")).asBoolean(),
              fields);
      if (rows.put(key, stored) != null) {
        throw new IllegalStateException("There are two rows " + key);
      }
    }
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
