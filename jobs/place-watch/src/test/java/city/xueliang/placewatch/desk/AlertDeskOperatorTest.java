package city.xueliang.placewatch.desk;

import static city.xueliang.testing.Moments.NOON;
import static city.xueliang.testing.Moments.minutes;
import static city.xueliang.testing.Moments.seconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import city.xueliang.domain.alert.Action;
import city.xueliang.domain.alert.Alert;
import city.xueliang.domain.alert.AlertState;
import city.xueliang.domain.alert.Evidence;
import city.xueliang.domain.alert.Signal;
import city.xueliang.domain.alert.Signal.Kind;
import city.xueliang.domain.alert.Subject;
import city.xueliang.domain.alert.Why;
import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.place.ModelClass;
import city.xueliang.domain.rule.Colour;
import city.xueliang.domain.rule.CommandLevel;
import city.xueliang.domain.rule.Name;
import city.xueliang.domain.rule.ResponsePolicy;
import city.xueliang.domain.rule.Rule;
import city.xueliang.domain.rule.RulebookChange;
import city.xueliang.domain.rule.Silence;
import city.xueliang.placewatch.harness.BroadcastHarness;
import city.xueliang.placewatch.intake.Position;
import city.xueliang.placewatch.intake.RejectedRecords;
import city.xueliang.placewatch.intake.Rejection;
import city.xueliang.placewatch.intake.RuleChange;
import city.xueliang.placewatch.intake.SourceRecord;
import city.xueliang.placewatch.intake.TakenAction;
import city.xueliang.placewatch.registry.KnownRules;
import city.xueliang.placewatch.registry.KnownZones;
import city.xueliang.placewatch.registry.RegistryChange;
import city.xueliang.placewatch.watch.SilenceClock;
import city.xueliang.schemas.RejectReason;
import city.xueliang.testing.TestingRule;
import city.xueliang.testing.Town;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The desk as an operator: its clock, its timers, its rules, its refusals, its state. */
class AlertDeskOperatorTest {
  private static final Rule GAS =
      TestingRule.above("gas", Measure.GAS_LEL_PERCENT, 25, 20).colour(Colour.RED).build();
  private static final ResponsePolicy ONE_THREE_FIVE =
      new ResponsePolicy(
          "default",
          1,
          new Name("一三五", "1-3-5"),
          Set.of(),
          List.of(
              new ResponsePolicy.Terms(
                  Colour.RED,
                  Duration.ofMinutes(1),
                  Duration.ofMinutes(3),
                  Duration.ofMinutes(5),
                  CommandLevel.COMMUNITY)));

  private BroadcastHarness<DeskInput, RegistryChange, Alert> desk;
  private long published;

  @BeforeEach
  void start() throws Exception {
    start(SilenceClock.PROCESSING_TIME, null);
    publish(RulebookChange.of(GAS));
    desk.clock(NOON);
  }

  @AfterEach
  void close() throws Exception {
    desk.close();
  }

  @Test
  void aRaisedConditionOpensAnAlertByTheDesksClock() throws Exception {
    desk.clock(seconds(2));

    raise(NOON);

    assertThat(desk.output()).hasSize(1);
    assertThat(desk.output().get(0).firstOccurredAt()).isEqualTo(NOON.toEpochMilli());
    assertThat(desk.output().get(0).response().openedAt()).isEqualTo(seconds(2).toEpochMilli());
    assertThat(desk.count(AlertFigures.OPENED)).isEqualTo(1);
  }

  @Test
  void aConditionThatWentClearsItsAlert() throws Exception {
    raise(NOON);
    clear(seconds(1));

    assertThat(desk.output())
        .extracting(Alert::revision, Alert::state)
        .containsExactly(tuple(1, AlertState.OPEN), tuple(2, AlertState.CLEARED));
    assertThat(desk.count(AlertFigures.CLEARED)).isEqualTo(1);
  }

