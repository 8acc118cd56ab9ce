package city.xueliang.placewatch.response;

import static city.xueliang.testing.Moments.NOON;
import static city.xueliang.testing.Moments.minutes;
import static city.xueliang.testing.Moments.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.place.Level;
import city.xueliang.domain.response.AlarmHealth;
import city.xueliang.domain.response.AlarmSummary;
import city.xueliang.domain.response.WorstSource;
import city.xueliang.domain.rule.Colour;
import city.xueliang.domain.rule.CommandLevel;
import city.xueliang.domain.tally.Window;
import city.xueliang.placewatch.harness.ResponseHarness;
import city.xueliang.placewatch.watch.SilenceClock;
import city.xueliang.testing.TestingAlertLife;
import city.xueliang.testing.Town;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many alarms each seat is told, by the clock of the machine. */
class SeatLoadOperatorTest {
  private static final String CITY = "630100";
  private static final String STREET = "630105001";
  private static final String COMMUNITY = "630105001001";
  private static final Instant DAY = NOON.minus(Duration.ofHours(12));
  private static final Instant NEXT_DAY = DAY.plus(Duration.ofDays(1));

  private ResponseHarness town;

  @BeforeEach
  void start() throws Exception {
    town = ResponseHarness.start(SilenceClock.PROCESSING_TIME, NOON);
  }

  @AfterEach
  void close() throws Exception {
    town.close();
  }

  @Test
  void onlyTheSeatOfItsLevelIsToldOfAnAlert() throws Exception {
    town.live(TestingAlertLife.of("a").open(seconds(10)));
    town.advance(seconds(11));

    AlarmHealth row = town.seat(COMMUNITY, Window.HOUR, NOON);
    assertThat(row.level()).isEqualTo(Level.COMMUNITY);
    assertThat(row.district()).isEqualTo(Town.DISTRICT);
    assertThat(row.summary().alarms()).isEqualTo(1);
    assertThat(row.summary().open()).isEqualTo(1);
    assertThat(town.seatRows(STREET, Window.HOUR)).isEmpty();
  }

  @Test
  void anEscalationIsAnAlarmOfTheNextSeatAndStaysWithTheFirst() throws Exception {
    TestingAlertLife alert = TestingAlertLife.of("a");
    town.live(alert.open(seconds(10)));
    town.live(alert.escalate(seconds(70)));
    town.advance(seconds(71));

    assertThat(town.seat(STREET, Window.DAY, DAY).summary().alarms()).isEqualTo(1);
    assertThat(town.seat(STREET, Window.DAY, DAY).summary().open()).isEqualTo(1);
    assertThat(town.seat(COMMUNITY, Window.DAY, DAY).summary().alarms()).isEqualTo(1);
    assertThat(town.seat(COMMUNITY, Window.DAY, DAY).summary().open()).isEqualTo(1);
    town.live(alert.clear(seconds(80)));
    town.advance(seconds(81));
    assertThat(town.seat(STREET, Window.DAY, DAY).summary().open()).isZero();
    assertThat(town.seat(COMMUNITY, Window.DAY, DAY).summary().open()).isZero();
  }

  @Test
  void anAlertOfAZoneIsToldToTheCity() throws Exception {
    town.live(TestingAlertLife.of("a").in("belt").open(seconds(10)));
    town.advance(seconds(11));

    assertThat(town.seat(CITY, Window.HOUR, NOON).summary().alarms()).isEqualTo(1);
  }

  @Test
  void anAlertOfADistrictIsToldToTheDistrictUntilTheCityIs() throws Exception {
    TestingAlertLife alert = TestingAlertLife.of("a").in(Town.DISTRICT);
    town.live(alert.open(seconds(10)));
    town.live(alert.escalate(seconds(20)));
    town.live(alert.escalate(seconds(30)));
    town.live(alert.escalate(seconds(40)));
    town.advance(seconds(41));

    assertThat(town.seat(Town.DISTRICT, Window.HOUR, NOON).summary().alarms()).isEqualTo(1);
    assertThat(town.seat(CITY, Window.HOUR, NOON).summary().alarms()).isEqualTo(1);
  }

  @Test
  void aRelapseIsAnAlarmAgain() throws Exception {
    TestingAlertLife alert = TestingAlertLife.of("a");
    town.live(alert.open(seconds(10)));
    town.live(alert.clear(seconds(20)));
    town.live(alert.open(seconds(30)));
    town.live(alert.repeat(seconds(40)));
    town.advance(seconds(41));

    AlarmSummary hour = town.seat(COMMUNITY, Window.HOUR, NOON).summary();
    assertThat(hour.alarms()).isEqualTo(2);
    assertThat(hour.reAlarms()).isEqualTo(1);
    assertThat(hour.red()).isEqualTo(2);
    assertThat(hour.open()).isEqualTo(1);
  }

