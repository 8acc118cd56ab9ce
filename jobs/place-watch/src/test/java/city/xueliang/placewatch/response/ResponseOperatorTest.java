package city.xueliang.placewatch.response;

import static city.xueliang.testing.Moments.NOON;
import static city.xueliang.testing.Moments.minutes;
import static city.xueliang.testing.Moments.seconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import city.xueliang.domain.alert.CloseReason;
import city.xueliang.domain.place.Level;
import city.xueliang.domain.response.PlaceResponse;
import city.xueliang.domain.response.ResponseSummary;
import city.xueliang.domain.rule.Colour;
import city.xueliang.domain.tally.Window;
import city.xueliang.placewatch.harness.ResponseHarness;
import city.xueliang.placewatch.watch.SilenceClock;
import city.xueliang.testing.TestingAlertLife;
import city.xueliang.testing.Town;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How the life of alerts shows in the rows of places, by the clock of the machine. */
class ResponseOperatorTest {
  private static final String CITY = "630100";
  private static final String COMMUNITY = "630105001001";
  private static final Instant MIDNIGHT = NOON.plus(Duration.ofHours(12));
  private static final Instant DAY = MIDNIGHT.minus(Duration.ofDays(1));

  private ResponseHarness town;

  @BeforeEach
  void start() throws Exception {
    town = ResponseHarness.start(SilenceClock.PROCESSING_TIME, NOON);
    town.publishZone("belt", NOON, Town.GRID);
  }

  @AfterEach
  void close() throws Exception {
    town.close();
  }

  @Test
  void anAlertIsSeenWithinASecondInAllWindowsOfAllItsPlaces() throws Exception {
    town.live(TestingAlertLife.of("a").open(seconds(10)));
    town.advance(seconds(11));

    for (String place : List.of(Town.GRID, COMMUNITY, "630105001", Town.DISTRICT, CITY, "belt")) {
      for (Window window : Window.values()) {
        assertThat(town.rows(place, window))
            .singleElement()
            .satisfies(
                row -> {
                  assertThat(row.complete()).isFalse();
                  assertThat(row.summary().opened()).isEqualTo(1);
                  assertThat(row.summary().open()).isEqualTo(1);
                });
      }
    }
  }

  @Test
  void aRowIsFiledUnderItsRuleColourAndDistrict() throws Exception {
    town.live(TestingAlertLife.of("a").rule("crowd").colour(Colour.YELLOW).open(seconds(10)));
    town.advance(seconds(11));

    PlaceResponse row = town.newest("belt", Window.HOUR, NOON);
    assertThat(row.level()).isEqualTo(Level.ZONE);
    assertThat(row.district()).isEqualTo(CITY);
    assertThat(row.ruleId()).isEqualTo("crowd");
    assertThat(row.colour()).isEqualTo(Colour.YELLOW);
    assertThat(town.newest(Town.GRID, Window.HOUR, NOON).district()).isEqualTo(Town.DISTRICT);
  }

  @Test
  void aWholeLifeIsInTheRowsOfItsHour() throws Exception {
    TestingAlertLife alert = TestingAlertLife.of("a");
    town.live(alert.open(seconds(10)));
    town.live(alert.escalate(seconds(70)));
    town.live(alert.acknowledge(seconds(100)));
    town.live(alert.arrive(seconds(190)));
    town.live(alert.close(CloseReason.FALSE_ALARM, seconds(610)));
    town.advance(minutes(60));

    PlaceResponse hour = town.newest(Town.DISTRICT, Window.HOUR, NOON);
    assertThat(hour.complete()).isTrue();
    assertThat(hour.summary()).isEqualTo(new ResponseSummary(1, 1, 0, 1, 0, 1, 90, 90, 180, 600));
    assertThat(town.newest(Town.DISTRICT, Window.DAY, DAY).complete()).isFalse();
  }

  @Test
  void everyMinuteInWhichSomethingIsOpenHasItsRow() throws Exception {
    TestingAlertLife alert = TestingAlertLife.of("a");
    town.live(alert.open(seconds(10)));
    town.live(alert.clear(seconds(200)));
    town.advance(minutes(10));

    assertThat(town.rows(Town.GRID, Window.MINUTE).stream().filter(PlaceResponse::complete))
        .extracting(row -> row.windowStart(), row -> row.summary().open())
        .containsExactly(
            tuple(NOON.toEpochMilli(), 1L),
            tuple(minutes(1).toEpochMilli(), 1L),
            tuple(minutes(2).toEpochMilli(), 1L),
            tuple(minutes(3).toEpochMilli(), 0L));
    assertThat(town.newest(Town.GRID, Window.MINUTE, minutes(3)).summary().cleared()).isOne();
  }

