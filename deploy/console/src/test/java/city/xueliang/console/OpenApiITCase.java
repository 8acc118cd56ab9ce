package city.xueliang.console;

import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.console.browser.StoreRow;
import city.xueliang.console.browser.TestingCity;
import city.xueliang.console.browser.TestingConsole;
import city.xueliang.domain.tally.Window;
import city.xueliang.schemas.Alert;
import city.xueliang.schemas.Colour;
import city.xueliang.store.layout.Measurement;
import city.xueliang.store.reading.QuestDbSource;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Holds the document to the routes, and what they answer to the document. */
class OpenApiITCase {
  private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");
  private static final Alert ALERT =
      TestingCity.gas("red", TestingCity.grid(TestingCity.DISTRICT), Colour.RED).build();

  private static Instant minute;
  private static JsonNode document;
  private static TestingConsole console;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    try (InputStream file = ConsoleServer.class.getResourceAsStream("openapi.yaml")) {
      Object yaml = new Load(LoadSettings.builder().build()).loadFromInputStream(file);
      document = new ObjectMapper().valueToTree(yaml);
    }
    minute = Instant.now().truncatedTo(ChronoUnit.MINUTES).minus(1, ChronoUnit.MINUTES);
    console = TestingConsole.start(folder);
    console.desk().publish(List.of(ALERT));
    console.write(
        List.of(
            StoreRow.of(Measurement.COVERAGE, TestingCity.DISTRICT, Window.MINUTE, minute)
                .with("expected", 20)
                .with("heard", 18)
                .with("percent", 90)));
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> answer("/api/alerts/" + ALERT.getAlertId()).statusCode() == 200);
  }

  @AfterAll
  static void stop() {
    if (console != null) {
      console.close();
    }
  }

  @Test
  void whatIsDocumentedIsAnsweredAndNothingElseIs() {
    ConsoleSettings unreachable =
        ConsoleSettings.onLoopback(
            0,
            "127.0.0.1:1",
            StoreSettings.of(new QuestDbSource("http://127.0.0.1:1", "")),
            ZoneId.of("Asia/Shanghai"));
    try (ConsoleServer server = ConsoleServer.start(unreachable)) {
      assertThat(
              server.javalin().unsafe.internalRouter.allHttpHandlers().stream()
                  .map(handler -> handler.endpoint)
                  .filter(endpoint -> endpoint.path.matches("/(api|auth)/.+|/ready"))
                  .filter(endpoint -> endpoint.method.isHttpMethod())
                  .filter(endpoint -> !endpoint.path.contains("*"))
                  .map(endpoint -> endpoint.method + " " + endpoint.path))
          .containsExactlyInAnyOrderElementsOf(documented());
    }
  }

  static Stream<String> questions() {
    long from = minute.minus(1, ChronoUnit.HOURS).toEpochMilli();
    String span = "&from=%d&to=%d".formatted(from, minute.toEpochMilli() + 60_000);
    return Stream.of(
        "/api/session",
        "/api/places",
        "/api/map?place=630100",
        "/api/map?place=" + ALERT.getPlace(),
        "/api/live",
        "/api/health",
        "/api/alerts",
        "/api/alerts?place=630105&state=OPEN&state=CLOSED&rule=gas-first-stage&limit=10",
        "/api/alerts/{id}",
        "/api/alerts/{id}/readings",
        "/api/rules",
        "/api/measures",
        "/api/history?place=630105&place=630102&measure=COVERAGE&field=percent&window=MINUTE&compare=WEEK"
            + span,
        "/api/coverage?level=DISTRICT&limit=5",
        "/api/alarm-health?level=DISTRICT" + span);
  }

  @ParameterizedTest
  @MethodSource("questions")
  void anAnswerIsAsDocumented(String question) throws IOException {
    HttpResponse<String> answer = answer(question.replace("{id}", ALERT.getAlertId()));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThatFits(answer, operation(question, "get").at("/responses/200"));
  }

  @Test
  void everyJsonAnswerIsAskedFor() {
    Set<String> asked = questions().map(OpenApiITCase::path).collect(Collectors.toSet());

    Set<String> answering = new TreeSet<>();
    document
        .get("paths")
        .properties()
        .forEach(
            path -> {
              String json = "/get/responses/200/content/application~1json";
              if (!path.getValue().at(json).isMissingNode()) {
                answering.add(path.getKey());
              }
            });
    assertThat(asked).isEqualTo(answering);
  }

  /** A comma in words that are not quoted begins another key. */
  @Test
  void noWordsOfTheDocumentAreTakenForKeys() {
    assertThat(document.findParents("schema")).isNotEmpty();
    assertThat(keysWithoutValue(document)).isEmpty();
  }

  @Test
  void aRefusalIsAsDocumented() throws IOException {
    HttpResponse<String> refusal = answer("/api/map?place=999999");

    assertThat(refusal.statusCode()).isEqualTo(404);
    assertThatFits(refusal, document.at("/components/responses/Error"));
  }

  @Test
  void workIsTakenAsDocumented() throws Exception {
    HttpResponse<String> acted =
        post(
            "/api/alerts/" + ALERT.getAlertId() + "/actions",
            "{\"action\":\"ACKNOWLEDGE\",\"revision\":1}");
    assertThat(acted.statusCode()).as(acted.body()).isEqualTo(202);
    assertThatFits(acted, operation("/api/alerts/{id}/actions", "post").at("/responses/202"));

    long now = System.currentTimeMillis();
    HttpResponse<String> silenced =
        post(
            "/api/silences",
            "{\"kind\":\"SILENCE\",\"places\":[\"630102\"],\"rules\":[],\"from\":%d,\"to\":%d}"
                .formatted(now + 60_000, now + 120_000));
    assertThat(silenced.statusCode()).as(silenced.body()).isEqualTo(202);
    assertThatFits(silenced, operation("/api/silences", "post").at("/responses/202"));
  }

  private static Set<String> documented() {
    Set<String> all = new TreeSet<>();
    document
        .get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(
                        method -> {
                          if (METHODS.contains(method)) {
                            all.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey());
                          }
                        }));
    return all;
  }

  private static Set<String> keysWithoutValue(JsonNode node) {
    Set<String> found = new TreeSet<>();
    node.properties()
        .forEach(
            field -> {
              if (field.getValue().isNull()) {
                found.add(field.getKey());
              }
            });
    node.forEach(child -> found.addAll(keysWithoutValue(child)));
    return found;
  }

  private static String path(String question) {
    return question.replaceFirst("\\?.*", "");
  }

  private static JsonNode operation(String question, String method) {
    return document.get("paths").get(path(question)).get(method);
  }

  /** Nothing of what it says is missing in the document. */
  private static void assertThatFits(HttpResponse<String> answer, JsonNode response)
      throws IOException {
    ObjectNode schema = response.at("/content/application~1json/schema").deepCopy();
    schema.set("components", document.get("components").deepCopy());
    close(schema);
    JsonSchema compiled =
        JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema((JsonNode) schema);
    assertThat(compiled.validate(new ObjectMapper().readTree(answer.body())))
        .as(answer.body())
        .isEmpty();
  }

  /** Lets an object have no fields but those that are documented. */
  private static void close(JsonNode schema) {
    if (schema instanceof ObjectNode object
        && object.path("type").asText().equals("object")
        && object.has("properties")
        && !object.has("additionalProperties")) {
      object.put("additionalProperties", false);
    }
    schema.forEach(OpenApiITCase::close);
  }

  private static HttpResponse<String> answer(String path) {
    return send(HttpRequest.newBuilder(URI.create(console.url() + path)).build());
  }

  private static HttpResponse<String> post(String path, String body) {
    return send(
        HttpRequest.newBuilder(URI.create(console.url() + path))
            .header("Content-Type", "application/json")
            .header("Origin", console.url())
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  private static HttpResponse<String> send(HttpRequest request) {
    try {
      return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
