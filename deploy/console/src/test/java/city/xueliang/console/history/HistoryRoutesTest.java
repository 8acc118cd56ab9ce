package city.xueliang.console.history;

import static city.xueliang.testing.Moments.NOON;
import static city.xueliang.testing.Moments.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.console.access.Role;
import city.xueliang.console.http.SmallTown;
import city.xueliang.console.store.MemoryHistory;
import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.tally.Window;
import city.xueliang.store.reading.Metric;
import city.xueliang.testing.Town;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(Lifecycle.PER_CLASS)
class HistoryRoutesTest {
  private static final Metric FLAMES = Metric.of(Measure.FLAME);
  private static final Metric GAS = Metric.of(Measure.GAS_LEL_PERCENT);

  private final MemoryHistory store = new MemoryHistory();
  private HistoryDesk desk;

  @BeforeAll
  void start() {
    desk = new HistoryDesk(store, HistoryDesk.SHANGHAI, minutes(10));
  }

  @BeforeEach
  void empty() {
    store.clear();
    desk.exports.clear();
    desk.sit(SmallTown.view(Role.ANALYST));
  }

  @AfterAll
  void stop() {
    desk.close();
  }

  @Test
  void coverageTellsWhetherNothingHappenedOrNothingWasSeen() {
    store.put(Town.GRID, FLAMES, Window.MINUTE, minutes(0), Map.of("events", 5L));
    store.put(Town.GRID, FLAMES, Window.MINUTE, minutes(1), Map.of("events", 6L));
    store.put(Town.GRID, FLAMES, Window.MINUTE, minutes(2), Map.of("events", 7L));
    store.cover(Town.GRID, Window.MINUTE, minutes(0), 4, 4);
    store.cover(Town.GRID, Window.MINUTE, minutes(1), 4, 3);
    store.cover(Town.GRID, Window.MINUTE, minutes(3), 4, 1);
    store.cover(Town.GRID, Window.MINUTE, minutes(4), 4, 0);

    assertThat(desk.points(query("FLAME", "events", 0, 6)))
        .containsExactly(
            "COMPLETE 5", "PARTIAL 6", "PARTIAL 7", "QUIET 0", "MISSING -", "MISSING -");
    assertThat(desk.json(query("FLAME", "events", 0, 6)).at("/series/0/points/1/heard").asDouble())
        .isEqualTo(75);
  }

  @Test
  void aGaugeHasNoValueWhereNothingWasMeasured() {
    store.put(Town.GRID, GAS, Window.MINUTE, minutes(0), Map.of("readings", 2L, "mean", 3.5));
    store.cover(Town.GRID, Window.MINUTE, minutes(0), 4, 4);
    store.cover(Town.GRID, Window.MINUTE, minutes(1), 4, 4);

    assertThat(desk.points(query("GAS_LEL_PERCENT", "mean", 0, 2)))
        .containsExactly("COMPLETE 3.5", "QUIET -");
    assertThat(desk.points(query("GAS_LEL_PERCENT", "readings", 0, 2)))
        .containsExactly("COMPLETE 2", "QUIET 0");
    assertThat(desk.json(query("GAS_LEL_PERCENT", "mean", 0, 2)).get("unit").asText())
        .isEqualTo("GAS_LEL_PERCENT");
  }

  @Test
  void theNewestWindowsAreOpenAndThoseToComeAreNotShown() {
    store.put(Town.GRID, Town.GRID, FLAMES, Window.MINUTE, minutes(8), false, Map.of("events", 1L));

    assertThat(desk.points(query("FLAME", "events", 6, 60)))
        .containsExactly("MISSING -", "MISSING -", "OPEN 1", "OPEN -", "OPEN -");
  }

  @Test
  void whatTheDeskTellsIsKnownWhereverItRan() {
    store.put(Town.GRID, Metric.ALERTS, Window.MINUTE, minutes(0), Map.of("opened", 2L));
    store.cover(Town.GRID, Window.MINUTE, minutes(1), 4, 0);

    assertThat(desk.points(query("ALERTS", "opened", 0, 3)))
        .containsExactly("COMPLETE 2", "QUIET 0", "MISSING -");
  }

  @Test
  void coverageItselfIsKnownOrMissing() {
    store.cover(Town.GRID, Window.MINUTE, minutes(0), 4, 1);

    assertThat(desk.points(query("COVERAGE", "percent", 0, 2)))
        .containsExactly("COMPLETE 25.0", "MISSING -");
  }

