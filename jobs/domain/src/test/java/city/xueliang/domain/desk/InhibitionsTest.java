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
import city.xueliang.domain.alert.Subject;
import city.xueliang.domain.rule.Extent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Alerts that hold back those of other rules. */
class InhibitionsTest {
  private static final String FLAME = "flame";
  private static final String SMOKE = "smoke";

  private static TestingDesk flameInhibitsSmokeIn(Extent equal) {
    return TestingDesk.with(rule(FLAME).inhibits(SMOKE, equal), rule(SMOKE));
  }

  @Test
  void anAlertHoldsBackALaterOneAtTheSamePlace() {
    TestingDesk desk =
        flameInhibitsSmokeIn(Extent.GRID)
            .raised(FLAME, camera("a"))
            .at(5)
            .raised(SMOKE, camera("b"));

    Alert smoke = desk.alertOf(SMOKE);
    assertThat(smoke.revision()).isEqualTo(1);
    assertThat(smoke.held().inhibitedBy()).isEqualTo(desk.alertOf(FLAME).id());
    assertThat(smoke.response().openedAt()).isZero();
    assertThat(desk.at(10).alertOf(FLAME).inhibits()).containsExactly(smoke.id());
  }

  @Test
  void anAlertHoldsBackAnEarlierOne() {
    TestingDesk desk =
        flameInhibitsSmokeIn(Extent.GRID)
            .raised(SMOKE, camera("b"))
            .at(5)
            .raised(FLAME, camera("a"));

    assertThat(desk.alertOf(FLAME).inhibits()).containsExactly(desk.alertOf(SMOKE).id());
    assertThat(desk.alertOf(SMOKE).held().inhibitedBy()).isEqualTo(desk.alertOf(FLAME).id());
    assertThat(desk.alertOf(SMOKE).response().openedAt()).isEqualTo(NOON);
    assertThat(desk.alertOf(SMOKE).response().nextDeadlineAt()).isZero();
  }

  @Test
  void whatIsHeldBackOpensWhenTheOtherEnds() {
    TestingDesk desk =
        flameInhibitsSmokeIn(Extent.GRID)
            .raised(FLAME, camera("a"))
            .raised(SMOKE, camera("b"))
            .at(50)
            .cleared(FLAME, camera("a"));

    assertThat(desk.alertOf(SMOKE).held().isHeld()).isFalse();
    assertThat(desk.alertOf(SMOKE).response().openedAt()).isEqualTo(NOON + 50_000);
    assertThat(desk.alertOf(FLAME).inhibits())
        .as("what it held back stays on record")
        .containsExactly(desk.alertOf(SMOKE).id());
  }

  @Test
  void whatIsHeldBackOpensWhenASeatClosesTheOther() {
    TestingDesk desk =
        flameInhibitsSmokeIn(Extent.GRID).raised(FLAME, camera("a")).raised(SMOKE, camera("b"));

    desk.at(50).act(Kind.CLOSE, desk.alertOf(FLAME).id());

    assertThat(desk.alertOf(SMOKE).held().isHeld()).isFalse();
  }

  @Test
  void whatGoesAwayWhileItIsHeldBackIsNeverSounded() {
    TestingDesk desk =
        flameInhibitsSmokeIn(Extent.GRID)
            .raised(FLAME, camera("a"))
            .raised(SMOKE, camera("b"))
            .at(20)
            .cleared(SMOKE, camera("b"))
            .at(30)
            .cleared(FLAME, camera("a"))
            .at(40);

    assertThat(desk.alertOf(SMOKE).state()).isEqualTo(AlertState.CLEARED);
    assertThat(desk.alertOf(SMOKE).response().openedAt()).isZero();
    assertThat(desk.alertOf(FLAME).inhibits()).isEmpty();
  }

  @Test
  void aSilencedAlertHoldsBackNothing() {
    TestingDesk desk =
        flameInhibitsSmokeIn(Extent.STREET)
            .silence(silence("works", 0, 100, NEXT_GRID))
            .raised(FLAME, camera("a", NEXT_GRID, ""))
            .raised(SMOKE, camera("b"));
    assertThat(desk.alertOf(SMOKE).held().isHeld()).isFalse();

    desk.at(100);

    assertThat(desk.alertOf(SMOKE).held().inhibitedBy()).isEqualTo(desk.alertOf(FLAME).id());
  }

  @Test
  void aShelvedAlertLetsGo() {
    TestingDesk desk =
        flameInhibitsSmokeIn(Extent.GRID).raised(FLAME, camera("a")).raised(SMOKE, camera("b"));

    desk.shelve(desk.alertOf(FLAME).id(), 600);

    assertThat(desk.alertOf(SMOKE).held().isHeld()).isFalse();
  }

