package city.xueliang.console.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Watches a stream as a browser does. */
final class Watcher implements AutoCloseable {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpResponse<InputStream> response;
  private final List<Event> events = new CopyOnWriteArrayList<>();
  private final Thread thread;
  private volatile String lastId;

  /**
   * One event.
   *
   * @param at {@link System#nanoTime} when it was here
   */
  record Event(String name, JsonNode data, String id, long at) {}

  private Watcher(HttpResponse<InputStream> response) {
    this.response = response;
    this.thread = new Thread(this::read, "watcher");
    thread.setDaemon(true);
    thread.start();
  }

  /** Connects; the id is null for none. */
  static Watcher watch(URI stream, String places, String lastEventId) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(stream)
            .header(TestingConsole.PLACES, places)
            .header("Accept", "text/event-stream");
    if (lastEventId != null) {
      request.header("Last-Event-ID", lastEventId);
    }
    return new Watcher(ask(request.build(), BodyHandlers.ofInputStream()));
  }

  static JsonNode get(URI address, String places) {
    HttpRequest request =
        HttpRequest.newBuilder(address).header(TestingConsole.PLACES, places).build();
    HttpResponse<String> answer = ask(request, BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
    try {
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static int status(URI address, String places) {
    HttpRequest request =
        HttpRequest.newBuilder(address).header(TestingConsole.PLACES, places).build();
    return ask(request, BodyHandlers.discarding()).statusCode();
  }

  int status() {
    return response.statusCode();
  }

  String lastId() {
    return lastId;
  }

  boolean isOpen() {
    return thread.isAlive();
  }

  Stream<Event> events(String name) {
    return events.stream().filter(event -> event.name().equals(name));
  }

  /** Ids and revisions of alerts that it was told of, such as {@code a/1}. */
  List<String> alerts() {
    return events("alerts")
        .flatMap(event -> StreamSupport.stream(event.data().spliterator(), false))
        .map(alert -> alert.get("id").asText() + '/' + alert.get("revision").asInt())
        .toList();
  }

  /** Ids of alerts that it was told to be gone. */
  List<String> gone() {
    return events("gone")
        .flatMap(event -> StreamSupport.stream(event.data().spliterator(), false))
        .map(JsonNode::asText)
        .toList();
  }

  @Override
  public void close() {
    try {
      response.body().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read() {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
      String name = "";
      String data = "";
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("id: ")) {
          lastId = line.substring("id: ".length());
        } else if (line.startsWith("event: ")) {
          name = line.substring("event: ".length());
        } else if (line.startsWith("data: ")) {
          data = line.substring("data: ".length());
        } else if (line.isEmpty()) {
          events.add(new Event(name, JSON.readTree(data), lastId, System.nanoTime()));
        }
      }
    } catch (IOException e) {
      // The stream ended.
    }
  }

  private static <T> HttpResponse<T> ask(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
    try {
      return CLIENT.send(request, handler);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
