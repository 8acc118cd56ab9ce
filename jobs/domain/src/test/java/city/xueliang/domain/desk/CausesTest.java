package city.xueliang.domain.desk;

import static city.xueliang.domain.desk.TestingDesk.FAR_GRID;
import static city.xueliang.domain.desk.TestingDesk.GRID;
import static city.xueliang.domain.desk.TestingDesk.NEXT_GRID;
import static city.xueliang.domain.desk.TestingDesk.NOON;
import static city.xueliang.domain.desk.TestingDesk.camera;
import static city.xueliang.domain.desk.TestingRules.silentCameras;
import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.alert.Action.Kind;
import city.xueliang.domain.alert.Alert;
import city.xueliang.domain.alert.AlertState;
import city.xueliang.domain.alert.Subject;
import city.xueliang.domain.place.Level;
import city.xueliang.domain.place.ModelClass;
import city.xueliang.domain.rule.Extent;
import city.xueliang.domain.rule.Handling.Cause;
import city.xueliang.domain.rule.Handling.Collapse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Devices that go dark together are one alert. */
class CausesTest {
  private static final String RULE = "silent-camera";

  private static List<Subject> cameras(String name, int count, String grid, String segment) {
    List<Subject> cameras = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      cameras.add(camera(name + (100_000 + i), grid, segment));
    }
    return cameras;
  }

  private static List<Subject> half(List<Subject> devices) {
    return devices.subList(0, devices.size() / 2);
  }

  private static TestingDesk deskWith(List<Subject> devices) {
    TestingDesk desk = TestingDesk.with(silentCameras());
    devices.forEach(desk::enrolled);
    return desk;
  }

  private static TestingDesk raise(TestingDesk desk, List<Subject> devices) {
    devices.forEach(device -> desk.raised(RULE, device));
    return desk;
  }

  private static TestingDesk clear(TestingDesk desk, List<Subject> devices) {
    devices.forEach(device -> desk.cleared(RULE, device));
    return desk;
  }

  /** So many cameras behind one switch, in two streets; as many others elsewhere. */
  private static TestingDesk deadSwitch(List<Subject> dead) {
    TestingDesk desk = deskWith(dead);
    cameras("x", dead.size() * 4, GRID, "sw-2").forEach(desk::enrolled);
    cameras("y", dead.size() * 4, FAR_GRID, "sw-3").forEach(desk::enrolled);
    return desk;
  }

  private static List<Subject> behindOneSwitch(int count) {
    List<Subject> dead = cameras("a", count / 2, GRID, "sw-1");
    dead.addAll(cameras("b", count - count / 2, FAR_GRID, "sw-1"));
    return dead;
  }

  @Test
  void fiveHundredCamerasBehindOneSwitchAreOneAlert() {
    List<Subject> dead = behindOneSwitch(500);
    TestingDesk desk = raise(deadSwitch(dead), dead).at(3_600);

    Alert alert = desk.alertOf(RULE);
    assertThat(alert.scope().cause()).isEqualTo(Cause.SEGMENT);
    assertThat(alert.scope().causeKey()).isEqualTo("sw-1");
    assertThat(alert.scope().place()).isEqualTo("630105");
    assertThat(alert.scope().level()).isEqualTo(Level.DISTRICT);
    assertThat(alert.devices()).hasSize(500).isSorted();
    assertThat(alert.occurrences()).isEqualTo(500);
    assertThat(alert.why().evidence()).hasSize(20);
    assertThat(desk.published().get(0).changedAt()).isEqualTo(NOON + 60_000);
  }

  @Test
  void whenHalfOfThemAreBackTheSameAlertListsTheOthers() {
    List<Subject> dead = behindOneSwitch(500);
    TestingDesk desk = raise(deadSwitch(dead), dead).at(100);
    int before = desk.published().size();

    clear(desk, half(dead)).restored().at(110);

    assertThat(desk.published()).hasSize(before + 1);
    assertThat(desk.alertOf(RULE).devices()).hasSize(250);
    assertThat(desk.alertOf(RULE).state()).isEqualTo(AlertState.OPEN);
  }

  @Test
  void aCauseEndsWithItsLastDevice() {
    List<Subject> dead = behindOneSwitch(40);
    TestingDesk desk = clear(raise(deadSwitch(dead), dead).at(100), dead).at(4_000);

    assertThat(desk.alertOf(RULE).state()).isEqualTo(AlertState.CLEARED);
  }

  @Test
  void aSingleCameraWaitsForItsPatience() {
    Subject single = camera("a");
    TestingDesk desk = deskWith(List.of(single)).raised(RULE, single).at(59);
    assertThat(desk.published()).isEmpty();

    desk.restored().at(60);

    assertThat(desk.last().scope().deviceId()).isEqualTo("a");
    assertThat(desk.last().firstOccurredAt()).isEqualTo(NOON);
    assertThat(desk.last().response().openedAt()).isEqualTo(NOON + 60_000);
  }

  @Test
  void aCameraThatIsBackInTimeIsNoAlert() {
    Subject single = camera("a");
    TestingDesk desk =
        deskWith(List.of(single)).raised(RULE, single).at(50).cleared(RULE, single).at(4_000);

    assertThat(desk.published()).isEmpty();
  }

  @Test
  void tooFewOfASegmentAreSingleAlerts() {
    List<Subject> dead = behindOneSwitch(9);
    TestingDesk desk = raise(deadSwitch(dead), dead).at(100);

    assertThat(desk.open()).hasSize(9).noneMatch(alert -> alert.scope().isOfCause());
  }

  @Test
  void tooSmallAShareOfASegmentIsNoCause() {
    List<Subject> all = behindOneSwitch(100);
    TestingDesk desk = raise(deadSwitch(all), all.subList(20, 69)).at(100);

    assertThat(desk.open()).hasSize(49).noneMatch(alert -> alert.scope().isOfCause());
  }

  @Test
  void whereNobodyIsEnrolledThereIsNoShare() {
    List<Subject> dead = behindOneSwitch(20);
    TestingDesk desk = raise(TestingDesk.with(silentCameras()), dead).at(100);

    assertThat(desk.open()).hasSize(20);
  }

  @Test
  void devicesOfOtherClassesDoNotCount() {
    List<Subject> dead = cameras("a", 10, GRID, "sw-1");
    TestingDesk desk = deskWith(dead);
    for (int i = 0; i < 100; i++) {
      desk.enrolled(new Subject(GRID, TestingDesk.DISTRICT, "s" + i, "sw-1", ModelClass.SENSOR));
    }

    assertThat(raise(desk, dead).at(100).alertOf(RULE).devices()).hasSize(10);
  }

  @Test
  void aGridThatGoesDarkIsAnAlertOfTheGrid() {
    List<Subject> dead = cameras("a", 12, GRID, "");
    TestingDesk desk = deskWith(dead);
    cameras("x", 100, NEXT_GRID, "").forEach(desk::enrolled);

    Alert alert = raise(desk, dead).at(100).alertOf(RULE);

    assertThat(alert.scope().cause()).isEqualTo(Cause.GRID);
    assertThat(alert.scope().causeKey()).isEqualTo(GRID);
    assertThat(alert.scope().place()).isEqualTo(GRID);
  }

  @Test
  void aStreetThatGoesDarkIsAnAlertOfTheStreet() {
    List<Subject> dead = cameras("a", 12, GRID, "sw-1");
    dead.addAll(cameras("b", 12, "630105001002001", "sw-1"));
    TestingDesk desk = deskWith(dead);
    cameras("x", 100, FAR_GRID, "").forEach(desk::enrolled);

    Alert alert = raise(desk, dead).at(100).alertOf(RULE);

    assertThat(alert.scope().cause()).isEqualTo(Cause.STREET);
    assertThat(alert.scope().place()).isEqualTo("630105001");
    assertThat(alert.devices()).hasSize(24);
  }

  @Test
  void aFeedThatFailsIsOneAlertOfItsClass() {
    List<Subject> dead = cameras("a", 30, GRID, "sw-1");
    dead.addAll(cameras("b", 30, FAR_GRID, "sw-2"));

    Alert alert = raise(deskWith(dead), dead).at(100).alertOf(RULE);

    assertThat(alert.scope().cause()).isEqualTo(Cause.FEED);
    assertThat(alert.scope().causeKey()).isEqualTo("CAMERA");
    assertThat(alert.devices()).hasSize(60);
  }

  @Test
  void aFurtherDeviceJoinsTheAlertOfItsCause() {
    List<Subject> all = behindOneSwitch(100);
    TestingDesk desk = raise(deadSwitch(all), all.subList(0, 50)).at(100);
    assertThat(desk.alertOf(RULE).scope().place()).isEqualTo(GRID);

    raise(desk, all.subList(50, 100)).at(400);

    assertThat(desk.alertOf(RULE).devices()).hasSize(100);
    assertThat(desk.alertOf(RULE).scope().place()).isEqualTo("630105");
    assertThat(desk.alertOf(RULE).occurrences()).isEqualTo(100);
  }

  @Test
  void singleAlertsThatAreOpenAreHeldBackByTheirCause() {
    List<Subject> all = behindOneSwitch(20);
    TestingDesk desk = raise(deadSwitch(all), all.subList(0, 5)).at(100);
    assertThat(desk.open()).hasSize(5);

    raise(desk, all.subList(5, 20)).at(200);

    Alert cause = cause(desk, Cause.SEGMENT);
    assertThat(cause.devices()).hasSize(20);
    assertThat(cause.inhibits()).hasSize(5);
    assertThat(desk.open()).hasSize(6);
    assertThat(singles(desk)).allMatch(alert -> alert.held().inhibitedBy().equals(cause.id()));
  }

  @Test
  void aBroaderCauseHoldsBackANarrowerOne() {
    List<Subject> near = cameras("a", 20, GRID, "sw-1");
    List<Subject> far = cameras("b", 100, FAR_GRID, "sw-2");
    TestingDesk desk = deskWith(near);
    far.forEach(desk::enrolled);
    raise(desk, near).at(100);
    Alert narrow = desk.last();
    assertThat(narrow.scope().cause()).isEqualTo(Cause.STREET);

    raise(desk, far).at(200);

    Alert feed = cause(desk, Cause.FEED);
    assertThat(feed.devices()).hasSize(120);
    assertThat(feed.held().isHeld()).isFalse();
    assertThat(cause(desk, Cause.STREET).held().inhibitedBy()).isEqualTo(feed.id());
    assertThat(desk.open()).hasSize(2);
  }

  @Test
  void aCauseAtTheLimitDoesNotComeAndGo() {
    List<Subject> dead = behindOneSwitch(12);
    TestingDesk desk = raise(deadSwitch(dead), dead).at(100);

    clear(desk, dead.subList(0, 9)).at(400);
    assertThat(desk.alertOf(RULE).state()).isEqualTo(AlertState.OPEN);

    desk.cleared(RULE, dead.get(9));

    assertThat(desk.alertOf(RULE).state()).isEqualTo(AlertState.CLEARED);
  }

  @Test
  void whatStaysDarkAfterItsCauseWaitsAgainForAnAlertOfItsOwn() {
    List<Subject> dead = behindOneSwitch(40);
    TestingDesk desk = raise(deadSwitch(dead), dead).at(100);

    clear(desk, dead.subList(0, 31)).at(159);
    assertThat(desk.open()).isEmpty();

    desk.at(160);

    assertThat(desk.open()).hasSize(9).noneMatch(alert -> alert.scope().isOfCause());
  }

  @Test
  void aHeldSingleAlertWaitsAfterItsCauseToo() {
    List<Subject> all = behindOneSwitch(20);
    TestingDesk desk = raise(deadSwitch(all), all.subList(0, 2)).at(100);
    raise(desk, all.subList(2, 20)).at(200);

    clear(desk, all.subList(2, 18)).at(259);
    assertThat(cause(desk, Cause.SEGMENT).state()).isEqualTo(AlertState.CLEARED);
    assertThat(desk.open()).hasSize(2).allMatch(alert -> alert.held().isHeld());

    desk.restored().at(260);

    assertThat(desk.open()).hasSize(4).noneMatch(alert -> alert.held().isHeld());
  }

  @Test
  void aCauseThatASeatClosedGoesOnExplainingItsDevices() {
    List<Subject> all = behindOneSwitch(20);
    TestingDesk desk = raise(deadSwitch(all), all.subList(0, 2)).at(100);
    raise(desk, all.subList(2, 18)).at(200);

    desk.act(Kind.CLOSE, cause(desk, Cause.SEGMENT).id());
    raise(desk, all.subList(18, 20)).at(900);

    assertThat(cause(desk, Cause.SEGMENT).state()).isEqualTo(AlertState.CLOSED);
    assertThat(desk.open()).hasSize(2).allMatch(alert -> alert.held().isHeld());
  }

  @Test
  void aCauseThatComesBackSoonIsTheSameAlert() {
    List<Subject> dead = behindOneSwitch(20);
    TestingDesk desk = clear(raise(deadSwitch(dead), dead).at(100), dead).at(150);

    raise(desk, dead).at(300);

    assertThat(desk.alertOf(RULE).reopenings()).isEqualTo(1);
    assertThat(desk.alertOf(RULE).devices()).hasSize(20);
  }

  @Test
  void aDeviceThatIsNotWaitedForAnyMoreLeavesItsCause() {
    List<Subject> dead = behindOneSwitch(20);
    TestingDesk desk = raise(deadSwitch(dead), dead).at(100);

    desk.dismissed(dead.get(0)).at(110);

    assertThat(desk.alertOf(RULE).devices()).hasSize(19).doesNotContain("a100000");
  }

  @Test
  void aSilenceSeenAgainIsCountedInTheCauseOrTheSingleAlert() {
    List<Subject> dead = behindOneSwitch(20);
    TestingDesk desk = raise(deadSwitch(dead), dead);
    Subject single = camera("z", NEXT_GRID, "sw-9");
    desk.enrolled(single).raised(RULE, single).at(100);

    desk.repeated(RULE, dead.get(0)).repeated(RULE, single).at(110);

    assertThat(cause(desk, Cause.SEGMENT).occurrences()).isEqualTo(21);
    assertThat(singles(desk)).extracting(Alert::occurrences).containsExactly(2);
  }

  @Test
  void aRuleThatLooksForOtherCausesEndsTheAlert() {
    List<Subject> dead = behindOneSwitch(20);
    TestingDesk desk = raise(deadSwitch(dead), dead).at(100);

    desk.rule(
            silentCameras()
                .version(2)
                .collapse(new Collapse(10, 50, Duration.ofMinutes(1), Set.of(Cause.FEED))))
        .rulesChanged()
        .at(200);

    assertThat(cause(desk, Cause.SEGMENT).state()).isEqualTo(AlertState.CLEARED);
    assertThat(singles(desk)).hasSize(20);
  }

  @Test
  void aRuleThatLooksForNoCausesAnyMoreEndsTheAlert() {
    List<Subject> dead = behindOneSwitch(20);
    TestingDesk desk = raise(deadSwitch(dead), dead).at(100);

    desk.rule(silentCameras().version(2).collapse(null)).rulesChanged().at(200);
    assertThat(singles(desk)).hasSize(20);

    clear(desk, dead);
    assertThat(desk.open()).isEmpty();
  }

  @Test
  void aCauseHoldsBackOtherRulesOnceItSounds() {
    List<Subject> dead = cameras("a", 20, GRID, "sw-1");
    TestingDesk desk =
        deskWith(dead)
            .rule(silentCameras().inhibits("gas", Extent.GRID))
            .rule(TestingRules.rule("gas"))
            .silence(TestingDesk.silence("works", 0, 200, "630105"));
    raise(desk, dead).at(100).noSilences().rulesChanged();

    desk.raised("gas", camera("g"));

    assertThat(desk.alertOf("gas").held().inhibitedBy()).isEqualTo(desk.alertOf(RULE).id());
  }

  private static List<Alert> singles(TestingDesk desk) {
    return desk.open().stream().filter(alert -> !alert.scope().isOfCause()).toList();
  }

  private static Alert cause(TestingDesk desk, Cause cause) {
    return desk.alerts().stream()
        .filter(alert -> alert.scope().cause() == cause)
        .findFirst()
        .orElseThrow();
  }
}