  @Test
  void twoCodesOfOnePlaceInOneWindowAreAddedUpWhereThatHasAMeaning() {
    store.put(
        Town.DISTRICT, "630122", GAS, Window.HOUR, NOON, true, Map.of("readings", 2L, "mean", 3.0));
    store.put(
        Town.DISTRICT,
        Town.DISTRICT,
        GAS,
        Window.HOUR,
        NOON,
        true,
        Map.of("readings", 4L, "mean", 9.0));
    store.cover(Town.DISTRICT, Window.HOUR, NOON, 4, 4);
    String hour = "place=630105&window=HOUR&measure=GAS_LEL_PERCENT" + span(NOON, minutes(60));

    assertThat(desk.points(hour + "&field=readings")).containsExactly("COMPLETE 6");
    assertThat(desk.points(hour + "&field=mean")).containsExactly("PARTIAL 9.0");
  }

  @Test
  void aWeekBeforeIsShownOverTheSpanThatWasAskedFor() {
    Instant weekBefore = NOON.minus(Duration.ofDays(7));
    store.put(Town.GRID, FLAMES, Window.MINUTE, NOON, Map.of("events", 5L));
    store.put(Town.GRID, FLAMES, Window.MINUTE, weekBefore, Map.of("events", 9L));

    JsonNode series = desk.json(query("FLAME", "events", 0, 1) + "&compare=WEEK").get("series");

    assertThat(series).hasSize(2);
    assertThat(series.at("/0/compare").asText()).isEqualTo("NONE");
    assertThat(series.at("/0/points/0").has("was")).isFalse();
    assertThat(series.at("/1/compare").asText()).isEqualTo("WEEK");
    assertThat(series.at("/1/points/0/at").asLong()).isEqualTo(NOON.toEpochMilli());
    assertThat(series.at("/1/points/0/was").asLong()).isEqualTo(weekBefore.toEpochMilli());
    assertThat(series.at("/1/points/0/value").asInt()).isEqualTo(9);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-20T12:00:00Z, 2026-11-21T00:00:00Z, NONE, MINUTE",
    "2026-11-19T23:00:00Z, 2026-11-21T00:00:00Z, NONE, MINUTE",
    "2026-11-19T22:59:00Z, 2026-11-21T00:00:00Z, NONE, HOUR",
    "2026-10-01T00:00:00Z, 2026-10-01T01:00:00Z, NONE, HOUR",
    "2026-10-25T00:00:00Z, 2026-10-25T01:00:00Z, NONE, MINUTE",
    "2026-10-25T00:00:00Z, 2026-10-25T01:00:00Z, WEEK, HOUR",
    "2026-11-20T00:00:00Z, 2026-11-21T00:00:00Z, YEAR, HOUR",
    "2026-06-01T00:00:00Z, 2026-11-21T00:00:00Z, NONE, DAY",
    "2016-12-01T00:00:00Z, 2026-11-21T00:00:00Z, NONE, DAY",
  })
  void theFinestWindowsThatAChartShowsAndTheStoreKeepsAreChosen(
      Instant from, Instant to, Compare compare, Window window) {
    String query = "place=630105&measure=FLAME&field=events&compare=" + compare + span(from, to);

    assertThat(desk.json(query).get("window").asText()).isEqualTo(window.name());
  }

  @Test
  void daysAreTheCitysAndAreShownWhole() {
    JsonNode answer =
        desk.json("place=630105&measure=FLAME&field=events&window=DAY" + span(NOON, minutes(1)));

    assertThat(answer.get("from").asLong())
        .isEqualTo(Instant.parse("2026-11-20T16:00:00Z").toEpochMilli());
    assertThat(answer.get("to").asLong())
        .isEqualTo(Instant.parse("2026-11-21T16:00:00Z").toEpochMilli());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "place=630105&measure=FLAME&field=events&from=0&to=0|to",
        "place=630105&measure=FLAME&field=events&from=0&to=316224000001|to",
        "place=630105&measure=FLAME&field=events&from=-1&to=1|from",
        "place=630105&measure=FLAME&field=events&to=1|from",
        "place=630105&measure=FLAME&field=mean&from=0&to=1|field",
        "place=630105&measure=FLAME&from=0&to=1|field",
        "place=630105&measure=fire&field=events&from=0&to=1|measure",
        "place=630105&field=events&from=0&to=1|measure",
        "measure=FLAME&field=events&from=0&to=1|place",
        "place=630105&place=2&place=3&place=4&place=5&place=6&place=7&measure=FLAME&field=events&from=0&to=1|place",
        "place=630105&measure=FLAME&field=events&from=0&to=1&window=WEEK|window",
        "place=630105&measure=ALARM_HEALTH&field=alarms&from=0&to=1&window=MINUTE|window",
        "place=630105&measure=FLAME&field=events&from=0&to=31536000000&window=MINUTE|window",
        "place=630105&measure=FLAME&field=events&from=0&to=1&compare=MONTH|compare"
      })
  void whatCannotBeAskedIsTold(String query, String parameter) {
    var answer = desk.get("/api/history?" + query);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(HistoryDesk.json(answer).at("/arguments/0").asText()).isEqualTo(parameter);
  }

  @ParameterizedTest
  @CsvSource({"/api/history", "/api/history.csv", "/api/history.xlsx"})
  void whatASeatDoesNotSeeIsNotThere(String path) {
    for (String place : List.of(Town.OTHER_DISTRICT, SmallTown.CITY, Town.FAR_GRID, "no-such")) {
      var answer =
          desk.get(
              path
                  + "?place=630105&place="
                  + place
                  + "&measure=FLAME&field=events"
                  + span(NOON, minutes(1)));

      assertThat(answer.statusCode()).isEqualTo(404);
    }
    assertThat(desk.exports).isEmpty();
  }

  @Test
  void zonesHaveAHistoryToo() {
    store.put(SmallTown.ZONE, FLAMES, Window.MINUTE, NOON, Map.of("events", 5L));

    assertThat(
            desk.points(
                "place=festival-street&measure=FLAME&field=events" + span(NOON, minutes(1))))
        .containsExactly("PARTIAL 5");
  }

  @Test
  void aFileIsMadeForThoseWhoMayExportAndIsOnRecord() {
    String asked = query("FLAME", "events", 0, 1);

    assertThat(desk.get("/api/history.csv?" + asked).statusCode()).isEqualTo(200);
    assertThat(desk.exports)
        .containsExactly(
            "630105-desk-01 /api/history.csv?place=%s&measure=FLAME&field=events&from=%d&to=%d&window=MINUTE&compare=NONE"
                .formatted(Town.GRID, NOON.toEpochMilli(), minutes(1).toEpochMilli()));
    desk.sit(SmallTown.view(Role.VIEWER));
    assertThat(desk.get("/api/history.csv?" + asked).statusCode()).isEqualTo(403);
    assertThat(desk.get("/api/history?" + asked).statusCode()).isEqualTo(200);
    desk.sit(null);
    assertThat(desk.get("/api/history?" + asked).statusCode()).isEqualTo(401);
    assertThat(desk.get("/api/measures").statusCode()).isEqualTo(401);
    assertThat(desk.exports).hasSize(1);
  }

  @Test
  void measuresHaveTheirFieldsAndWindows() {
    JsonNode measures = HistoryDesk.json(desk.get("/api/measures"));

    assertThat(measures).hasSize(Measure.values().length + 3);
    assertThat(measures)
        .anySatisfy(
            measure ->
                assertThat(measure.toString())
                    .isEqualTo(
                        "{\"id\":\"FLAME\",\"group\":\"CAMERA\",\"fields\":[\"events\",\"devices\"],\"windows\":[\"MINUTE\",\"HOUR\",\"DAY\"]}"))
        .anySatisfy(
            measure ->
                assertThat(measure.toString())
                    .startsWith("{\"id\":\"ALARM_HEALTH\",\"group\":\"ALARM_HEALTH\"")
                    .endsWith("\"windows\":[\"HOUR\",\"DAY\"]}"));
  }

  private static String query(String measure, String field, int fromMinute, int toMinute) {
    return "place=%s&measure=%s&field=%s%s"
        .formatted(Town.GRID, measure, field, span(minutes(fromMinute), minutes(toMinute)));
  }

  private static String span(Instant from, Instant to) {
    return "&from=%d&to=%d".formatted(from.toEpochMilli(), to.toEpochMilli());
  }
}
