package city.xueliang.domain.desk;

import static city.xueliang.domain.desk.TestingDesk.FAR_GRID;
import static city.xueliang.domain.desk.TestingDesk.GRID;
import static city.xueliang.domain.desk.TestingDesk.NEXT_GRID;
import static city.xueliang.domain.desk.TestingDesk.NOON;
import static city.xueliang.domain.desk.TestingDesk.camera;
import static city.xueliang.domain.desk.TestingDesk.silence;
import static city.xueliang.domain.desk.TestingRules.rule;
import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.alert.Action.Kind;
import city.xueliang.domain.alert.Alert;
import city.xueliang.domain.alert.AlertState;
import city.xueliang.domain.alert.Held;
import city.xueliang.domain.alert.Subject;
import city.xueliang.domain.rule.CommandLevel;
import city.xueliang.domain.rule.Silence;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Silences, shelves, and what becomes of alerts in them. */
class HeldAlertsTest {
  private static final String GAS = "gas";

  @Test
  void anAlertInASilenceIsToldAsHeldAndHasNoDeadlines() {
    TestingDesk desk =
        TestingDesk.with(rule(GAS)).silence(silence("works", 0, 600)).raised(GAS, camera("a"));

    Alert alert = desk.at(500).last();
    assertThat(alert.revision()).isEqualTo(1);
    assertThat(alert.state()).isEqualTo(AlertState.OPEN);
    assertThat(alert.held()).isEqualTo(new Held(0, "", "works"));
    assertThat(alert.response().openedAt()).isZero();
    assertThat(alert.response().nextDeadlineAt()).isZero();
  }

  @Test
  void anAlertOpensWhenTheSilenceEnds() {
    TestingDesk desk =
        TestingDesk.with(rule(GAS))
            .silence(silence("works", 0, 600))
            .raised(GAS, camera("a"))
            .at(600);

    assertThat(desk.last().held().isHeld()).isFalse();
    assertThat(desk.last().response().openedAt()).isEqualTo(NOON + 600_000);
    assertThat(desk.last().response().nextDeadlineAt()).isEqualTo(NOON + 660_000);
  }

  @Test
  void whatGoesAwayInASilenceIsNeverSounded() {
    TestingDesk desk =
        TestingDesk.with(rule(GAS))
            .silence(silence("works", 0, 600))
            .raised(GAS, camera("a"))
            .at(300)
            .cleared(GAS, camera("a"))
            .at(700);

    assertThat(desk.published()).hasSize(2);
    assertThat(desk.last().state()).isEqualTo(AlertState.CLEARED);
    assertThat(desk.last().response().openedAt()).isZero();
    assertThat(desk.last().held().silencedBy()).isEqualTo("works");
  }

  @Test
  void aSilenceThatStartsHoldsBackWhatIsOpen() {
    TestingDesk desk =
        TestingDesk.with(rule(GAS))
            .silence(silence("works", 30, 600))
            .raised(GAS, camera("a"))
            .at(30);

    assertThat(desk.last().held().silencedBy()).isEqualTo("works");
    assertThat(desk.last().response().openedAt()).isEqualTo(NOON);
    assertThat(desk.last().response().nextDeadlineAt()).isZero();
    assertThat(desk.at(599).last().response().escalations()).isZero();
  }

  @Test
  void oneSilenceAfterAnotherDoesNotLetGo() {
    TestingDesk desk =
        TestingDesk.with(rule(GAS))
            .silence(silence("first", 0, 100))
            .silence(silence("second", 50, 200))
            .raised(GAS, camera("a"))
            .at(150);

    assertThat(desk.last().held().silencedBy()).isEqualTo("second");
    assertThat(desk.last().response().openedAt()).isZero();
  }

  @Test
  void aSilenceThatIsTakenBackLetsGo() {
    TestingDesk desk =
        TestingDesk.with(rule(GAS)).silence(silence("works", 0, 600)).raised(GAS, camera("a"));

    desk.at(10).noSilences().rulesChanged();

    assertThat(desk.last().held().isHeld()).isFalse();
    assertThat(desk.last().response().openedAt()).isEqualTo(NOON + 10_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"630100", "630105", "630105001", "630105001001", GRID, "belt"})
  void aSilenceCoversTheGridsOfItsPlace(String place) {
    TestingDesk desk =
        TestingDesk.with(rule(GAS))
            .zone("belt", GRID)
            .silence(silence("works", 0, 600, place))
            .raised(GAS, camera("a"));

    assertThat(desk.last().held().isHeld()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"630104", NEXT_GRID, "corridor"})
  void aSilenceElsewhereHoldsBackNothing(String place) {
    TestingDesk desk =
        TestingDesk.with(rule(GAS))
            .zone("belt", GRID)
            .silence(silence("works", 0, 600, place))
            .raised(GAS, camera("a"));

    assertThat(desk.last().held().isHeld()).isFalse();
  }

