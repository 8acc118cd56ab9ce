package city.xueliang.domain.desk;

import static city.xueliang.domain.desk.TestingDesk.FAR_GRID;
import static city.xueliang.domain.desk.TestingDesk.GRID;
import static city.xueliang.domain.desk.TestingDesk.NEXT_GRID;
import static city.xueliang.domain.desk.TestingDesk.NOON;
import static city.xueliang.domain.desk.TestingDesk.camera;
import static city.xueliang.domain.desk.TestingRules.rule;
import static city.xueliang.domain.desk.TestingRules.silentCameras;
import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.alert.Action;
import city.xueliang.domain.alert.Alert;
import city.xueliang.domain.alert.Signal.Kind;
import city.xueliang.domain.alert.Subject;
import city.xueliang.domain.rule.Extent;
import city.xueliang.domain.rule.Handling.Cause;
import city.xueliang.domain.rule.Handling.Collapse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Whatever happens in whatever order: what always holds of the alerts of a desk. */
class DeskPropertyTest {
  private static final List<String> RULES =
      List.of("gas", "flame", "smoke", "silent-camera", "silent-camera");
  private static final List<String> GRIDS = List.of(GRID, NEXT_GRID, FAR_GRID);
  private static final List<Action.Kind> ACTIONS = List.of(Action.Kind.values());
  private static final int DEVICES = 9;

  /** What may happen. */
  enum What {
    RAISED,
    RAISED_LATE,
    REPEATED,
    CLEARED,
    ENROLLED,
    DISMISSED,
    ACTION,
    SECONDS,
    MINUTES,
    JUMP,
    RULE_REMOVED,
    RULE_CHANGED,
    SILENCE,
    NO_SILENCES
  }

  /** Something that happens, and whether the desk is stored and restored after it. */
  record Step(What what, int one, int other, boolean isRestored) {}

  @Provide
  Arbitrary<List<Step>> stories() {
    Arbitrary<What> whats =
        Arbitraries.frequencyOf(
            Tuple.of(12, Arbitraries.of(What.RAISED, What.RAISED, What.REPEATED, What.CLEARED)),
            Tuple.of(3, Arbitraries.of(What.ACTION)),
            Tuple.of(5, Arbitraries.of(What.SECONDS, What.MINUTES)),
            Tuple.of(3, Arbitraries.of(What.class)));
    Arbitrary<Integer> numbers = Arbitraries.integers().between(0, 999);
    return Combinators.combine(whats, numbers, numbers, Arbitraries.of(true, false, false))
        .as(Step::new)
        .list()
        .ofMinSize(20)
        .ofMaxSize(150);
  }

  @Property(tries = 200)
  void storingAndRestoringChangesNothing(@ForAll("stories") List<Step> story) {
    TestingDesk plain = tell(story, false);
    TestingDesk restored = tell(story, true);

    assertThat(restored.published()).isEqualTo(plain.published());
    assertThat(restored.desk().nextTime()).isEqualTo(plain.desk().nextTime());
  }

  @Property(tries = 60)
  void revisionsHaveNoGaps(@ForAll("stories") List<Step> story) {
    Map<String, Integer> newest = new HashMap<>();
    for (Alert alert : tell(story, true).published()) {
      assertThat(alert.revision()).isEqualTo(newest.getOrDefault(alert.id(), 0) + 1);
      newest.put(alert.id(), alert.revision());
    }
  }

  @Property(tries = 60)
  void aRuleAndScopeHaveOneOpenAlertAtMost(@ForAll("stories") List<Step> story) {
    Map<String, String> open = new HashMap<>();
    for (Alert alert : tell(story, true).published()) {
      String scope = alert.ruleId() + '@' + alert.scope().key();
      if (alert.isOpen()) {
        assertThat(open.getOrDefault(scope, alert.id())).isEqualTo(alert.id());
        open.put(scope, alert.id());
      } else {
        open.remove(scope, alert.id());
      }
    }
  }

  @Property(tries = 60)
  void whatIsHeldOrEndedHasNoDeadline(@ForAll("stories") List<Step> story) {
    assertThat(tell(story, true).published())
        .filteredOn(alert -> !alert.isSounding())
        .allMatch(alert -> alert.response().nextDeadlineAt() == 0);
  }

  @Property(tries = 60)
  void whatSoundsWasOpened(@ForAll("stories") List<Step> story) {
    assertThat(tell(story, true).published())
        .filteredOn(Alert::isSounding)
        .allMatch(alert -> alert.response().openedAt() > 0);
  }