  @Test
  void anInhibitedAlertHoldsBackNothing() {
    TestingDesk desk =
        TestingDesk.with(
                rule("blast").inhibits(FLAME, Extent.GRID),
                rule(FLAME).inhibits(SMOKE, Extent.GRID),
                rule(SMOKE))
            .raised(SMOKE, camera("c"))
            .raised(FLAME, camera("b"))
            .at(10)
            .raised("blast", camera("a"));

    assertThat(desk.alertOf(FLAME).held().inhibitedBy()).isEqualTo(desk.alertOf("blast").id());
    assertThat(desk.alertOf(SMOKE).held().isHeld()).isFalse();
  }

  @Test
  void aRuleDoesNotInhibitItself() {
    TestingDesk desk =
        TestingDesk.with(rule(SMOKE).inhibits(SMOKE, Extent.GRID))
            .raised(SMOKE, camera("a"))
            .raised(SMOKE, camera("b"));

    assertThat(desk.open()).noneMatch(alert -> alert.held().isHeld());
  }

  @Test
  void ofACircleTheLastLinkInTheOrderOfIdsIsLeftOut() {
    TestingDesk desk =
        TestingDesk.with(
                rule("one").inhibits("two", Extent.GRID),
                rule("two").inhibits("three", Extent.GRID),
                rule("three").inhibits("one", Extent.GRID))
            .raised("one", camera("a"))
            .raised("two", camera("b"))
            .raised("three", camera("c"));

    assertThat(desk.open())
        .filteredOn(alert -> !alert.held().isHeld())
        .extracting(Alert::ruleId)
        .containsExactly("two", "three");
  }

  @Test
  void oneOfTwoIsEnoughToHoldBack() {
    TestingDesk desk =
        flameInhibitsSmokeIn(Extent.GRID)
            .raised(FLAME, camera("a"))
            .raised(FLAME, camera("b"))
            .raised(SMOKE, camera("c"))
            .at(10)
            .cleared(FLAME, camera("a"));
    assertThat(desk.alertOf(SMOKE).held().isHeld()).isTrue();

    desk.at(20).cleared(FLAME, camera("b"));

    assertThat(desk.alertOf(SMOKE).held().isHeld()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "DEVICE, a, 630105001001001, false",
    "DEVICE, b, 630105001001001, true",
    "GRID, a, 630105001001001, true",
    "GRID, a, 630105001001002, false",
    "COMMUNITY, a, 630105001001002, true",
    "COMMUNITY, a, 630105001002001, false",
    "STREET, a, 630105001002001, true",
    "STREET, a, 630105002002001, false",
    "DISTRICT, a, 630105002002001, true",
    "CITY, a, 630104002002001, true",
    "ZONE, a, 630105002001001, true",
    "ZONE, a, 630105001001002, false"
  })
  void thePlacesMustBeEqual(Extent equal, String device, String grid, boolean inhibits) {
    TestingDesk desk =
        flameInhibitsSmokeIn(equal)
            .zone("belt", GRID, FAR_GRID)
            .raised(FLAME, camera(device, grid, ""))
            .raised(SMOKE, camera("b"));

    assertThat(desk.alertOf(SMOKE).held().isHeld()).isEqualTo(inhibits);
  }

  @Test
  void anAlertOfAStreetIsAboutNoOneGrid() {
    TestingDesk desk =
        flameInhibitsSmokeIn(Extent.GRID)
            .raised(FLAME, Subject.ofPlace("630105001", "630105"))
            .raised(SMOKE, camera("b"));

    assertThat(desk.alertOf(SMOKE).held().isHeld()).isFalse();
  }

  @Test
  void aZoneAndItsGridShareTheZone() {
    TestingDesk desk =
        flameInhibitsSmokeIn(Extent.ZONE)
            .zone("belt", GRID)
            .raised(FLAME, Subject.ofPlace("belt", "630105"))
            .raised(SMOKE, camera("b"));

    assertThat(desk.alertOf(SMOKE).held().isHeld()).isTrue();
  }

  @Test
  void aRuleThatInhibitsNoMoreLetsGo() {
    TestingDesk desk =
        flameInhibitsSmokeIn(Extent.GRID).raised(FLAME, camera("a")).raised(SMOKE, camera("b"));

    desk.rule(rule(FLAME).version(2)).rulesChanged();

    assertThat(desk.alertOf(SMOKE).held().isHeld()).isFalse();
  }

  @Test
  void aRuleThatInhibitsFromNowOnHoldsBackWhatIsOpen() {
    TestingDesk desk =
        TestingDesk.with(rule(FLAME), rule(SMOKE))
            .raised(FLAME, camera("a"))
            .raised(SMOKE, camera("b"));

    desk.rule(rule(FLAME).version(2).inhibits(SMOKE, Extent.GRID)).rulesChanged();

    assertThat(desk.alertOf(SMOKE).held().isHeld()).isTrue();
  }
}