  @Test
  void aSilenceOfAnotherRuleHoldsBackNothing() {
    TestingDesk desk =
        TestingDesk.with(rule(GAS))
            .silence(
                new Silence(
                    "works",
                    Silence.Kind.MAINTENANCE,
                    Set.of(),
                    Set.of("flame"),
                    NOON,
                    NOON + 1,
                    "s"))
            .raised(GAS, camera("a"));

    assertThat(desk.last().held().isHeld()).isFalse();
  }

  @Test
  void aShelvedAlertComesBackWhenItsTimeIsOver() {
    TestingDesk desk = TestingDesk.with(rule(GAS)).raised(GAS, camera("a")).at(61);
    assertThat(desk.shelve(desk.last().id(), 3_600)).isEmpty();
    assertThat(desk.at(3_599).last().held().shelvedUntil()).isEqualTo(NOON + 3_600_000);
    assertThat(desk.last().response().nextDeadlineAt()).isZero();

    desk.restored().at(3_600);

    assertThat(desk.last().held()).isEqualTo(Held.NOT);
    assertThat(desk.last().response().openedAt()).isEqualTo(NOON + 3_600_000);
    assertThat(desk.last().response().nextDeadlineAt()).isEqualTo(NOON + 3_660_000);
    assertThat(desk.last().response().commandLevel()).isEqualTo(CommandLevel.STREET);
  }

  @Test
  void aShelvedAlertIsTakenDownByASeat() {
    TestingDesk desk = TestingDesk.with(rule(GAS)).raised(GAS, camera("a"));
    desk.shelve(desk.last().id(), 3_600);
    desk.at(20);

    assertThat(desk.act(Kind.UNSHELVE)).isEmpty();

    assertThat(desk.last().held()).isEqualTo(Held.NOT);
    assertThat(desk.last().response().openedAt()).isEqualTo(NOON + 20_000);
  }

  @Test
  void aRelapseOnTheShelfStaysThere() {
    TestingDesk desk = TestingDesk.with(rule(GAS)).raised(GAS, camera("a"));
    desk.shelve(desk.last().id(), 600);
    desk.at(100).cleared(GAS, camera("a")).at(200).raised(GAS, camera("a"));

    assertThat(desk.last().state()).isEqualTo(AlertState.OPEN);
    assertThat(desk.last().held().shelvedUntil()).isEqualTo(NOON + 600_000);
    assertThat(desk.at(600).last().response().openedAt()).isEqualTo(NOON + 600_000);
  }

  @Test
  void aDeadlineThatPassedUnnoticedInASilenceIsNotMissed() {
    TestingDesk desk =
        TestingDesk.with(rule(GAS))
            .silence(silence("works", 30, 600))
            .raised(GAS, camera("a"))
            .wakesUpAt(100);

    assertThat(desk.last().held().isHeld()).isTrue();
    assertThat(desk.last().response().escalations()).isZero();
  }

  @Test
  void anAlertThatIsHeldTwiceOpensAfterTheLastHold() {
    TestingDesk desk =
        TestingDesk.with(rule(GAS)).silence(silence("works", 0, 100)).raised(GAS, camera("a"));
    desk.shelve(desk.last().id(), 200);

    assertThat(desk.at(150).last().response().openedAt()).isZero();
    assertThat(desk.at(200).last().response().openedAt()).isEqualTo(NOON + 200_000);
  }

  @Test
  void anAcknowledgedAlertStaysSoAfterAShelf() {
    TestingDesk desk = TestingDesk.with(rule(GAS)).raised(GAS, camera("a"));
    desk.act(Kind.ACKNOWLEDGE);
    desk.shelve(desk.last().id(), 100);

    desk.at(100);

    assertThat(desk.last().state()).isEqualTo(AlertState.ACKNOWLEDGED);
    assertThat(desk.last().response().nextDeadlineAt()).isEqualTo(NOON + 280_000);
  }

  @ParameterizedTest
  @CsvSource({"gas, GRID, true", "gas, FAR, false", "smoke, GRID, false"})
  void aPreviewAsksForRuleAndPlace(String rule, String place, boolean holds) {
    TestingDesk desk = TestingDesk.with(rule(GAS)).raised(GAS, camera("a"));
    Silence draft =
        new Silence(
            "draft",
            Silence.Kind.SILENCE,
            Set.of(place.equals("FAR") ? FAR_GRID : GRID),
            Set.of(rule.equals("gas") ? GAS : rule),
            NOON * 2,
            NOON * 3,
            "630105-dispatch-01");

    assertThat(
            Silences.isAbout(
                draft, desk.last().ruleId(), desk.last().scope(), desk.around().zonesOf()))
        .isEqualTo(holds);
  }

  @Test
  void aZonesAlertIsCoveredByItsDistrict() {
    TestingDesk desk =
        TestingDesk.with(rule(GAS))
            .silence(silence("works", 0, 600, "630105"))
            .raised(GAS, Subject.ofPlace("belt", "630105"));

    assertThat(desk.last().held().isHeld()).isTrue();
  }
}
