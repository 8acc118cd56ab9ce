package city.xueliang.console.alarmhealth;

import static city.xueliang.testing.Moments.NOON;
import static city.xueliang.testing.Moments.minutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.xueliang.console.access.Role;
import city.xueliang.console.access.SeatView;
import city.xueliang.console.http.RoutesServer;
import city.xueliang.console.http.SmallTown;
import city.xueliang.console.store.MemoryHistory;
import city.xueliang.console.store.StoreReading;
import city.xueliang.domain.place.Level;
import city.xueliang.domain.response.WorstSource;
import city.xueliang.domain.tally.Window;
import city.xueliang.store.reading.Metric;
import city.xueliang.testing.Town;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlarmHealthRoutesTest {
  private static final Instant TODAY = NOON.minus(Duration.ofHours(12));
  private static final Instant YESTERDAY = TODAY.minus(Duration.ofDays(1));
  private static final Instant BEFORE = TODAY.minus(Duration.ofDays(2));

  private final MemoryHistory store = new MemoryHistory();
  private SeatView view = SmallTown.view(Role.VIEWER, SmallTown.CITY);
  private final RoutesServer server =
      new RoutesServer(
          () -> view,
          new AlarmHealthRoutes(
                  new StoreReading(() -> store, InstantSource.system()),
                  ZoneId.of("Asia/Shanghai"),
                  InstantSource.fixed(NOON))
              ::add);

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void windowsOfASpanAreTakenTogether() throws IOException {
    load(Town.DISTRICT, Window.HOUR, minutes(-120), 30, 12, 20, 5, 50);
    load(Town.DISTRICT, Window.HOUR, minutes(-60), 10, 4, 10, 2, 90);
    load(Town.DISTRICT, Window.HOUR, minutes(-180), 99, 99, 60, 9, 100);
    load(Town.OTHER_DISTRICT, Window.HOUR, minutes(-60), 1, 1, 0, 1, 100);

    JsonNode seats = health("level=DISTRICT", minutes(-120), NOON).get("seats");

    assertThat(seats).hasSize(2);
    JsonNode seat = seats.get(0);
    assertThat(seat.get("place").asText()).isEqualTo(Town.DISTRICT);
    assertThat(seat.get("alarms").asInt()).isEqualTo(40);
    assertThat(seat.get("rate10min").asDouble()).isEqualTo(40 / 12.0, within(1e-9));
    assertThat(seat.get("peak10min").asInt()).isEqualTo(12);
    assertThat(seat.get("floodMinutes").asInt()).isEqualTo(30);
    assertThat(seat.get("floodPercent").asDouble()).isEqualTo(25);
    assertThat(seat.get("stale").asInt()).isZero();
    assertThat(seat.get("open").asInt()).isEqualTo(2);
    assertThat(seat.get("worstTenPercent").asDouble()).isEqualTo((30 * 50 + 10 * 90) / 40.0);
    assertThat(seat.get("reAlarms").asInt()).isZero();
  }

  @Test
  void longSpansAreMadeOfDaysUpToNow() throws IOException {
    load(Town.DISTRICT, Window.DAY, BEFORE, 144, 3, 0, 0, 10);
    load(Town.DISTRICT, Window.DAY, TODAY, 72, 5, 36, 1, 10);

    JsonNode seat = health("level=DISTRICT", BEFORE, TODAY.plus(Duration.ofDays(1))).at("/seats/0");

    // Two days and a half, of which one day has no row: it was quiet.
    assertThat(seat.get("alarms").asInt()).isEqualTo(216);
    assertThat(seat.get("rate10min").asDouble()).isEqualTo(216 / 360.0, within(1e-9));
    assertThat(seat.get("floodPercent").asDouble()).isEqualTo(1);
  }

  @Test
  void theWorstSourcesAreThoseOfTheNewestDay() throws IOException {
    store.put(worst(Town.DISTRICT, YESTERDAY, 1, "smoke", Town.GRID));
    store.put(worst(Town.DISTRICT, TODAY, 1, "gas", Town.GRID));
    store.put(worst(Town.DISTRICT, TODAY, 2, "flame", Town.FAR_GRID));
    store.put(worst(Town.OTHER_DISTRICT, YESTERDAY, 1, "crowd", Town.FAR_GRID));

    JsonNode worst = health("", TODAY, NOON).get("worst");

    assertThat(worst).hasSize(3);
    assertThat(worst.get(0).get("rule").asText()).isEqualTo("crowd");
    assertThat(worst.get(0).get("day").asLong()).isEqualTo(YESTERDAY.toEpochMilli());
    assertThat(worst.get(1).toString())
        .isEqualTo(
            "{\"seat\":\"630105\",\"rank\":1,\"rule\":\"gas\",\"place\":\"630105001001001\",\"alarms\":7,\"percent\":12.5,\"day\":%d}"
                .formatted(TODAY.toEpochMilli()));
    view = SmallTown.view(Role.VIEWER);
    assertThat(health("", TODAY, NOON).get("worst")).hasSize(1);
  }

  @Test
  void aSeatSeesItsPlacesOnly() throws IOException {
    load(Town.DISTRICT, Window.HOUR, minutes(-60), 10, 4, 10, 2, 90);
    load(Town.OTHER_DISTRICT, Window.HOUR, minutes(-60), 1, 1, 0, 1, 100);
    load(SmallTown.CITY, Window.HOUR, minutes(-60), 11, 1, 0, 1, 100);
    view = SmallTown.view(Role.VIEWER);

    assertThat(health("", minutes(-60), NOON).get("seats")).hasSize(1);
    assertThat(health("level=CITY", minutes(-60), NOON).get("seats")).isEmpty();
    view = null;
    assertThat(server.get("/api/alarm-health?from=0&to=1").statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"from=1&to=1", "from=0&to=31708800000", "to=1", "level=GRID&from=0&to=1"})
  void whatCannotBeAskedIsTold(String query) {
    assertThat(server.get("/api/alarm-health?" + query).statusCode()).isEqualTo(400);
  }

  private JsonNode health(String query, Instant from, Instant to) throws IOException {
    return new ObjectMapper()
        .readTree(
            server
                .get(
                    "/api/alarm-health?%s&from=%d&to=%d"
                        .formatted(query, from.toEpochMilli(), to.toEpochMilli()))
                .body());
  }

  private void load(
      String place,
      Window window,
      Instant start,
      long alarms,
      long peak,
      long flood,
      long open,
      double worstTen) {
    Map<String, Number> values = new HashMap<>();
    values.put("alarms", alarms);
    values.put("peak_10min", peak);
    values.put("flood_minutes", flood);
    values.put("open", open);
    values.put("worst_ten_percent", worstTen);
    store.put(place, Metric.ALARM_HEALTH, window, start, values);
  }

  private static WorstSource worst(String seat, Instant day, int rank, String rule, String place) {
    return new WorstSource(
        seat,
        Level.DISTRICT,
        seat,
        Window.DAY,
        day.toEpochMilli(),
        true,
        rank,
        rule,
        place,
        7,
        12.5);
  }
}
