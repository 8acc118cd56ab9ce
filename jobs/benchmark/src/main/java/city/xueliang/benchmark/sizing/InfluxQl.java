package city.xueliang.benchmark.sizing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;

/** Questions to a server's {@code /query} for which the store's reading port has no words. */
final class InfluxQl {
  private final String url;
  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();

  InfluxQl(String url) {
    this.url = url;
  }

  void execute(String statement) {
    ask("", statement);
  }

  /** The last values of the first rows of all series, added up. */
  long sum(String database, String query) {
    long sum = 0;
    for (JsonNode series : ask(database, query).path("results").path(0).path("series")) {
      JsonNode row = series.path("values").path(0);
      sum += row.path(row.size() - 1).asLong();
    }
    return sum;
  }

  /** The first value of each row. */
  List<String> texts(String query) {
    List<String> texts = new ArrayList<>();
    JsonNode series = ask("", query).path("results").path(0).path("series").path(0);
    series.path("values").forEach(row -> texts.add(row.path(0).asText()));
    return texts;
  }

  /**
   * The whole answer.
   *
   * @throws IllegalStateException with the server's words if it refuses
   */
  JsonNode ask(String database, String query) {
    String body =
        "db=" + URLEncoder.encode(database, UTF_8) + "&q=" + URLEncoder.encode(query, UTF_8);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + "/query"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
      JsonNode said = json.readTree(answer.body());
      JsonNode error = said.findValue("error");
      if (answer.statusCode() != 200 || error != null) {
        throw new IllegalStateException(query + ": " + answer.body());
      }
      return said;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while the store was asked", e);
    }
  }
}
