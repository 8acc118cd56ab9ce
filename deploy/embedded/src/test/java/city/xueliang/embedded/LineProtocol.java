package city.xueliang.embedded;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** Writes points to a store the way InfluxDB's clients do. */
final class LineProtocol {
  private static final int NO_CONTENT = 204;
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private LineProtocol() {}

  /** Returns once the store has acknowledged the lines; their times are milliseconds. */
  static void write(EmbeddedStore store, String lines) throws IOException, InterruptedException {
    URI write = URI.create(store.url() + "/api/v2/write?org=city&bucket=metrics&precision=ms");
    HttpRequest request =
        HttpRequest.newBuilder(write).POST(BodyPublishers.ofString(lines)).build();
    var response = HTTP.send(request, BodyHandlers.ofString());
    if (response.statusCode() != NO_CONTENT) {
      throw new IOException(response.statusCode() + ": " + response.body());
    }
  }
}
