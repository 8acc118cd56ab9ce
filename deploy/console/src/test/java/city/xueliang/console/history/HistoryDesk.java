package city.xueliang.console.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.xueliang.console.access.Role;
import city.xueliang.console.access.SeatView;
import city.xueliang.console.http.RoutesServer;
import city.xueliang.console.http.SmallTown;
import city.xueliang.console.store.StoreReading;
import city.xueliang.store.reading.MetricHistory;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** The routes of history on a real server, asked by an analyst of the district unless told so. */
final class HistoryDesk implements AutoCloseable {
  static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  final List<String> exports = new ArrayList<>();
  private final RoutesServer server;
  private SeatView view = SmallTown.view(Role.ANALYST);

  HistoryDesk(MetricHistory history, ZoneId zone, Instant now) {
    HistoryRoutes routes =
        new HistoryRoutes(
            new StoreReading(() -> history, () -> now),
            () -> SmallTown.PLACES,
            (seat, query) -> exports.add(seat.seat().id() + " " + query),
            zone,
            () -> now);
    server = new RoutesServer(() -> view, routes::add);
  }

  void sit(SeatView other) {
    view = other;
  }

  HttpResponse<byte[]> get(String path, String language) {
    return server.get(path, language);
  }

  HttpResponse<byte[]> get(String path) {
    return server.get(path);
  }

  /** The body of an answer to a question. */
  JsonNode json(String query) {
    return json(get("/api/history?" + query));
  }

  static JsonNode json(HttpResponse<byte[]> answer) {
    try {
      return new ObjectMapper().readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(new String(answer.body(), UTF_8), e);
    }
  }

  /** Of the first series, such as {@code COMPLETE 5}; a point without value shows a hyphen. */
  List<String> points(String query) {
    List<String> points = new ArrayList<>();
    json(query)
        .path("series")
        .path(0)
        .path("points")
        .forEach(
            point ->
                points.add(point.get("state").asText() + " " + point.path("value").asText("-")));
    return points;
  }

  @Override
  public void close() {
    server.close();
  }
}
