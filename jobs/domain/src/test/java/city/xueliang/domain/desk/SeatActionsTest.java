package city.xueliang.domain.desk;

import static city.xueliang.domain.desk.TestingDesk.GRID;
import static city.xueliang.domain.desk.TestingDesk.NOON;
import static city.xueliang.domain.desk.TestingDesk.SEAT;
import static city.xueliang.domain.desk.TestingDesk.camera;
import static city.xueliang.domain.desk.TestingDesk.silence;
import static city.xueliang.domain.desk.TestingRules.rule;
import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.alert.Action;
import city.xueliang.domain.alert.Action.Kind;
import city.xueliang.domain.alert.Action.Refusal;
import city.xueliang.domain.alert.Alert;
import city.xueliang.domain.alert.AlertState;
import city.xueliang.domain.alert.CloseReason;
import city.xueliang.domain.alert.Subject;
import city.xueliang.domain.rule.Extent;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What seats may do, and how they are answered when they may not. */
class SeatActionsTest {
  private static final String GAS = "gas";
  private TestingDesk desk;

  @BeforeEach
  void anOpenAlert() {
    desk = TestingDesk.with(rule(GAS)).raised(GAS, camera("a")).at(10);
  }

  @Test
  void anAlertIsAcknowledgedReachedAndClosed() {
    assertThat(desk.act(Kind.ACKNOWLEDGE)).isEmpty();
    assertThat(desk.at(20).act(Kind.ON_SITE)).isEmpty();
    assertThat(desk.at(30).act(Kind.CLOSE)).isEmpty();

    assertThat(desk.published())
        .extracting(Alert::state)
        .containsExactly(
            AlertState.OPEN, AlertState.ACKNOWLEDGED, AlertState.ON_SITE, AlertState.CLOSED);
    assertThat(desk.last().response().acknowledgedAt()).isEqualTo(NOON + 10_000);
    assertThat(desk.last().response().onSiteAt()).isEqualTo(NOON + 20_000);
    assertThat(desk.last().response().closedAt()).isEqualTo(NOON + 30_000);
    assertThat(desk.last().response().closeReason()).isEqualTo(CloseReason.HANDLED);
    assertThat(desk.last().response().seat()).isEqualTo(SEAT);
  }

  @Test
  void anAlertThatClearedCanBeClosed() {
    desk.cleared(GAS, camera("a"));

    assertThat(desk.act(Kind.CLOSE)).isEmpty();
    assertThat(desk.last().state()).isEqualTo(AlertState.CLOSED);
  }

  @Test
  void anUnknownAlertIsRefused() {
    assertRefused(desk.act(Kind.ACKNOWLEDGE, "no-such"), Refusal.UNKNOWN_ALERT, "No alert");
  }

  @Test
  void aSeatOfAnotherDistrictIsRefused() {
    assertRefused(
        desk.act(by("630104-dispatch-01", 0)), Refusal.OUTSIDE_JURISDICTION, "630104 only");
    assertThat(desk.at(20).published()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"630100-1", "630105-1", "630105001-1", "630105001001-1", GRID + "-1"})
  void aSeatOfAPlaceAroundTheAlertMayAct(String seat) {
    assertThat(desk.act(by(seat, 0))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "dispatch-02", "63-1", "640100-1", "630105001001002-1"})
  void noOtherSeatMayAct(String seat) {
    assertRefused(desk.act(by(seat, 0)), Refusal.OUTSIDE_JURISDICTION, "seat acts in");
  }

  @ParameterizedTest
  @CsvSource({
    "630105, 630100-1, true",
    "630105, 630105-1, true",
    "630105, 630105001-1, false",
    "630100, 630100-1, true",
    "630100, 630105-1, false"
  })
  void aZonesAlertTakesASeatOverAllOfIt(String district, String seat, boolean mayAct) {
    TestingDesk zones = TestingDesk.with(rule(GAS)).raised(GAS, Subject.ofPlace("belt", district));

    Optional<Refused> refused =
        zones.act(new Action("x", zones.last().id(), Kind.ACKNOWLEDGE, seat, 0, null, 0, NOON));

    assertThat(refused.isEmpty()).isEqualTo(mayAct);
  }

  @Test
  void aCitysAlertTakesTheCitysSeat() {
    TestingDesk city = TestingDesk.with(rule(GAS).groupBy(Extent.CITY)).raised(GAS, camera("a"));

    assertRefused(city.act(Kind.ACKNOWLEDGE), Refusal.OUTSIDE_JURISDICTION, "630100");
  }

