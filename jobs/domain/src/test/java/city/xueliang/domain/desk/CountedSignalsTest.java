package city.xueliang.domain.desk;

import static city.xueliang.domain.desk.TestingDesk.FAR_GRID;
import static city.xueliang.domain.desk.TestingDesk.GRID;
import static city.xueliang.domain.desk.TestingDesk.NEXT_GRID;
import static city.xueliang.domain.desk.TestingDesk.NOON;
import static city.xueliang.domain.desk.TestingDesk.camera;
import static city.xueliang.domain.desk.TestingDesk.signal;
import static city.xueliang.domain.desk.TestingDesk.signalAt;
import static city.xueliang.domain.desk.TestingRules.rule;
import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.alert.Alert;
import city.xueliang.domain.alert.AlertState;
import city.xueliang.domain.alert.Evidence;
import city.xueliang.domain.alert.Signal;
import city.xueliang.domain.alert.Signal.Kind;
import city.xueliang.domain.alert.Subject;
import city.xueliang.domain.place.Level;
import city.xueliang.domain.rule.Extent;
import org.junit.jupiter.api.Test;

/** Which signals are one alert, and how often it was seen. */
class CountedSignalsTest {
  private static final String GAS = "gas";

  @Test
  void aSignalOpensAnAlert() {
    TestingDesk desk = TestingDesk.with(rule(GAS)).raised(GAS, camera("a"));

    Alert alert = desk.last();
    assertThat(alert.revision()).isEqualTo(1);
    assertThat(alert.state()).isEqualTo(AlertState.OPEN);
    assertThat(alert.scope().deviceId()).isEqualTo("a");
    assertThat(alert.scope().place()).isEqualTo(GRID);
    assertThat(alert.devices()).containsExactly("a");
    assertThat(alert.occurrences()).isEqualTo(1);
    assertThat(alert.response().openedAt()).isEqualTo(NOON);
    assertThat(alert.changedAt()).isEqualTo(NOON);
    assertThat(alert.why().evidence()).extracting(Evidence::value).containsExactly(30.0);
  }

  @Test
  void theIdIsTheHashOfRuleScopeAndFirstOccurrence() {
    TestingDesk desk = TestingDesk.with(rule(GAS)).raised(GAS, camera("a"));

    assertThat(desk.last().id()).isEqualTo(AlertIds.of("gas@a", NOON)).hasSize(32);
  }

  @Test
  void twoSignalsOfADeviceAMillisecondApartAreOneAlert() {
    TestingDesk desk =
        TestingDesk.with(rule(GAS))
            .take(signalAt(Kind.RAISED, GAS, camera("a"), NOON))
            .take(signalAt(Kind.RAISED, GAS, camera("a"), NOON + 1))
            .at(10);

    assertThat(desk.alertOf(GAS).occurrences()).isEqualTo(2);
  }

  @Test
  void theSameSignalTwiceIsCountedOnce() {
    Signal signal = signal(Kind.RAISED, GAS, camera("a"), 0);
    TestingDesk desk = TestingDesk.with(rule(GAS)).take(signal).take(signal).at(10);

    assertThat(desk.published()).hasSize(1);
  }

  @Test
  void anEndOfSomethingThatWasNotRaisedIsNothing() {
    TestingDesk desk = TestingDesk.with(rule(GAS)).cleared(GAS, camera("a")).at(10);

    assertThat(desk.published()).isEmpty();
    assertThat(desk.desk().isEmpty()).isTrue();
  }

  @Test
  void anOlderSignalOfASubjectChangesNothing() {
    TestingDesk desk =
        TestingDesk.with(rule(GAS))
            .take(signal(Kind.RAISED, GAS, camera("a"), 10))
            .take(signal(Kind.CLEARED, GAS, camera("a"), 9))
            .take(signal(Kind.REPEATED, GAS, camera("a"), 8));

    assertThat(desk.at(20).published()).hasSize(1);
  }

  @Test
  void anOlderSignalDoesNotBringBackWhatIsGone() {
    TestingDesk desk =
        TestingDesk.with(rule(GAS))
            .take(signal(Kind.RAISED, GAS, camera("a"), 1))
            .take(signal(Kind.CLEARED, GAS, camera("a"), 3))
            .take(signal(Kind.RAISED, GAS, camera("a"), 2));

    assertThat(desk.at(20).last().state()).isEqualTo(AlertState.CLEARED);
  }

  @Test
  void theDevicesOfAPlaceAreOneAlert() {
    TestingDesk desk =
        TestingDesk.with(rule(GAS).groupBy(Extent.STREET))
            .raised(GAS, camera("b"))
            .raised(GAS, camera("a", NEXT_GRID, ""))
            .raised(GAS, camera("c", FAR_GRID, ""))
            .at(10);

    assertThat(desk.open()).hasSize(2);
    Alert first = desk.open().get(0);
    assertThat(first.scope().place()).isEqualTo("630105001");
    assertThat(first.scope().level()).isEqualTo(Level.STREET);
    assertThat(first.devices()).containsExactly("a", "b");
    assertThat(first.occurrences()).isEqualTo(2);
  }

