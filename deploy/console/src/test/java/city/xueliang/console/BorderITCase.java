package city.xueliang.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.xueliang.console.act.TestingAlerts;
import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.rule.RulebookChange;
import city.xueliang.domain.rule.Silence;
import city.xueliang.testing.TestingRule;
import city.xueliang.testing.Town;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Tries each route of the document with seats that must not see what lies beyond their border. */
class BorderITCase {
  private static final String ALERT = "00000000000000000000000000000001";
  private static final String NEXT_ALERT = "00000000000000000000000000000002";
  private static final String FAR_ALERT = "00000000000000000000000000000003";
  private static final String FAR_SILENCE = "silence-in-the-other-district";
  private static final String FAR_RULE = "rule-of-the-other-district";
  private static final String SPAN = "&from=1763683200000&to=1763690400000";
  private static final String HISTORY = "measure=FLAME&field=events" + SPAN;
  private static final String ACTION = "{\"action\":\"ACKNOWLEDGE\",\"revision\":1}";
  private static final String SILENCE =
      "{\"kind\":\"SILENCE\",\"places\":[\"%s\"],\"rules\":[],\"from\":%d,\"to\":%d}";

  /** Nothing of a seat is in what they answer. */
  private static final Set<String> FOR_ALL =
      Set.of(
          "GET /ready",
          "GET /api/openapi.yaml",
          "GET /auth/sign-in",
          "GET /auth/callback",
          "POST /auth/sign-out",
          "GET /api/session",
          "GET /api/measures",
          "GET /api/health");

  private static BorderedCity city;

  /**
   * A seat and what it must not see.
   *
   * @param beyond a place beyond its border
   * @param alert in that place
   * @param secrets that no answer to the seat may hold
   */
  record Stranger(
      String name, List<String> places, String beyond, String alert, Set<String> secrets) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** A request for something beyond the border. */
  record Attempt(String route, String path, String body) {}

  static List<Stranger> strangers() {
    return List.of(
        new Stranger(
            "a seat of another district",
            List.of(Town.DISTRICT),
            Town.OTHER_DISTRICT,
            FAR_ALERT,
            Set.of(Town.OTHER_DISTRICT, FAR_ALERT, FAR_SILENCE, FAR_RULE)),
        new Stranger(
            "a seat of a zone",
            List.of(TestingCity.ZONE),
            Town.NEXT_GRID,
            NEXT_ALERT,
            Set.of(
                Town.OTHER_DISTRICT,
                Town.NEXT_GRID,
                NEXT_ALERT,
                FAR_ALERT,
                FAR_SILENCE,
                FAR_RULE)));
  }

  @BeforeAll
  static void start(@TempDir Path folder) {
    city = BorderedCity.start(folder);
    write();
  }

  @AfterAll
  static void stop() {
    city.close();
  }

  @Test
  void everyRouteOfTheDocumentIsTried() throws IOException {
    Set<String> tried = new TreeSet<>(FOR_ALL);
    tried.addAll(filtered().stream().map(Attempt::route).toList());
    tried.addAll(hidden(strangers().get(0)).stream().map(Attempt::route).toList());
    tried.add("GET /api/stream");

    assertThat(tried).isEqualTo(routes());
  }

  @ParameterizedTest
  @MethodSource("strangers")
  void whatLiesBeyondTheBorderIsNotThere(Stranger stranger) {
    for (Attempt attempt : hidden(stranger)) {
      HttpResponse<String> answer = send(stranger, attempt);

      assertThat(answer.statusCode()).as("%s: %s", attempt, answer.body()).isEqualTo(404);
      // What was asked for is said again, and nothing else of it.
      String said =
          answer
              .body()
              .replace(stranger.beyond(), "")
              .replace(stranger.alert(), "")
              .replace(FAR_SILENCE, "");
      assertThat(said).as(attempt.path()).doesNotContain(stranger.secrets());
    }
  }

  @ParameterizedTest
  @MethodSource("strangers")
  void nothingBeyondTheBorderIsAmongWhatIsAnswered(Stranger stranger) {
    for (Attempt attempt : filtered()) {
      HttpResponse<String> answer = send(stranger, attempt);

      assertThat(answer.statusCode()).as(attempt.path() + answer.body()).isEqualTo(200);
      assertThat(answer.body()).as(attempt.path()).doesNotContain(stranger.secrets());
    }
  }