  @Test
  void anAlertThatNobodyWorksClimbsByTheTimersAlone() throws Exception {
    publish(RulebookChange.of(ONE_THREE_FIVE));
    raise(NOON);

    for (int second = 1; second <= 6 * 60; second++) {
      desk.clock(seconds(second));
    }

    assertThat(desk.output())
        .extracting(alert -> alert.response().commandLevel(), Alert::changedAt)
        .containsExactly(
            tuple(CommandLevel.COMMUNITY, NOON.toEpochMilli()),
            tuple(CommandLevel.STREET, minutes(1).toEpochMilli()),
            tuple(CommandLevel.DISTRICT, minutes(3).toEpochMilli()),
            tuple(CommandLevel.CITY, minutes(5).toEpochMilli()));
  }

  @Test
  void inAReplayDeadlinesPassByEventTime() throws Exception {
    desk.close();
    start(SilenceClock.EVENT_TIME, null);
    publish(RulebookChange.of(GAS));
    publish(RulebookChange.of(ONE_THREE_FIVE));
    desk.reach(NOON);
    raise(NOON);

    desk.reach(minutes(10));

    assertThat(desk.output())
        .extracting(Alert::changedAt)
        .containsExactly(
            NOON.toEpochMilli(),
            minutes(1).toEpochMilli(),
            minutes(3).toEpochMilli(),
            minutes(5).toEpochMilli());
  }

  @Test
  void aRuleThatIsRemovedEndsItsAlertsAtOnce() throws Exception {
    raise(NOON);

    publish(RulebookChange.removal("gas"));

    assertThat(desk.output())
        .extracting(Alert::state)
        .containsExactly(AlertState.OPEN, AlertState.CLEARED);
  }

  @Test
  void aSilenceHoldsBackUntilItEndsAndIsNotedInTheAlert() throws Exception {
    publish(
        RulebookChange.of(
            new Silence(
                "works",
                Silence.Kind.MAINTENANCE,
                Set.of(Town.GRID),
                Set.of(),
                NOON.toEpochMilli(),
                minutes(10).toEpochMilli(),
                "630105-dispatch-01")));
    raise(NOON);

    for (int second = 1; second <= 10 * 60; second++) {
      desk.clock(seconds(second));
    }

    assertThat(desk.output())
        .extracting(alert -> alert.held().silencedBy(), alert -> alert.response().openedAt())
        .containsExactly(tuple("works", 0L), tuple("", minutes(10).toEpochMilli()));
  }

  @Test
  void anActionIsDone() throws Exception {
    raise(NOON);

    act(Action.Kind.ACKNOWLEDGE, Town.DISTRICT + "-dispatch-01");

    assertThat(desk.output())
        .extracting(Alert::state)
        .containsExactly(AlertState.OPEN, AlertState.ACKNOWLEDGED);
    assertThat(rejections()).isEmpty();
  }

  @Test
  void anActionThatIsRefusedIsAnsweredWithTheReason() throws Exception {
    raise(NOON);

    act(Action.Kind.ACKNOWLEDGE, Town.OTHER_DISTRICT + "-dispatch-01");

    assertThat(desk.output()).hasSize(1);
    assertThat(rejections())
        .extracting(Rejection::reason)
        .containsExactly(RejectReason.OUTSIDE_JURISDICTION);
    assertThat(rejections().get(0).source().offset()).isEqualTo(7);
  }

  @Test
  void theDeskGoesOnAfterARestart() throws Exception {
    publish(RulebookChange.of(ONE_THREE_FIVE));
    raise(NOON);
    String id = desk.output().get(0).id();
    start(SilenceClock.PROCESSING_TIME, desk.stop());

    desk.clock(minutes(2));

    assertThat(desk.output()).extracting(Alert::id, Alert::revision).containsExactly(tuple(id, 2));
  }

