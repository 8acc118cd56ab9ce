package city.xueliang.embedded;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** SQL over the store's {@code /exec}. */
final class StoreSql {
  private static final int OK = 200;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_LONG_FOR_INTS);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
  private final String url;

  StoreSql(String url) {
    this.url = url;
  }

  void execute(String statement) {
    answer(statement);
  }

  List<Map<String, Object>> query(String sql) {
    JsonNode answer = answer(sql);
    JsonNode columns = answer.path("columns");
    List<Map<String, Object>> rows = new ArrayList<>();
    for (JsonNode values : answer.path("dataset")) {
      Map<String, Object> row = new LinkedHashMap<>();
      for (int i = 0; i < columns.size(); i++) {
        row.put(columns.get(i).get("name").asText(), value(values.get(i)));
      }
      rows.add(row);
    }
    return rows;
  }

  private JsonNode answer(String sql) {
    URI exec = URI.create(url + "/exec?query=" + URLEncoder.encode(sql, StandardCharsets.UTF_8));
    HttpRequest request = HttpRequest.newBuilder(exec).timeout(PATIENCE).build();
    try {
      HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
      JsonNode answer = JSON.readTree(response.body());
      if (response.statusCode() != OK) {
        throw new StoreException(refusal(sql, answer));
      }
      return answer;
    } catch (IOException e) {
      throw new StoreException("The store at " + url + " gave no answer to: " + sql, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreException("Interrupted while the store at " + url + " ran: " + sql, e);
    }
  }

  private static String refusal(String sql, JsonNode answer) {
    return "The store refused, at position %d: %s. The statement was: %s"
        .formatted(answer.path("position").asInt(), answer.path("error").asText(), sql);
  }

  private static Object value(JsonNode json) {
    return json.isNull() ? null : JSON.convertValue(json, Object.class);
  }
}