  @Test
  void aFloodLastsAsLongAsTenMinutesHaveTenAlarms() throws Exception {
    for (int serial = 0; serial < 12; serial++) {
      TestingAlertLife alert = TestingAlertLife.of("a" + serial).colour(Colour.BLUE);
      town.live(alert.open(seconds(30L * serial)));
      town.live(alert.clear(seconds(30L * serial + 1)));
    }
    town.advance(minutes(60));

    AlarmHealth hour = town.seat(COMMUNITY, Window.HOUR, NOON);
    assertThat(hour.complete()).isTrue();
    assertThat(hour.summary().alarms()).isEqualTo(12);
    assertThat(hour.summary().blue()).isEqualTo(12);
    assertThat(hour.summary().ratePer10Minutes()).isEqualTo(2);
    assertThat(hour.summary().peakIn10Minutes()).isEqualTo(12);
    // Minutes 4 to 10: two alarms in each of the first six, of which the span still has five.
    assertThat(hour.summary().floodMinutes()).isEqualTo(7);
    assertThat(hour.summary().floodPercent()).isEqualTo(7 * 100 / 60.0);
  }

  @Test
  void whileAFloodRingsItsMinutesAreTold() throws Exception {
    for (int serial = 0; serial < 10; serial++) {
      town.live(TestingAlertLife.of("a" + serial).open(seconds(serial)));
    }
    town.advance(minutes(5));

    AlarmHealth hour = town.seat(COMMUNITY, Window.HOUR, NOON);
    assertThat(hour.complete()).isFalse();
    assertThat(hour.summary().floodMinutes()).isEqualTo(5);
    assertThat(hour.summary().floodPercent()).isEqualTo(100);
    assertThat(hour.summary().ratePer10Minutes()).isEqualTo(20);
  }

  @Test
  void anAlertIsStaleAfterADayWithoutAnybodyOnSite() throws Exception {
    TestingAlertLife forgotten = TestingAlertLife.of("a");
    TestingAlertLife worked = TestingAlertLife.of("b");
    town.live(forgotten.open(seconds(10)));
    town.live(worked.open(seconds(10)));
    town.live(worked.arrive(seconds(20)));

    town.leap(minutes(24 * 60));
    assertThat(town.seat(COMMUNITY, Window.DAY, NEXT_DAY).summary().stale()).isZero();
    town.leap(minutes(24 * 60 + 2));
    assertThat(town.seat(COMMUNITY, Window.DAY, NEXT_DAY).summary().stale()).isEqualTo(1);
    assertThat(town.seat(COMMUNITY, Window.DAY, NEXT_DAY).summary().open()).isEqualTo(2);

    town.send(forgotten.arrive(minutes(24 * 60 + 3)));
    town.leap(minutes(24 * 60 + 4));
    assertThat(town.seat(COMMUNITY, Window.DAY, NEXT_DAY).summary().stale()).isZero();
  }

  @Test
  void theTenWorstSourcesOfTheDayAreRanked() throws Exception {
    for (int source = 1; source <= 12; source++) {
      TestingAlertLife alert =
          TestingAlertLife.of("a" + source).rule("rule-" + source).about(Town.camera(source));
      for (int time = 0; time < source; time++) {
        town.live(alert.open(seconds(source * 100L + 2L * time)));
        town.live(alert.clear(seconds(source * 100L + 2L * time + 1)));
      }
    }
    town.advance(minutes(30));

    assertThat(town.worst(COMMUNITY, 1))
        .isEqualTo(
            new WorstSource(
                COMMUNITY,
                Level.COMMUNITY,
                Town.DISTRICT,
                Window.DAY,
                DAY.toEpochMilli(),
                false,
                1,
                "rule-12",
                Town.GRID,
                12,
                1_200 / 78.0));
    assertThat(town.worst(COMMUNITY, 10).ruleId()).isEqualTo("rule-3");
    assertThat(town.worst(COMMUNITY, 11)).isNull();
    assertThat(town.seat(COMMUNITY, Window.DAY, DAY).summary().worstTenPercent())
        .isEqualTo(75 * 100 / 78.0);
    town.leap(NEXT_DAY);
    assertThat(town.worst(COMMUNITY, 1).complete()).isTrue();
  }

  @Test
  void aFailureInTheMiddleOfAFloodLosesNothing() throws Exception {
    for (int serial = 0; serial < 12; serial++) {
      town.live(TestingAlertLife.of("a" + serial).open(seconds(10L * serial)));
      if (serial == 6) {
        town.restart(seconds(65));
      }
    }
    town.advance(minutes(60));

    AlarmSummary hour = town.seat(COMMUNITY, Window.HOUR, NOON).summary();
    assertThat(hour.alarms()).isEqualTo(12);
    assertThat(hour.peakIn10Minutes()).isEqualTo(12);
    assertThat(hour.open()).isEqualTo(12);
  }

  @Test
  void anOpenAlertShowsInEveryHour() throws Exception {
    town.live(TestingAlertLife.of("a").workedBy(CommandLevel.CITY).open(seconds(10)));
    town.advance(minutes(61));
    town.leap(minutes(185));

    for (int hour = 0; hour <= 3; hour++) {
      assertThat(town.seat(CITY, Window.HOUR, minutes(60L * hour)).summary().open()).isEqualTo(1);
      assertThat(town.seat(CITY, Window.HOUR, minutes(60L * hour)).complete()).isEqualTo(hour < 3);
    }
  }
}