  @ParameterizedTest
  @MethodSource("strangers")
  void theStreamTellsNothingOfWhatLiesBeyond(Stranger stranger) {
    String told;
    try (ToldStream stream =
        ToldStream.of(
            city.send(
                city.request(stranger.places(), "/api/stream"), BodyHandlers.ofInputStream()))) {
      stream.readUntilBeat();
      city.publish(TestingAlerts.far(FAR_ALERT).setRevision(2).build());
      city.publish(TestingAlerts.open(NEXT_ALERT).setPlace(Town.NEXT_GRID).setRevision(2).build());
      city.publish(TestingAlerts.open(ALERT).setRevision(nextRevision()).build());
      while (!stream.told().contains(ALERT)) {
        stream.readUntilBeat();
      }
      told = stream.told();
    }

    assertThat(told).doesNotContain(stranger.secrets());
    assertThat(
            send(stranger, new Attempt("", "/api/stream?metrics=" + stranger.beyond(), null))
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void theSeatOfTheCityIsAnsweredAllOfThat() {
    Stranger all = new Stranger("", List.of(TestingCity.CITY), "", "", Set.of());

    assertThat(send(all, new Attempt("", "/api/alerts", null)).body())
        .contains(ALERT, NEXT_ALERT, FAR_ALERT);
    assertThat(send(all, new Attempt("", "/api/rules", null)).body())
        .contains(FAR_SILENCE, FAR_RULE);
    assertThat(send(all, new Attempt("", "/api/places", null)).body())
        .contains(Town.FAR_GRID, Town.NEXT_GRID);
  }

  /** Requests that name what the seat does not see. */
  private static List<Attempt> hidden(Stranger stranger) {
    String beyond = stranger.beyond();
    String alert = "/api/alerts/" + stranger.alert();
    long now = System.currentTimeMillis();
    return List.of(
        new Attempt("GET /api/map", "/api/map?place=" + beyond, null),
        new Attempt("GET /api/alerts", "/api/alerts?place=" + beyond, null),
        new Attempt("GET /api/alerts/{id}", alert, null),
        new Attempt("GET /api/alerts/{id}/readings", alert + "/readings", null),
        new Attempt("POST /api/alerts/{id}/actions", alert + "/actions", ACTION),
        new Attempt(
            "POST /api/silences", "/api/silences", SILENCE.formatted(beyond, now, now + 3_600_000)),
        new Attempt("POST /api/silences/{id}/end", "/api/silences/" + FAR_SILENCE + "/end", "{}"),
        new Attempt("GET /api/history", "/api/history?" + HISTORY + "&place=" + beyond, null),
        new Attempt(
            "GET /api/history.csv", "/api/history.csv?" + HISTORY + "&place=" + beyond, null),
        new Attempt(
            "GET /api/history.xlsx", "/api/history.xlsx?" + HISTORY + "&place=" + beyond, null));
  }

  /** Requests that are answered with all that the seat sees. */
  private static List<Attempt> filtered() {
    return List.of(
        new Attempt("GET /api/places", "/api/places", null),
        new Attempt("GET /api/live", "/api/live", null),
        new Attempt("GET /api/alerts", "/api/alerts", null),
        new Attempt("GET /api/rules", "/api/rules", null),
        new Attempt("GET /api/coverage", "/api/coverage?level=GRID", null),
        new Attempt("GET /api/coverage", "/api/coverage?level=DISTRICT", null),
        new Attempt("GET /api/alarm-health", "/api/alarm-health?level=DISTRICT" + SPAN, null));
  }

  private static Set<String> routes() throws IOException {
    try (InputStream file = ConsoleServer.class.getResourceAsStream("openapi.yaml")) {
      Map<?, ?> document =
          (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromInputStream(file);
      return ((Map<?, ?>) document.get("paths"))
          .entrySet().stream()
              .flatMap(
                  path ->
                      ((Map<?, ?>) path.getValue())
                          .keySet().stream()
                              .map(method -> method.toString().toUpperCase(java.util.Locale.ROOT))
                              .map(method -> method + " " + path.getKey()))
              .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static HttpResponse<String> send(Stranger stranger, Attempt attempt) {
    HttpRequest.Builder request = city.request(stranger.places(), attempt.path());
    if (attempt.body() != null) {
      request
          .header("Content-Type", "application/json")
          .POST(BodyPublishers.ofString(attempt.body()));
    }
    return city.send(request, BodyHandlers.ofString());
  }

  private static int revision = 1;

  private static int nextRevision() {
    revision++;
    return revision;
  }

  private static void write() {
    city.publish(TestingAlerts.open(ALERT).build());
    city.publish(TestingAlerts.open(NEXT_ALERT).setPlace(Town.NEXT_GRID).build());
    city.publish(TestingAlerts.far(FAR_ALERT).build());
    long now = System.currentTimeMillis();
    city.lay(
        RulebookChange.of(
            TestingRule.above(FAR_RULE, Measure.GAS_LEL_PERCENT, 25, 20)
                .in(Town.OTHER_DISTRICT)
                .build()));
    city.lay(
        RulebookChange.of(
            new Silence(
                FAR_SILENCE,
                Silence.Kind.SILENCE,
                Set.of(Town.OTHER_DISTRICT),
                Set.of(),
                now - 60_000,
                now + 3_600_000,
                "630104-ops-01")));
    Stranger all = new Stranger("", List.of(TestingCity.CITY), "", "", Set.of());
    await()
        .until(
            () ->
                send(all, new Attempt("", "/api/rules", null)).body().contains(FAR_SILENCE)
                    && send(all, new Attempt("", "/api/alerts", null)).body().contains(FAR_ALERT));
  }
}
