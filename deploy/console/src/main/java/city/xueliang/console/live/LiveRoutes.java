package city.xueliang.console.live;

import city.xueliang.console.http.ApiException;
import city.xueliang.console.http.ApiException.Reason;
import city.xueliang.console.http.Requests;
import city.xueliang.console.http.ServedFile;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** What stands now: the wall, the alerts, the health. */
public final class LiveRoutes {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Duration ENDED_IS_SHOWN_FOR = Duration.ofHours(1);
  private static final int MOST_ALERTS = 1_000;
  private static final int ALERTS = 200;
  private static final List<String> STATES =
      List.of("OPEN", "ACKNOWLEDGED", "ON_SITE", "CLOSED", "CLEARED");

  /** Walls that open at once, as when the server comes back, are sent the same bytes. */
  private static final Duration IS_SHARED_FOR = Duration.ofMillis(500);

  private final LiveCity city;
  private final Clock clock;
  private final Map<Set<String>, Present> presents = new ConcurrentHashMap<>();

  /** The present as the seats of some places see it. */
  private record Present(long madeAt, ServedFile file) {}

  public LiveRoutes(LiveCity city, Clock clock) {
    this.city = city;
    this.clock = clock;
  }

  public void add(RoutesConfig routes) {
    routes.get("/api/live", this::live);
    routes.get("/api/health", this::health);
    routes.get("/api/alerts", this::alerts);
    routes.get("/api/alerts/{id}", this::alert);
  }

  /**
   * What a seat sees of the city, when there is something to see.
   *
   * @throws ApiException NOT_SIGNED_IN, UNAVAILABLE
   */
  public static CityView view(Context request, LiveCity city) {
    CityView view = new CityView(city, Requests.view(request));
    if (!city.isReady()) {
      throw new ApiException(Reason.UNAVAILABLE, "Kafka", city.broker().now().words());
    }
    return view;
  }

  private void live(Context request) {
    CityView view = view(request, city);
    long oldest = clock.millis() - IS_SHARED_FOR.toMillis();
    presents.values().removeIf(present -> present.madeAt < oldest);
    presents
        .computeIfAbsent(Requests.view(request).seat().places(), places -> present(view))
        .file
        .send(request, "no-store");
  }

  private Present present(CityView view) {
    long now = clock.millis();
    long since = now - ENDED_IS_SHOWN_FOR.toMillis();
    LiveState state = city.state();
    List<LiveAlert> shown =
        state.alerts().stream()
            .filter(alert -> alert.isOpen() || alert.changedAt() >= since)
            .toList();
    ObjectNode json = NODES.objectNode();
    json.put("id", state.id().toString());
    json.put("at", now);
    json.set("alerts", view.summaries(shown));
    json.set("coverage", view.coverage(city.coverage().values()));
    json.set("health", HealthJson.of(city, now));
    return new Present(
        now, new ServedFile("application/json", json.toString().getBytes(StandardCharsets.UTF_8)));
  }

  private void health(Context request) {
    Requests.view(request);
    answer(request, HealthJson.of(city, clock.millis()));
  }

  private void alerts(Context request) {
    CityView view = view(request, city);
    Optional<String> place = Optional.ofNullable(request.queryParam("place"));
    Set<String> states = new HashSet<>(request.queryParams("state"));
    if (!STATES.containsAll(states)) {
      throw new ApiException(
          Reason.BAD_PARAMETER, "state", String.join(", ", states), String.join(", ", STATES));
    }
    if (place.isPresent() && !view.sees(place.get())) {
      throw new ApiException(Reason.NOT_FOUND, place.get());
    }
    String rule = request.queryParam("rule");
    Stream<LiveAlert> found =
        city.alerts().stream()
            .filter(alert -> states.isEmpty() || states.contains(state(alert)))
            .filter(alert -> rule == null || rule.equals(alert.alert().getRuleId()))
            .filter(alert -> place.isEmpty() || view.liesIn(alert, place.get()))
            .filter(view::sees)
            .sorted(Comparator.comparingLong(LiveAlert::changedAt).reversed())
            .limit(limit(request));
    ArrayNode json = view.summaries(found.toList());
    answer(request, json);
  }

  private void alert(Context request) {
    CityView view = view(request, city);
    String id = request.pathParam("id");
    LiveAlert alert = view.alert(id).orElseThrow(() -> new ApiException(Reason.NOT_FOUND, id));
    answer(request, AlertDetail.of(alert, view));
  }

  private static int limit(Context request) {
    String given = request.queryParam("limit");
    if (given == null) {
      return ALERTS;
    }
    try {
      int limit = Integer.parseInt(given);
      if (limit >= 1 && limit <= MOST_ALERTS) {
        return limit;
      }
    } catch (NumberFormatException e) {
      // Answered like any other number that is not allowed.
    }
    throw new ApiException(Reason.BAD_PARAMETER, "limit", given, "1 to " + MOST_ALERTS);
  }

  private static String state(LiveAlert alert) {
    return AlertJson.state(alert.alert().getState()).name();
  }

  static void answer(Context request, JsonNode json) {
    request
        .contentType("application/json")
        .result(json.toString().getBytes(StandardCharsets.UTF_8));
  }
}