  @Test
  void aSeatThatSawAnOlderStateIsRefused() {
    desk.act(Kind.ACKNOWLEDGE);

    assertRefused(desk.act(by(SEAT, 1)), Refusal.STALE_REVISION, "since revision 2");
    assertRefused(desk.act(by(SEAT, 2)), Refusal.NOT_ALLOWED, "ACKNOWLEDGED");
  }

  @Test
  void anotherOccurrenceDoesNotMakeARevisionStale() {
    desk.repeated(GAS, camera("a"));
    assertThat(desk.last().revision()).isEqualTo(2);

    assertThat(desk.act(by(SEAT, 1))).isEmpty();
  }

  @Test
  void theSameActionTwiceIsDoneOnceAndNotRefused() {
    Action action = by(SEAT, 1);

    assertThat(desk.act(action)).isEmpty();
    assertThat(desk.restored().act(action)).isEmpty();

    assertThat(desk.published()).hasSize(2);
  }

  @Test
  void aSeatCannotAcknowledgeTwice() {
    desk.act(Kind.ACKNOWLEDGE);

    assertRefused(desk.act(Kind.ACKNOWLEDGE), Refusal.NOT_ALLOWED, "needs one that is OPEN");
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void nothingMoreCanBeDoneWithAClosedAlert(Kind kind) {
    desk.act(Kind.CLOSE);

    Optional<Refused> refused =
        kind == Kind.SHELVE ? desk.shelve(desk.last().id(), 60) : desk.act(kind);

    assertRefused(refused, Refusal.NOT_ALLOWED, "The alert is CLOSED");
  }

  @ParameterizedTest
  @EnumSource(value = Kind.class, mode = EnumSource.Mode.EXCLUDE, names = "CLOSE")
  void aClearedAlertCanOnlyBeClosed(Kind kind) {
    desk.cleared(GAS, camera("a"));

    Optional<Refused> refused =
        kind == Kind.SHELVE ? desk.shelve(desk.last().id(), 60) : desk.act(kind);

    assertRefused(refused, Refusal.NOT_ALLOWED, "The alert is CLEARED");
  }

  @Test
  void nobodyArrivesTwice() {
    desk.act(Kind.ON_SITE);

    assertRefused(desk.act(Kind.ON_SITE), Refusal.NOT_ALLOWED, "OPEN or ACKNOWLEDGED");
    assertRefused(desk.act(Kind.ACKNOWLEDGE), Refusal.NOT_ALLOWED, "ON_SITE");
  }

  @Test
  void closingTakesAReason() {
    Action action = new Action("x", desk.last().id(), Kind.CLOSE, SEAT, 0, null, 0, NOON);

    assertRefused(desk.act(action), Refusal.NOT_ALLOWED, "needs a reason");
  }

  @Test
  void nothingIsAboveTheCity() {
    desk.act(Kind.ESCALATE);
    desk.act(Kind.ESCALATE);
    desk.act(Kind.ESCALATE);

    assertRefused(desk.act(Kind.ESCALATE), Refusal.NOT_ALLOWED, "below CITY");
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 10, 86_411})
  void aShelfIsForADayAtMost(long until) {
    assertRefused(desk.shelve(desk.last().id(), until), Refusal.NOT_ALLOWED, "within 24 h after");
  }

  @Test
  void onlyWhatIsShelvedCanBeTakenDown() {
    assertRefused(desk.act(Kind.UNSHELVE), Refusal.NOT_ALLOWED, "shelved");
  }

  @Test
  void aHeldAlertMayBeActedOn() {
    TestingDesk held =
        TestingDesk.with(rule(GAS)).silence(silence("s", 0, 100)).raised(GAS, camera("a"));

    assertThat(held.act(Kind.ACKNOWLEDGE)).isEmpty();
    assertThat(held.last().state()).isEqualTo(AlertState.ACKNOWLEDGED);
    assertThat(held.last().response().nextDeadlineAt()).isZero();
  }

  private Action by(String seat, int revision) {
    return new Action(
        "by-" + seat + revision, desk.last().id(), Kind.ACKNOWLEDGE, seat, revision, null, 0, NOON);
  }

  private static void assertRefused(Optional<Refused> refused, Refusal why, String detail) {
    assertThat(refused)
        .hasValueSatisfying(
            refusal -> {
              assertThat(refusal.refusal()).isEqualTo(why);
              assertThat(refusal.detail()).contains(detail);
            });
  }
}
