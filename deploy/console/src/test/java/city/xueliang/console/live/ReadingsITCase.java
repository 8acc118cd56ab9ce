package city.xueliang.console.live;

import static city.xueliang.testing.Moments.NOON;
import static city.xueliang.testing.Moments.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.console.access.Role;
import city.xueliang.console.browser.StoreRow;
import city.xueliang.console.http.RoutesServer;
import city.xueliang.console.http.SmallTown;
import city.xueliang.console.store.MemoryHistory;
import city.xueliang.console.store.StoreReading;
import city.xueliang.domain.place.Successions;
import city.xueliang.domain.tally.Window;
import city.xueliang.embedded.EmbeddedStore;
import city.xueliang.schemas.Alert;
import city.xueliang.schemas.Evidence;
import city.xueliang.schemas.Quantity;
import city.xueliang.store.layout.Measurement;
import city.xueliang.store.layout.QuestDbTables;
import city.xueliang.store.reading.MetricHistory;
import city.xueliang.store.reading.QuestDbSource;
import city.xueliang.testing.Town;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An alert's readings, with the minutes around them out of the embedded store. */
class ReadingsITCase {
  private static EmbeddedStore store;
  private static MetricHistory stored;

  private final LiveCity city = new LiveCity(Clock.systemUTC());
  private MetricHistory answering = stored;
  private final RoutesServer server =
      new RoutesServer(
          () -> SmallTown.view(Role.VIEWER),
          new ReadingsRoutes(city, new StoreReading(() -> answering, Clock.systemUTC()))::add);

  /** Readings of gas in each minute from eight hours before noon to one after it. */
  @BeforeAll
  static void start(@TempDir Path folder) {
    store = EmbeddedStore.start(folder, 0);
    QuestDbTables.statements("_history").forEach(store::execute);
    Stream<StoreRow> own =
        IntStream.range(-480, 60).mapToObj(minute -> row(Town.GRID, "GAS_LEL_PERCENT", minute, 12));
    Stream<StoreRow> others =
        Stream.of(
            row(Town.NEXT_GRID, "GAS_LEL_PERCENT", 0, 99),
            row(Town.GRID, "TEMPERATURE_CELSIUS", 0, 99));
    StoreRow.write(store, Stream.concat(own, others).toList());
    stored = MetricHistory.in(new QuestDbSource(store.url(), "_history"), Successions.NONE);
  }

  @AfterAll
  static void stop() {
    store.close();
  }

  @BeforeEach
  void begin() {
    city.begin("topic", 1);
    city.becomeReady();
  }

  @AfterEach
  void stopServer() {
    server.close();
  }

  @Test
  void whatFiredComesWithItsLimitAndTheMinutesOfItsPlaceAroundIt() throws IOException {
    put(NOON);

    JsonNode readings = readings();

    assertThat(readings.get("measure").asText()).isEqualTo("GAS_LEL_PERCENT");
    assertThat(readings.get("limit").asDouble()).isEqualTo(25);
    assertThat(readings.at("/evidence/0/value").asDouble()).isEqualTo(30);
    assertThat(readings.at("/evidence/0/at").asLong()).isEqualTo(NOON.toEpochMilli());
    assertThat(at(readings)).isEqualTo(minutesBetween(-30, 30));
    assertThat(readings.get("minutes"))
        .allSatisfy(
            minute -> {
              assertThat(minute.get("complete").asBoolean()).isTrue();
              assertThat(minute.at("/values/max").isDouble()).isTrue();
              assertThat(minute.at("/values/max").asDouble()).isEqualTo(12);
              assertThat(minute.at("/values/readings").isIntegralNumber()).isTrue();
            });
  }

  @Test
  void anAlertThatLastsIsShownFromBeforeItBegan() throws IOException {
    put(minutes(-120), NOON);

    assertThat(at(readings())).isEqualTo(minutesBetween(-150, 30));
  }

  @Test
  void ofOneThatLastsForTheDayTheLastSixHoursAreShown() throws IOException {
    put(minutes(-470), NOON);

    JsonNode readings = readings();

    assertThat(at(readings)).isEqualTo(minutesBetween(-330, 30));
    assertThat(readings.get("evidence")).hasSize(2);
  }

  @Test
  void aSilenceHasEvidenceButNothingToDraw() throws IOException {
    Evidence silence = new Evidence(Town.SENSOR, null, null, 600.0, NOON);
    put(TestingRevision.opened("a").setEvidence(List.of(silence)).build());

    JsonNode readings = readings();

    assertThat(readings.has("measure")).isFalse();
    assertThat(readings.at("/evidence/0/value").asDouble()).isEqualTo(600);
    assertThat(readings.get("minutes")).isEmpty();
  }

  @Test
  void aQuantityThatThisReleaseDoesNotKnowIsNotAskedFor() throws IOException {
    Evidence newer = new Evidence(Town.SENSOR, null, Quantity.UNKNOWN, 1.0, NOON);
    put(TestingRevision.opened("a").setEvidence(List.of(newer)).build());

    assertThat(readings().get("minutes")).isEmpty();
  }

  @Test
  void aStoreThatIsAwayIsTold() throws IOException {
    put(NOON);
    answering = MemoryHistory.NOWHERE;

    HttpResponse<byte[]> answer = server.get("/api/alerts/a/readings");

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(json(answer).get("reason").asText()).isEqualTo("UNAVAILABLE");
    assertThat(json(answer).at("/arguments/0").asText()).isEqualTo("store");
  }

  @Test
  void anotherDistrictsAlertIsLikeNone() {
    put(TestingRevision.farAway("far").build());

    assertThat(server.get("/api/alerts/far/readings").statusCode()).isEqualTo(404);
    assertThat(server.get("/api/alerts/none/readings").statusCode()).isEqualTo(404);
  }

  /** An alert with a reading of 30 at each of these times, the oldest first. */
  private void put(Instant... evidence) {
    put(
        TestingRevision.opened("a")
            .setEvidence(
                Stream.of(evidence)
                    .map(at -> new Evidence(Town.SENSOR, null, Quantity.GAS_LEL_PERCENT, 30.0, at))
                    .toList())
            .build());
  }

  private void put(Alert alert) {
    city.put(alert, 0, 0);
  }

  private JsonNode readings() throws IOException {
    HttpResponse<byte[]> answer = server.get("/api/alerts/a/readings");
    assertThat(answer.statusCode()).isEqualTo(200);
    return json(answer);
  }

  private static JsonNode json(HttpResponse<byte[]> answer) throws IOException {
    return new ObjectMapper().readTree(answer.body());
  }

  private static List<Long> at(JsonNode readings) {
    List<Long> at = new ArrayList<>();
    readings.get("minutes").forEach(minute -> at.add(minute.get("at").asLong()));
    return at;
  }

  private static List<Long> minutesBetween(int from, int to) {
    return IntStream.range(from, to).mapToObj(minute -> minutes(minute).toEpochMilli()).toList();
  }

  private static StoreRow row(String place, String quantity, int minute, double max) {
    return StoreRow.of(Measurement.SENSOR_READINGS, place, Window.MINUTE, minutes(minute))
        .tag("quantity", quantity)
        .with("readings", 4)
        .with("max", max);
  }
}