  /** Actions are read sooner than the readings that raise their alerts once more. */
  @Test
  void afterARestartAnActionWaitsForItsAlert() throws Exception {
    String id = restartBefore(NOON);

    act(id, Action.Kind.ACKNOWLEDGE, Town.DISTRICT + "-dispatch-01");
    assertThat(desk.output()).isEmpty();
    raise(NOON);

    assertThat(desk.output())
        .extracting(Alert::id, Alert::state)
        .containsExactly(tuple(id, AlertState.OPEN), tuple(id, AlertState.ACKNOWLEDGED));
    assertThat(rejections()).isEmpty();
  }

  @Test
  void anActionWhoseAlertDoesNotComeIsRefusedAMinuteAfterTheRestart() throws Exception {
    String id = restartBefore(NOON);
    act(id, Action.Kind.ACKNOWLEDGE, Town.DISTRICT + "-dispatch-01");

    for (int second = 1; second <= 59; second++) {
      desk.clock(seconds(second));
    }
    assertThat(rejections()).isEmpty();
    desk.clock(seconds(62));

    assertThat(rejections())
        .extracting(Rejection::reason)
        .containsExactly(RejectReason.UNKNOWN_ALERT);
    assertThat(desk.keysWith("waiting-actions")).isZero();
    desk.clock(seconds(64));
    assertThat(desk.clockTimers()).isZero();
  }

  @Test
  void nothingIsKeptOfAnAlertThatIsOver() throws Exception {
    raise(NOON);
    clear(seconds(1));

    for (int minute = 1; minute <= 200; minute++) {
      desk.clock(minutes(minute));
    }

    assertThat(desk.keysWith("desk")).isZero();
    assertThat(desk.keysWith("desk-timer")).isZero();
    assertThat(desk.timers()).isZero();
  }

  private void start(SilenceClock clock, OperatorSubtaskState state) throws Exception {
    desk =
        new BroadcastHarness<>(
            new AlertDesk(clock),
            List.of(KnownRules.STATE, KnownZones.STATE),
            DeskInput::district,
            state);
  }

  private void publish(RulebookChange change) throws Exception {
    published++;
    desk.broadcast(RegistryChange.of(new RuleChange(change, new Position(published, published))));
  }

  private void raise(Instant at) throws Exception {
    send(Kind.RAISED, 30, at);
  }

  private void clear(Instant at) throws Exception {
    send(Kind.CLEARED, 10, at);
  }

  private void send(Kind kind, double value, Instant at) throws Exception {
    Evidence seen = new Evidence(Town.SENSOR, Measure.GAS_LEL_PERCENT, value, at.toEpochMilli());
    Subject sensor = new Subject(Town.GRID, Town.DISTRICT, Town.SENSOR, "sw-01", ModelClass.SENSOR);
    desk.send(
        DeskInput.of(
            Signal.of(kind, GAS, sensor, Why.passed(25, List.of(seen)), at.toEpochMilli())));
  }

  /** The id of the alert that is raised then, with the desk as it was before that. */
  private String restartBefore(Instant raised) throws Exception {
    OperatorSubtaskState before = desk.stop();
    start(SilenceClock.PROCESSING_TIME, before);
    desk.clock(NOON);
    raise(raised);
    String id = desk.output().get(0).id();
    desk.close();
    start(SilenceClock.PROCESSING_TIME, before);
    desk.clock(NOON);
    return id;
  }

  private void act(Action.Kind kind, String seat) throws Exception {
    act(desk.output().get(0).id(), kind, seat);
  }

  private void act(String alertId, Action.Kind kind, String seat) throws Exception {
    Action action =
        new Action("0".repeat(32), alertId, kind, seat, 0, null, 0, NOON.toEpochMilli());
    desk.send(
        DeskInput.of(
            new TakenAction(
                action,
                Town.DISTRICT,
                new SourceRecord("dispatch-actions", 0, 7, 0, new byte[] {1}))));
  }

  private List<Rejection> rejections() {
    return desk.output(RejectedRecords.TAG);
  }
}
