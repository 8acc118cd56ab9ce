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
    tried.addAll(Attempt.filtered().stream().map(Attempt::route).toList());
    tried.addAll(Attempt.hidden(Stranger.all().get(0)).stream().map(Attempt::route).toList());
    tried.add("GET /api/stream");

    assertThat(tried).isEqualTo(routes());
  }

  @ParameterizedTest
  @MethodSource("city.xueliang.console.Stranger#all")
  void whatLiesBeyondTheBorderIsNotThere(Stranger stranger) {
    for (Attempt attempt : Attempt.hidden(stranger)) {
      HttpResponse<String> answer = send(stranger, attempt);

      assertThat(answer.statusCode()).as("%s: %s", attempt, answer.body()).isEqualTo(404);
      // What was asked for is said again, and nothing else of it.
      String said =
          answer
              .body()
              .replace(stranger.beyond(), "")
              .replace(stranger.alert(), "")
              .replace(Stranger.FAR_SILENCE, "");
      assertThat(said).as(attempt.path()).doesNotContain(stranger.secrets());
    }
  }

  @ParameterizedTest
  @MethodSource("city.xueliang.console.Stranger#all")
  void nothingBeyondTheBorderIsAmongWhatIsAnswered(Stranger stranger) {
    for (Attempt attempt : Attempt.filtered()) {
      HttpResponse<String> answer = send(stranger, attempt);

      assertThat(answer.statusCode()).as(attempt.path() + answer.body()).isEqualTo(200);
      assertThat(answer.body()).as(attempt.path()).doesNotContain(stranger.secrets());
    }
  }

  @ParameterizedTest
  @MethodSource("city.xueliang.console.Stranger#all")
  void theStreamTellsNothingOfWhatLiesBeyond(Stranger stranger) {
    String told;
    try (ToldStream stream =
        ToldStream.of(
            city.send(
                city.request(stranger.places(), "/api/stream"), BodyHandlers.ofInputStream()))) {
      stream.readUntilBeat();
      city.publish(TestingAlerts.far(Stranger.FAR_ALERT).setRevision(2).build());
      city.publish(
          TestingAlerts.open(Stranger.NEXT_ALERT).setPlace(Town.NEXT_GRID).setRevision(2).build());
      city.publish(TestingAlerts.open(Stranger.ALERT).setRevision(nextRevision()).build());
      while (!stream.told().contains(Stranger.ALERT)) {
        stream.readUntilBeat();
      }
      told = stream.told();
    }

    assertThat(told).doesNotContain(stranger.secrets());
    assertThat(send(stranger, Attempt.get("/api/stream?metrics=" + stranger.beyond())).statusCode())
        .isEqualTo(404);
  }

  @Test
  void theSeatOfTheCityIsAnsweredAllOfThat() {
    assertThat(send(Stranger.OF_THE_CITY, Attempt.get("/api/alerts")).body())
        .contains(Stranger.ALERT, Stranger.NEXT_ALERT, Stranger.FAR_ALERT);
    assertThat(send(Stranger.OF_THE_CITY, Attempt.get("/api/rules")).body())
        .contains(Stranger.FAR_SILENCE, Stranger.FAR_RULE);
    assertThat(send(Stranger.OF_THE_CITY, Attempt.get("/api/places")).body())
        .contains(Town.FAR_GRID, Town.NEXT_GRID);
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
    city.publish(TestingAlerts.open(Stranger.ALERT).build());
    city.publish(TestingAlerts.open(Stranger.NEXT_ALERT).setPlace(Town.NEXT_GRID).build());
    city.publish(TestingAlerts.far(Stranger.FAR_ALERT).build());
    long now = System.currentTimeMillis();
    city.lay(
        RulebookChange.of(
            TestingRule.above(Stranger.FAR_RULE, Measure.GAS_LEL_PERCENT, 25, 20)
                .in(Town.OTHER_DISTRICT)
                .build()));
    city.lay(
        RulebookChange.of(
            new Silence(
                Stranger.FAR_SILENCE,
                Silence.Kind.SILENCE,
                Set.of(Town.OTHER_DISTRICT),
                Set.of(),
                now - 60_000,
                now + 3_600_000,
                "630104-ops-01")));
    await()
        .until(
            () ->
                send(Stranger.OF_THE_CITY, Attempt.get("/api/rules"))
                        .body()
                        .contains(Stranger.FAR_SILENCE)
                    && send(Stranger.OF_THE_CITY, Attempt.get("/api/alerts"))
                        .body()
                        .contains(Stranger.FAR_ALERT));
  }
}