  @Test
  void anAlertOfSeveralDevicesEndsWithTheLast() {
    TestingDesk desk =
        TestingDesk.with(rule(GAS).groupBy(Extent.GRID))
            .raised(GAS, camera("a"))
            .raised(GAS, camera("b"))
            .at(5)
            .cleared(GAS, camera("a"))
            .at(10);
    assertThat(desk.last().state()).isEqualTo(AlertState.OPEN);
    assertThat(desk.last().devices()).containsExactly("b");

    desk.cleared(GAS, camera("b"));

    assertThat(desk.last().state()).isEqualTo(AlertState.CLEARED);
    assertThat(desk.last().clearedAt()).isEqualTo(NOON + 10_000);
    assertThat(desk.last().devices()).isEmpty();
  }

  @Test
  void devicesAreGroupedByTheirZone() {
    TestingDesk desk =
        TestingDesk.with(rule(GAS).groupBy(Extent.ZONE))
            .zone("belt", GRID, FAR_GRID)
            .raised(GAS, camera("a"))
            .raised(GAS, camera("b", FAR_GRID, ""))
            .at(10);

    assertThat(desk.last().scope().place()).isEqualTo("belt");
    assertThat(desk.last().scope().level()).isEqualTo(Level.ZONE);
    assertThat(desk.last().devices()).containsExactly("a", "b");
  }

  @Test
  void aDeviceInNoZoneIsGroupedByItsGrid() {
    TestingDesk desk = TestingDesk.with(rule(GAS).groupBy(Extent.ZONE)).raised(GAS, camera("a"));

    assertThat(desk.last().scope().place()).isEqualTo(GRID);
  }

  @Test
  void aJudgedPlaceIsRaisedToTheExtentOfTheRule() {
    TestingDesk desk =
        TestingDesk.with(rule(GAS).groupBy(Extent.DISTRICT))
            .raised(GAS, Subject.ofPlace("630105001", "630105"));

    assertThat(desk.last().scope().place()).isEqualTo("630105");
    assertThat(desk.last().devices()).isEmpty();
  }

  @Test
  void aJudgedZoneStaysItself() {
    TestingDesk desk =
        TestingDesk.with(rule(GAS).groupBy(Extent.STREET))
            .raised(GAS, Subject.ofPlace("belt", "630105"));

    assertThat(desk.last().scope().place()).isEqualTo("belt");
  }

  @Test
  void aPlaceAboveTheExtentStaysItself() {
    TestingDesk desk =
        TestingDesk.with(rule(GAS).groupBy(Extent.GRID))
            .raised(GAS, Subject.ofPlace("630105001", "630105"));

    assertThat(desk.last().scope().place()).isEqualTo("630105001");
  }

  @Test
  void anAlertOverTheCityIsTheCitys() {
    TestingDesk desk = TestingDesk.with(rule(GAS).groupBy(Extent.CITY)).raised(GAS, camera("a"));

    assertThat(desk.last().scope().place()).isEqualTo("630100");
    assertThat(desk.last().scope().district()).isEqualTo("630100");
  }

  @Test
  void whatIsSeenAgainAndAgainIsToldOnceASecond() {
    TestingDesk desk = TestingDesk.with(rule(GAS)).raised(GAS, camera("a"));
    for (int i = 1; i <= 50; i++) {
      desk.take(signalAt(Kind.REPEATED, GAS, camera("a"), NOON + i));
    }
    desk.at(10);

    assertThat(desk.published()).hasSize(2);
    assertThat(desk.last().occurrences()).isEqualTo(51);
    assertThat(desk.last().lastOccurredAt()).isEqualTo(NOON + 50);
    assertThat(desk.last().changedAt()).isEqualTo(NOON + 1_000);
  }

  @Test
  void afterAQuietSecondARepetitionIsToldAtOnce() {
    TestingDesk desk =
        TestingDesk.with(rule(GAS)).raised(GAS, camera("a")).at(5).repeated(GAS, camera("a"));

    assertThat(desk.last().occurrences()).isEqualTo(2);
    assertThat(desk.last().changedAt()).isEqualTo(NOON + 5_000);
  }

  @Test
  void anEndIsNotHeldUpByCounting() {
    TestingDesk desk =
        TestingDesk.with(rule(GAS))
            .raised(GAS, camera("a"))
            .take(signalAt(Kind.REPEATED, GAS, camera("a"), NOON + 1))
            .take(signalAt(Kind.CLEARED, GAS, camera("a"), NOON + 2));

    assertThat(desk.last().state()).isEqualTo(AlertState.CLEARED);
    assertThat(desk.last().occurrences()).isEqualTo(2);
    assertThat(desk.at(100).published()).hasSize(2);
  }

  @Test
  void aRepetitionOfSomethingUnknownRaisesIt() {
    TestingDesk desk = TestingDesk.with(rule(GAS)).repeated(GAS, camera("a"));

    assertThat(desk.last().state()).isEqualTo(AlertState.OPEN);
  }

  @Test
  void whatWasRaisedForADeviceOutOfServiceIsOver() {
    TestingDesk desk =
        TestingDesk.with(rule(GAS))
            .enrolled(camera("a"))
            .raised(GAS, camera("a"))
            .at(5)
            .dismissed(camera("a"));

    assertThat(desk.last().state()).isEqualTo(AlertState.CLEARED);
  }

  @Test
  void aDeskForgetsWhatEnded() {
    TestingDesk desk =
        TestingDesk.with(rule(GAS))
            .raised(GAS, camera("a"))
            .at(5)
            .cleared(GAS, camera("a"))
            .at(604);
    assertThat(desk.desk().isEmpty()).isFalse();

    desk.at(605);

    assertThat(desk.desk().isEmpty()).isTrue();
    assertThat(desk.desk().nextTime()).isEqualTo(Long.MAX_VALUE);
  }
}
