package city.xueliang.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.xueliang.console.history.Spreadsheet;
import city.xueliang.console.live.TestingRevision;
import city.xueliang.domain.tally.Window;
import city.xueliang.domain.tally.Windows;
import city.xueliang.schemas.PlaceMetrics;
import city.xueliang.testing.Town;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the store knows of every place, asked for by seats of which each sees a part of the city:
 * all of that part, and nothing else, is in what they are answered.
 */
class StoredBorderITCase {
  private static final String ALERT = "00000000000000000000000000000001";
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private static Instant minute;
  private static long hour;
  private static BorderedCity city;

  @BeforeAll
  static void start(@TempDir Path folder) {
    minute = Instant.now().truncatedTo(ChronoUnit.MINUTES).minus(3, ChronoUnit.MINUTES);
    hour = start(Window.HOUR);
    city = BorderedCity.start(folder);
    city.publish(TestingRevision.opened(ALERT).build());
    city.write(MarkedRows.events(minute));
    city.write(MarkedRows.alarmHealth(Instant.ofEpochMilli(hour)));
    city.write(MarkedRows.worstSources(Instant.ofEpochMilli(start(Window.DAY))));
    city.write(MarkedRows.readings());
    await().until(() -> ask(Viewer.CITY, "/api/alerts/" + ALERT).statusCode() == 200);
  }

  @AfterAll
  static void stop() {
    city.close();
  }

  @ParameterizedTest
  @MethodSource("city.xueliang.console.Viewer#all")
  void historyIsOfOwnPlacesInEveryForm(Viewer viewer) throws Exception {
    String query = "?" + history(viewer.seen());
    Spreadsheet excel =
        new Spreadsheet(
            city.send(
                    city.request(List.of(viewer.given()), "/api/history.xlsx" + query),
                    BodyHandlers.ofByteArray())
                .body());

    assertThat(MarkedRows.EVENTS.toldBy(get(viewer, "/api/history" + query)))
        .isEqualTo(viewer.seen());
    assertThat(MarkedRows.EVENTS.toldBy(get(viewer, "/api/history.csv" + query)))
        .isEqualTo(viewer.seen());
    assertThat(MarkedRows.EVENTS.toldBy(excel.rows(1).toString())).isEqualTo(viewer.seen());
  }

