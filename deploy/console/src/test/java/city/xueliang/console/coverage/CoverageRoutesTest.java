package city.xueliang.console.coverage;

import static city.xueliang.testing.Moments.NOON;
import static city.xueliang.testing.Moments.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.console.access.Role;
import city.xueliang.console.access.SeatView;
import city.xueliang.console.http.RoutesServer;
import city.xueliang.console.http.SmallTown;
import city.xueliang.console.live.LiveCity;
import city.xueliang.console.store.MemoryHistory;
import city.xueliang.console.store.StoreReading;
import city.xueliang.domain.tally.Window;
import city.xueliang.store.reading.MetricRow;
import city.xueliang.testing.Town;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoverageRoutesTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  private final MemoryHistory store = new MemoryHistory();
  private final Clock clock = Clock.fixed(minutes(30), SHANGHAI);
  private final LiveCity city = new LiveCity(clock);
  private SeatView view = SmallTown.view(Role.VIEWER, SmallTown.CITY);
  private final RoutesServer server =
      new RoutesServer(
          () -> view,
          new CoverageRoutes(new StoreReading(() -> store, clock), city, SHANGHAI, clock)::add);

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void theWorstPlacesComeFirstAndWhatIsWhollySeenIsNotListed() throws IOException {
    city.cover(
        Map.of(
            Town.GRID, row(Town.GRID, 10, 5, 600),
            Town.NEXT_GRID, row(Town.NEXT_GRID, 4, 2, 0),
            Town.FAR_GRID, row(Town.FAR_GRID, 3, 3, 0),
            SmallTown.STREET, row(SmallTown.STREET, 14, 7, 600)));
    store.cover(Town.GRID, Window.HOUR, NOON, 10, 6);
    store.cover(Town.GRID, Window.HOUR, NOON.minus(Duration.ofHours(23)), 10, 9);
    store.cover(Town.GRID, Window.HOUR, NOON.minus(Duration.ofHours(24)), 10, 1);

    JsonNode places = coverage("?level=GRID").get("places");

    assertThat(places).hasSize(2);
    assertThat(places.at("/0/row/place").asText()).isEqualTo(Town.GRID);
    assertThat(places.at("/0/row/percent").asDouble()).isEqualTo(50);
    assertThat(places.at("/0/since").asLong()).isEqualTo(minutes(20).toEpochMilli());
    assertThat(places.at("/0/trend")).hasSize(24);
    assertThat(places.at("/0/trend/0").asDouble()).isEqualTo(90);
    assertThat(places.at("/0/trend/1").isNull()).isTrue();
    assertThat(places.at("/0/trend/23").asDouble()).isEqualTo(60);
    assertThat(places.at("/1/row/place").asText()).isEqualTo(Town.NEXT_GRID);
    assertThat(places.at("/1").has("since")).isFalse();
    assertThat(coverage("?level=GRID&limit=1").get("places")).hasSize(1);
    assertThat(coverage("").at("/places/0/row/place").asText()).isEqualTo(SmallTown.STREET);
  }

  @Test
  void aSeatSeesTheBlindSpotsOfItsPlacesOnly() throws IOException {
    city.cover(
        Map.of(Town.GRID, row(Town.GRID, 10, 5, 0), Town.FAR_GRID, row(Town.FAR_GRID, 3, 0, 0)));
    view = SmallTown.view(Role.VIEWER);

    JsonNode places = coverage("?level=GRID").get("places");

    assertThat(places).hasSize(1);
    assertThat(places.at("/0/row/place").asText()).isEqualTo(Town.GRID);
    view = null;
    assertThat(server.get("/api/coverage").statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"level=CITY", "level=grid", "limit=0", "limit=501", "limit=x"})
  void whatCannotBeAskedIsTold(String query) {
    assertThat(server.get("/api/coverage?" + query).statusCode()).isEqualTo(400);
  }

  private JsonNode coverage(String query) throws IOException {
    return new ObjectMapper().readTree(server.get("/api/coverage" + query).body());
  }

  /** Of the minute before now. */
  private static MetricRow row(String place, long expected, long heard, long silence) {
    return new MetricRow(
        place,
        minutes(29),
        true,
        Map.of(
            "expected", expected,
            "heard", heard,
            "percent", heard * 100.0 / expected,
            "longest_silence_s", silence));
  }
}