  @Property(tries = 60)
  void onlySoundingAlertsHoldBackOthersAndBothSidesSaySo(@ForAll("stories") List<Step> story) {
    TestingDesk desk = tell(story, true);
    desk.at((desk.now() - NOON) / 1_000 + 3);
    Map<String, Alert> byId = new HashMap<>();
    desk.alerts().forEach(alert -> byId.put(alert.id(), alert));

    for (Alert alert : desk.open()) {
      Alert by = byId.get(alert.held().inhibitedBy());
      if (by != null && !by.scope().isOfCause()) {
        assertThat(by.isSounding()).isTrue();
      }
      if (by != null && by.isOpen()) {
        assertThat(by.inhibits()).contains(alert.id());
      }
      for (String inhibited : alert.inhibits()) {
        assertThat(byId.get(inhibited).held().inhibitedBy()).isEqualTo(alert.id());
      }
    }
  }

  @Property(tries = 60)
  void aDeskThatNothingHappensAtGetsEmpty(@ForAll("stories") List<Step> story) {
    TestingDesk desk = tell(story, true);
    devices().forEach(desk::dismissed);

    desk.at((desk.now() - NOON) / 1_000 + 4_000);

    assertThat(desk.desk().isEmpty()).isTrue();
  }

  private static TestingDesk tell(List<Step> story, boolean isRestored) {
    TestingDesk desk =
        TestingDesk.with(
            rule("gas").groupBy(Extent.STREET),
            rule("flame").inhibits("smoke", Extent.GRID),
            rule("smoke").inhibits("gas", Extent.STREET).holdOff(Duration.ZERO),
            silent(1));
    devices().forEach(desk::enrolled);
    for (Step step : story) {
      happen(desk, step);
      if (isRestored && step.isRestored) {
        desk.restored();
      }
    }
    return desk;
  }

  private static TestingRules silent(int version) {
    return silentCameras()
        .version(version)
        .collapse(new Collapse(2, 60, Duration.ofSeconds(20), Set.of(Cause.values())));
  }

  private static Stream<Subject> devices() {
    return Stream.iterate(0, i -> i < DEVICES, i -> i + 1).map(DeskPropertyTest::device);
  }

  private static Subject device(int number) {
    int of = number % DEVICES;
    return camera("d" + of, GRIDS.get(of % GRIDS.size()), "sw-" + of % 2);
  }

  private static void happen(TestingDesk desk, Step step) {
    String rule = RULES.get(step.one % RULES.size());
    Subject device = device(step.other);
    switch (step.what) {
      case RAISED -> desk.raised(rule, device);
      case RAISED_LATE ->
          desk.take(TestingDesk.signalAt(Kind.RAISED, rule, device, desk.now() - step.other));
      case REPEATED -> desk.repeated(rule, device);
      case CLEARED -> desk.cleared(rule, device);
      case ENROLLED -> desk.enrolled(device);
      case DISMISSED -> desk.dismissed(device);
      case ACTION -> act(desk, step);
      case SECONDS -> desk.at(second(desk) + step.one % 30);
      case MINUTES -> desk.at(second(desk) + step.one);
      case JUMP -> desk.wakesUpAt(second(desk) + step.one);
      case RULE_REMOVED -> desk.without(rule).rulesChanged();
      case RULE_CHANGED ->
          desk.rule(rule.startsWith("silent") ? silent(step.other) : rule(rule)).rulesChanged();
      case SILENCE ->
          desk.silence(
                  TestingDesk.silence(
                      "s" + step.one % 3,
                      second(desk) + step.other % 20,
                      second(desk) + step.other,
                      GRIDS.get(step.one % 3)))
              .rulesChanged();
      case NO_SILENCES -> desk.noSilences().rulesChanged();
    }
  }

  private static void act(TestingDesk desk, Step step) {
    List<Alert> alerts = desk.alerts();
    if (alerts.isEmpty()) {
      return;
    }
    String id = alerts.get(step.one % alerts.size()).id();
    Action.Kind kind = ACTIONS.get(step.other % ACTIONS.size());
    if (kind == Action.Kind.SHELVE) {
      desk.shelve(id, second(desk) + step.one);
    } else {
      desk.act(kind, id);
    }
  }

  private static long second(TestingDesk desk) {
    return (desk.now() - NOON) / 1_000;
  }
}