  @ParameterizedTest
  @MethodSource("city.xueliang.console.Viewer#all")
  void historyOfAnyOtherPlaceIsNotThereAlsoBesideAnOwnOne(Viewer viewer) {
    Set<String> others = new TreeSet<>(Viewer.CITY.seen());
    others.removeAll(viewer.seen());
    for (String other : others) {
      for (String file : List.of("", ".csv", ".xlsx")) {
        String query = "/api/history" + file + "?place=" + viewer.given() + "&";
        HttpResponse<String> answer = ask(viewer, query + history(Set.of(other)));

        assertThat(answer.statusCode()).as(file + " " + other).isEqualTo(404);
        assertThat(MarkedRows.EVENTS.toldBy(answer.body())).as(file + " " + other).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("city.xueliang.console.Viewer#all")
  void coverageIsOfOwnPlacesOnTheWallAndInTheList(Viewer viewer) {
    cover(MarkedRows.COVERAGE);

    assertThat(MarkedRows.COVERAGE.toldBy(get(viewer, "/api/live"))).isEqualTo(viewer.seen());
    assertThat(MarkedRows.COVERAGE.toldBy(blindSpots(viewer))).isEqualTo(viewer.seen());
  }

  @ParameterizedTest
  @MethodSource("city.xueliang.console.Viewer#all")
  void alarmHealthIsOfOwnSeatsAndSources(Viewer viewer) {
    Set<String> seats = new HashSet<>(viewer.seen());
    seats.retainAll(Set.of(Town.DISTRICT, TestingCity.STREET, Viewer.COMMUNITY));

    String answer = alarmHealth(viewer);

    assertThat(MarkedRows.ALARM_HEALTH.toldBy(answer)).isEqualTo(seats);
    assertThat(MarkedRows.WORST_SOURCES.toldBy(answer))
        .isEqualTo(seats.isEmpty() ? Set.of() : Set.of(Town.GRID));
  }

  @ParameterizedTest
  @MethodSource("city.xueliang.console.Viewer#all")
  void readingsAreOfTheAlertsPlaceAlone(Viewer viewer) {
    String answer = get(viewer, "/api/alerts/" + ALERT + "/readings");

    assertThat(MarkedRows.READINGS.toldBy(answer)).containsExactly(Town.GRID);
  }

  @ParameterizedTest
  @MethodSource("city.xueliang.console.Viewer#all")
  @Timeout(120)
  void theStreamTellsCoverageAndFiguresOfOwnPlaces(Viewer viewer) {
    cover(MarkedRows.COVERAGE);
    String told;
    try (ToldStream stream = stream(viewer, "/api/stream?metrics=" + Town.GRID)) {
      stream.readUntilBeat();
      cover(MarkedRows.NEXT_COVERAGE);
      Viewer.CITY.seen().forEach(place -> city.publish(metrics(place)));
      while (!MarkedRows.NEXT_COVERAGE.toldBy(stream.told()).containsAll(viewer.seen())
          || MarkedRows.METRICS.toldBy(stream.told()).isEmpty()) {
        stream.readUntilBeat();
      }
      told = stream.told();
    }

    assertThat(MarkedRows.NEXT_COVERAGE.toldBy(told)).isEqualTo(viewer.seen());
    assertThat(MarkedRows.METRICS.toldBy(told)).containsExactly(Town.GRID);
  }

  @Test
  void theSeatOfTheCityIsAnsweredAllOfThat() {
    String histories =
        Viewer.CITY.seen().stream()
            .map(place -> get(Viewer.CITY, "/api/history?" + history(Set.of(place))))
            .collect(Collectors.joining());

    assertThat(MarkedRows.EVENTS.toldBy(histories)).isEqualTo(Viewer.CITY.seen());
    assertThat(MarkedRows.ALARM_HEALTH.toldBy(alarmHealth(Viewer.CITY)))
        .contains(TestingCity.CITY, Town.DISTRICT, Town.OTHER_DISTRICT);
    assertThat(MarkedRows.WORST_SOURCES.toldBy(alarmHealth(Viewer.CITY)))
        .containsExactlyInAnyOrder(Town.GRID, TestingCity.WIDE_ZONE, Town.FAR_GRID);
  }

  private static String blindSpots(Viewer viewer) {
    return Stream.of("DISTRICT", "STREET", "COMMUNITY", "GRID", "ZONE")
        .map(level -> get(viewer, "/api/coverage?level=" + level))
        .collect(Collectors.joining());
  }

  private static String alarmHealth(Viewer viewer) {
    String span = "&from=%d&to=%d".formatted(hour, hour + Duration.ofHours(1).toMillis());
    return Stream.of("CITY", "DISTRICT", "STREET", "COMMUNITY")
        .map(level -> get(viewer, "/api/alarm-health?level=" + level + span))
        .collect(Collectors.joining());
  }

  private static String history(Set<String> places) {
    long from = minute.toEpochMilli();
    return "place=%s&measure=FLAME&field=events&window=MINUTE&from=%d&to=%d"
        .formatted(String.join("&place=", places), from, from + 60_000);
  }

  private static PlaceMetrics metrics(String place) {
    return PlaceMetrics.newBuilder(TestingRevision.minute(place))
        .setCount(MarkedRows.METRICS.of(place))
        .build();
  }

  /** Lets the server know no other coverage than this. */
  private static void cover(MarkedRows rows) {
    city.write(rows.coverage(minute));
    await()
        .atMost(PATIENCE)
        .until(() -> rows.toldBy(get(Viewer.CITY, "/api/live")).equals(Viewer.CITY.seen()));
  }

  private static ToldStream stream(Viewer viewer, String path) {
    return ToldStream.of(
        city.send(city.request(List.of(viewer.given()), path), BodyHandlers.ofInputStream()));
  }

  private static String get(Viewer viewer, String path) {
    HttpResponse<String> answer = ask(viewer, path);
    assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(200);
    return answer.body();
  }

  private static HttpResponse<String> ask(Viewer viewer, String path) {
    return city.send(city.request(List.of(viewer.given()), path), BodyHandlers.ofString());
  }

  private static long start(Window window) {
    return Windows.in(BorderedCity.XINING).startOf(window, minute.toEpochMilli());
  }
}
