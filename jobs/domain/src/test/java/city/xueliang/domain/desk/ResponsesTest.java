package city.xueliang.domain.desk;

import static city.xueliang.domain.desk.TestingDesk.GRID;
import static city.xueliang.domain.desk.TestingDesk.NOON;
import static city.xueliang.domain.desk.TestingDesk.camera;
import static city.xueliang.domain.desk.TestingDesk.policy;
import static city.xueliang.domain.desk.TestingRules.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import city.xueliang.domain.alert.Action;
import city.xueliang.domain.alert.Alert;
import city.xueliang.domain.alert.Signal;
import city.xueliang.domain.rule.Colour;
import city.xueliang.domain.rule.CommandLevel;
import city.xueliang.domain.rule.Extent;
import org.junit.jupiter.api.Test;

/** Deadlines of 1, 3 and 5 minutes, and who is told when one is missed. */
class ResponsesTest {
  private static final String GAS = "gas";

  @Test
  void anUnacknowledgedRedAlertClimbsThroughAllFourLevels() {
    TestingDesk desk = TestingDesk.with(rule(GAS)).raised(GAS, camera("a")).at(3_600);

    assertThat(desk.published())
        .extracting(
            alert -> alert.response().commandLevel(),
            alert -> (alert.changedAt() - NOON) / 60_000,
            alert -> alert.response().escalations())
        .containsExactly(
            tuple(CommandLevel.COMMUNITY, 0L, 0),
            tuple(CommandLevel.STREET, 1L, 1),
            tuple(CommandLevel.DISTRICT, 3L, 2),
            tuple(CommandLevel.CITY, 5L, 3));
    assertThat(desk.last().response().nextDeadlineAt()).isZero();
  }

  @Test
  void anAlertThatIsAcknowledgedInTimeDoesNotClimbAtOneMinute() {
    TestingDesk desk = TestingDesk.with(rule(GAS)).raised(GAS, camera("a")).at(59);
    desk.act(Action.Kind.ACKNOWLEDGE);

    desk.at(179);

    assertThat(desk.last().response().commandLevel()).isEqualTo(CommandLevel.COMMUNITY);
    assertThat(desk.last().response().nextDeadlineAt()).isEqualTo(NOON + 180_000);
    assertThat(desk.at(180).last().response().commandLevel()).isEqualTo(CommandLevel.STREET);
  }

  @Test
  void anAlertWithSomebodyOnSiteDoesNotClimbAtAll() {
    TestingDesk desk = TestingDesk.with(rule(GAS)).raised(GAS, camera("a")).at(30);
    desk.act(Action.Kind.ON_SITE);

    Alert alert = desk.at(3_600).last();

    assertThat(alert.response().escalations()).isZero();
    assertThat(alert.response().nextDeadlineAt()).isZero();
    assertThat(alert.response().acknowledgedAt()).isEqualTo(NOON + 30_000);
  }

  @Test
  void anAlertThatEndedDoesNotClimb() {
    TestingDesk desk =
        TestingDesk.with(rule(GAS)).raised(GAS, camera("a")).at(30).cleared(GAS, camera("a"));

    assertThat(desk.at(500).published()).hasSize(2);
    assertThat(desk.last().response().nextDeadlineAt()).isZero();
  }

  @Test
  void afterAnOutageAllMissedDeadlinesAreOneRevision() {
    TestingDesk desk =
        TestingDesk.with(rule(GAS)).raised(GAS, camera("a")).restored().wakesUpAt(200);

    assertThat(desk.published()).hasSize(2);
    assertThat(desk.last().response().commandLevel()).isEqualTo(CommandLevel.DISTRICT);
    assertThat(desk.last().response().escalations()).isEqualTo(2);
    assertThat(desk.last().response().nextDeadlineAt()).isEqualTo(NOON + 300_000);
  }

  @Test
  void aDeadlineThatIsOverCountsBeforeWhatASeatDoesLater() {
    TestingDesk desk = TestingDesk.with(rule(GAS)).raised(GAS, camera("a"));
    Action late =
        new Action(
            "x",
            desk.last().id(),
            Action.Kind.ACKNOWLEDGE,
            TestingDesk.SEAT,
            0,
            null,
            0,
            NOON + 61_000);

    desk.desk().act(late, desk.around(), NOON + 61_000, desk.published()::add);

    assertThat(desk.last().response().escalations()).isEqualTo(1);
    assertThat(desk.last().revision()).isEqualTo(2);
  }

  @Test
  void aSeatTakesAnAlertUpAtOnce() {
    TestingDesk desk = TestingDesk.with(rule(GAS)).raised(GAS, camera("a")).at(10);

    assertThat(desk.act(Action.Kind.ESCALATE)).isEmpty();

    assertThat(desk.last().response().commandLevel()).isEqualTo(CommandLevel.STREET);
    assertThat(desk.last().response().escalations()).isZero();
    assertThat(desk.at(60).last().response().commandLevel()).isEqualTo(CommandLevel.DISTRICT);
  }

  @Test
  void withoutAPolicyThereAreNoDeadlines() {
    TestingDesk desk = TestingDesk.with(rule(GAS)).noPolicies().raised(GAS, camera("a")).at(3_600);

    assertThat(desk.published()).hasSize(1);
    assertThat(desk.last().response().commandLevel()).isEqualTo(CommandLevel.COMMUNITY);
  }

  @Test
  void aColourWithoutTermsHasNoDeadlines() {
    TestingDesk desk = TestingDesk.with(rule(GAS));
    Signal red = TestingDesk.signal(Signal.Kind.RAISED, GAS, camera("a"), 0);

    desk.take(
        new Signal(red.kind(), GAS, 1, Colour.BLUE, red.subject(), red.why(), red.occurredAt()));

    assertThat(desk.last().response().nextDeadlineAt()).isZero();
  }

  @Test
  void thePolicyOfTheNarrowestPlaceCounts() {
    TestingDesk desk =
        TestingDesk.with(rule(GAS))
            .policy(policy("of-the-city", 7, 8, 9, "630100"))
            .policy(policy("of-the-street", 2, 4, 6, "630105001"))
            .raised(GAS, camera("a"));

    assertThat(desk.last().response().nextDeadlineAt()).isEqualTo(NOON + 120_000);
  }

  @Test
  void thePolicyOfAZoneComesBeforeTheTree() {
    TestingDesk desk =
        TestingDesk.with(rule(GAS))
            .zone("school-belt", GRID)
            .policy(policy("of-schools", 4, 5, 6, "school-belt"))
            .policy(policy("of-the-grid", 2, 4, 6, GRID))
            .raised(GAS, camera("a"));

    assertThat(desk.last().response().nextDeadlineAt()).isEqualTo(NOON + 240_000);
  }

  @Test
  void aCitysAlertHasThePolicyOfTheCity() {
    TestingDesk desk =
        TestingDesk.with(rule(GAS).groupBy(Extent.CITY))
            .policy(policy("of-the-city", 7, 8, 9, "630100"))
            .policy(policy("of-the-district", 2, 4, 6, "630105"))
            .raised(GAS, camera("a"));

    assertThat(desk.last().response().nextDeadlineAt()).isEqualTo(NOON + 420_000);
  }

  @Test
  void anotherPolicyMovesTheNextDeadline() {
    TestingDesk desk = TestingDesk.with(rule(GAS)).raised(GAS, camera("a")).at(30);

    desk.policy(policy("of-the-street", 2, 4, 6, "630105001")).rulesChanged();

    assertThat(desk.last().response().nextDeadlineAt()).isEqualTo(NOON + 120_000);
    assertThat(desk.last().revision()).isEqualTo(2);
  }
}