  @Test
  void whatIsHeldBackIsNotOpenAndCountsFromItsRelease() throws Exception {
    TestingAlertLife alert = TestingAlertLife.of("a");
    town.live(alert.hold(seconds(1)));
    town.advance(minutes(1));
    assertThat(town.rows()).isEmpty();

    town.live(alert.release(seconds(120)));
    town.live(alert.acknowledge(seconds(150)));
    town.advance(minutes(3));

    ResponseSummary minute = town.newest(Town.GRID, Window.MINUTE, minutes(2)).summary();
    assertThat(minute.opened()).isEqualTo(1);
    assertThat(minute.ackMedianSeconds()).isEqualTo(30);
  }

  @Test
  void anAlertEndsInTheZonesThatWereToldOfIt() throws Exception {
    TestingAlertLife alert = TestingAlertLife.of("a");
    town.live(alert.open(seconds(10)));
    town.advance(seconds(20));
    town.publishZone("belt", seconds(20), Town.FAR_GRID);
    town.publishZone("corridor", seconds(20), Town.GRID);
    town.live(alert.clear(seconds(30)));
    town.advance(seconds(31));

    assertThat(town.newest("belt", Window.MINUTE, NOON).summary().open()).isZero();
    assertThat(town.rows("corridor", Window.MINUTE)).isEmpty();
  }

  @Test
  void anAlertOfAZoneCountsThereAndInTheCity() throws Exception {
    town.live(TestingAlertLife.of("a").in("belt").open(seconds(10)));
    town.advance(seconds(11));

    assertThat(town.rows()).extracting(PlaceResponse::place).containsOnly("belt", CITY);
  }

  @Test
  void anAlertOfACommunityCountsFromThereUp() throws Exception {
    town.live(TestingAlertLife.of("a").in(COMMUNITY).open(seconds(10)));
    town.advance(seconds(11));

    assertThat(town.rows())
        .extracting(PlaceResponse::place)
        .containsOnly(COMMUNITY, "630105001", Town.DISTRICT, CITY);
  }

  @Test
  void aRevisionThatComesTwiceCountsOnce() throws Exception {
    var opened = TestingAlertLife.of("a").open(seconds(10));
    town.live(opened);
    town.live(opened);
    town.advance(seconds(11));

    assertThat(town.newest(CITY, Window.DAY, DAY).summary().opened()).isEqualTo(1);
  }

  @Test
  void aChangeThatComesAfterItsWindowEndedCorrectsIt() throws Exception {
    town.advance(seconds(62));
    town.send(TestingAlertLife.of("a").open(seconds(59)));
    town.advance(seconds(130));

    PlaceResponse late = town.newest(Town.GRID, Window.MINUTE, NOON);
    assertThat(late.complete()).isTrue();
    assertThat(late.summary().opened()).isEqualTo(1);
    assertThat(town.newest(Town.GRID, Window.MINUTE, minutes(1)).summary().open()).isEqualTo(1);
  }

  @Test
  void afterAFailureNothingIsMissingOrDoubled() throws Exception {
    TestingAlertLife alert = TestingAlertLife.of("a");
    town.live(alert.open(seconds(10)));
    town.restart(minutes(5));
    town.advance(minutes(6));

    assertThat(town.newest(Town.GRID, Window.MINUTE, minutes(3)).summary().open()).isEqualTo(1);
    town.live(alert.acknowledge(seconds(370)));
    town.restart(seconds(371));
    town.live(alert.close(CloseReason.HANDLED, seconds(400)));
    town.advance(minutes(60));

    assertThat(town.newest(CITY, Window.HOUR, NOON).summary())
        .isEqualTo(new ResponseSummary(1, 1, 0, 0, 0, 0, 360, 360, Double.NaN, 390));
  }

  @Test
  void nothingIsKeptWhenTheDayAndTheAlertsAreOver() throws Exception {
    TestingAlertLife alert = TestingAlertLife.of("a");
    town.live(alert.open(seconds(10)));
    town.live(alert.clear(seconds(20)));
    town.advance(seconds(30));
    assertThat(town.kept()).isPositive();

    town.leap(MIDNIGHT);
    assertThat(town.newest(CITY, Window.DAY, DAY).complete()).isTrue();
    town.leap(MIDNIGHT.plus(Duration.ofMinutes(10)));
    town.leap(minutes(26 * 60));

    assertThat(town.kept()).isZero();
  }

  @Test
  void inAReplayTheWatermarkEndsWindows() throws Exception {
    town.close();
    town = ResponseHarness.start(SilenceClock.EVENT_TIME, Instant.EPOCH);
    TestingAlertLife alert = TestingAlertLife.of("a");
    town.send(alert.open(seconds(10)));
    town.send(alert.clear(seconds(130)));
    town.reach(minutes(60));

    assertThat(town.newest(Town.GRID, Window.MINUTE, minutes(1)).summary().open()).isEqualTo(1);
    assertThat(town.newest(Town.GRID, Window.HOUR, NOON).summary().cleared()).isEqualTo(1);
    assertThat(town.newest(Town.GRID, Window.HOUR, NOON).complete()).isTrue();
    town.drain();
  }
}
