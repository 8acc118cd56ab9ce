package city.xueliang.store.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * InfluxQL over {@code /query}. The answer is asked for in chunks, for one in a piece is cut at the
 * server's {@code max-row-limit}.
 *
 * <p>Not with the client's InfluxQLQueryApi, which reads neither a chunk after the first nor the
 * marks of a failed and of a cut answer: both would look like places without rows.
 */
final class InfluxQlHttp {
  private final InfluxDbSource source;
  private final StoreHttp http;

  InfluxQlHttp(InfluxDbSource source) {
    this.source = source;
    this.http = new StoreHttp(source.url());
  }

  /** The rows of the answer, each with its time. */
  <T> List<T> ask(String bucket, String query, BiFunction<Cells, Instant, T> row) {
    List<T> rows = new ArrayList<>();
    boolean isPartial = false;
    for (JsonNode chunk : http.ask(request(bucket, query))) {
      requireGood(chunk);
      isPartial = false;
      for (JsonNode result : chunk.path("results")) {
        requireGood(result);
        isPartial |= isPartial(result);
        for (JsonNode series : result.path("series")) {
          isPartial |= isPartial(series);
          addRows(series, row, rows);
        }
      }
    }
    // Every chunk but the last one is a part.
    if (isPartial) {
      throw http.cut();
    }
    return rows;
  }

  private void requireGood(JsonNode answer) {
    if (answer.has("error")) {
      throw http.refused(answer.get("error").asText());
    }
  }

  private static boolean isPartial(JsonNode answer) {
    return answer.path("partial").asBoolean();
  }

  private static <T> void addRows(
      JsonNode series, BiFunction<Cells, Instant, T> row, List<T> rows) {
    JsonNode columns = series.path("columns");
    for (JsonNode values : series.path("values")) {
      Map<String, JsonNode> cells = new HashMap<>();
      for (int i = 0; i < columns.size(); i++) {
        cells.put(columns.get(i).asText(), values.get(i));
      }
      series.path("tags").properties().forEach(tag -> cells.put(tag.getKey(), tag.getValue()));
      rows.add(row.apply(new Cells(cells), Instant.ofEpochMilli(cells.get("time").asLong())));
    }
  }

  private HttpRequest request(String bucket, String query) {
    int slash = bucket.indexOf('/');
    String database = slash < 0 ? bucket : bucket.substring(0, slash);
    String policy = slash < 0 ? "" : "&rp=" + encoded(bucket.substring(slash + 1));
    String address =
        "%s/query?db=%s%s&epoch=ms&chunked=true".formatted(source.url(), encoded(database), policy);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address))
            .header("Accept", "application/json")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("q=" + encoded(query)));
    String token = source.token().get().strip();
    if (!token.isEmpty()) {
      request.header("Authorization", "Token " + checked(token));
    }
    return request.build();
  }

  /** The HTTP client's own message would show the token. */
  private static String checked(String token) {
    if (!token.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
      throw new IllegalArgumentException(
          "The InfluxDB token holds a character that is not allowed; allowed: printable ASCII");
    }
    return token;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
