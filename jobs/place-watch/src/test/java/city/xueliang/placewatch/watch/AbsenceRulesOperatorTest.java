package city.xueliang.placewatch.watch;

import static city.xueliang.testing.Moments.NOON;
import static city.xueliang.testing.Moments.seconds;
import static city.xueliang.testing.TestingDevice.camera;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import city.xueliang.domain.alert.Enrolment;
import city.xueliang.domain.alert.Signal;
import city.xueliang.domain.alert.Signal.Kind;
import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.place.ModelClass;
import city.xueliang.domain.rule.Condition.Absence;
import city.xueliang.domain.rule.Rule;
import city.xueliang.placewatch.harness.DeviceHarness;
import city.xueliang.testing.TestingDevice;
import city.xueliang.testing.TestingObservation;
import city.xueliang.testing.TestingRules;
import city.xueliang.testing.Town;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Devices that cannot be relied on, by the processing clock. A camera reports each minute, so that
 * it is silent 80 s after its last record; the rules have a grace of another minute.
 */
class AbsenceRulesOperatorTest {
  private static final int SILENT_AFTER = 81;
  private static final Duration GRACE = Duration.ofMinutes(1);
  private static final Rule SILENT = rule("silent", Absence.Kind.SILENT);

  private DeviceHarness watch;
  private Instant clock = NOON;

  @BeforeEach
  void start() throws Exception {
    watch = DeviceHarness.start();
    watch.clock(NOON);
    watch.endRegistry();
    watch.publishGrid(Town.GRID);
    watch.publishGrid(Town.FAR_GRID);
  }

  @AfterEach
  void close() throws Exception {
    watch.close();
  }

  @Test
  void aSilentDeviceIsRaisedAfterTheGraceAndClearedByItsNextRecord() throws Exception {
    watch.publish(SILENT);
    watch.publish(camera(Town.CAMERA));
    hear();

    advanceTo(SILENT_AFTER + 59);
    assertThat(watch.signals()).isEmpty();
    advanceTo(200);
    hear();

    assertSignals(
        tuple("silent", Kind.RAISED, at(SILENT_AFTER + 60)),
        tuple("silent", Kind.CLEARED, at(200)));
  }

  @Test
  void aDeviceThatIsHeardWithinTheGraceIsNotRaised() throws Exception {
    watch.publish(SILENT);
    watch.publish(camera(Town.CAMERA));
    hear();

    advanceTo(SILENT_AFTER + 30);
    hear();
    advanceTo(SILENT_AFTER + 75);

    assertThat(watch.signals()).isEmpty();
  }

  @Test
  void aDeviceThatNeverReportedIsRaisedByTheRuleForThat() throws Exception {
    watch.publish(SILENT);
    watch.publish(rule("never", Absence.Kind.NEVER_REPORTED));
    watch.publish(camera(Town.CAMERA));

    advanceTo(400);

    assertSignals(tuple("never", Kind.RAISED, at(SILENT_AFTER + 60)));
  }

  @Test
  void aDeviceWhoseTimesCannotBeIsRaisedByTheRuleForThat() throws Exception {
    watch.publish(rule("clock", Absence.Kind.CLOCK_WRONG));
    watch.publish(camera(Town.CAMERA));

    for (int second = 0; second <= 90; second += 30) {
      advanceTo(second);
      watch.rejectMistimed(Town.CAMERA);
    }

    assertSignals(tuple("clock", Kind.RAISED, at(60)));
  }

  @Test
  void aNewRuleRaisesADeviceThatIsSilentForLongerAlready() throws Exception {
    watch.publish(camera(Town.CAMERA));
    hear();
    advanceTo(600);

    watch.publish(SILENT);

    assertSignals(tuple("silent", Kind.RAISED, at(SILENT_AFTER + 59)));
  }

  @Test
  void aNewRuleRaisesADeviceThatFellSilentJustBeforeWithinAMinuteAfterTheGrace() throws Exception {
    watch.publish(camera(Town.CAMERA));
    hear();
    advanceTo(SILENT_AFTER + 5);

    watch.publish(SILENT);
    assertThat(watch.signals()).isEmpty();
    advanceTo(SILENT_AFTER + 60 + 60);

    assertSignals(tuple("silent", Kind.RAISED, at(SILENT_AFTER + 59)));
  }

  @Test
  void aNewRuleClearsWhatItRaisedWhenTheDeviceIsBack() throws Exception {
    watch.publish(camera(Town.CAMERA));
    hear();
    advanceTo(600);
    watch.publish(SILENT);

    hear();

    assertThat(watch.signals()).extracting(Signal::kind).containsExactly(Kind.RAISED, Kind.CLEARED);
  }

  @Test
  void aNewVersionOfTheRuleDoesNotRaiseAgain() throws Exception {
    watch.publish(SILENT);
    watch.publish(camera(Town.CAMERA));
    hear();
    advanceTo(300);

    watch.publish(SILENT.withVersion(2));
    advanceTo(600);

    assertThat(watch.signals()).hasSize(1);
  }

  @Test
  void aNewRuleIsNotAboutDevicesOfOtherClassesAndPlaces() throws Exception {
    watch.publish(camera(Town.CAMERA).in(Town.FAR_GRID));
    watch.publish(TestingDevice.sensor(Town.SENSOR));
    hear();
    watch.send(TestingObservation.from(Town.SENSOR, Measure.GAS_LEL_PERCENT).value(1));
    advanceTo(600);

    watch.publish(
        TestingRules.rule(
                "silent", new Absence(Absence.Kind.SILENT, Set.of(ModelClass.CAMERA), GRACE))
            .in(Town.GRID)
            .build());
    advanceTo(900);

    assertThat(watch.signals()).isEmpty();
  }

  @Test
  void aSilentDeviceThatMovesIsTakenBackAndRaisedWhereItStands() throws Exception {
    watch.publish(SILENT);
    watch.publish(camera(Town.CAMERA));
    hear();
    advanceTo(300);

    watch.publish(camera(Town.CAMERA).in(Town.FAR_GRID));
    advanceTo(600);

    assertThat(watch.signals())
        .extracting(Signal::kind, signal -> signal.subject().place())
        .containsExactly(
            tuple(Kind.RAISED, Town.GRID),
            tuple(Kind.CLEARED, Town.GRID),
            tuple(Kind.RAISED, Town.FAR_GRID));
  }

  @Test
  void aDeviceThatIsRemovedIsTakenBackAndNothingIsKeptOfIt() throws Exception {
    watch.publish(SILENT);
    watch.publish(camera(Town.CAMERA));
    hear();
    advanceTo(300);

    watch.removeDevice(Town.CAMERA);

    assertThat(watch.signals()).extracting(Signal::kind).containsExactly(Kind.RAISED, Kind.CLEARED);
    for (String state :
        new String[] {"absence-watches", "absence-raised", "absence-timer", "device-contact"}) {
      assertThat(watch.keysWith(state)).as(state).isZero();
    }
    assertThat(watch.clockTimers()).isZero();
  }

  @Test
  void theGraceGoesOnAfterARestart() throws Exception {
    watch.publish(SILENT);
    watch.publish(camera(Town.CAMERA));
    hear();
    advanceTo(SILENT_AFTER + 30);

    watch = watch.restart();
    watch.clock(clock);
    advanceTo(SILENT_AFTER + 61);

    assertSignals(tuple("silent", Kind.RAISED, at(SILENT_AFTER + 60)));
  }

  @Test
  void devicesAreEnrolledWhenTheyAreFirstJudgedAndUntilTheyAreRemoved() throws Exception {
    watch.publish(camera(Town.CAMERA));
    assertThat(watch.enrolments()).isEmpty();
    hear();
    watch.removeDevice(Town.CAMERA);

    assertThat(watch.enrolments())
        .extracting(Enrolment::isExpected, enrolment -> enrolment.subject().deviceId())
        .containsExactly(tuple(true, Town.CAMERA), tuple(false, Town.CAMERA));
  }

  private static Rule rule(String id, Absence.Kind kind) {
    return TestingRules.rule(id, new Absence(kind, Set.of(ModelClass.CAMERA), GRACE)).build();
  }

  /** The camera reports now. */
  private void hear() throws Exception {
    watch.send(TestingObservation.from(Town.CAMERA, Measure.HEARTBEAT).at(clock));
  }

  /** Lets the clock go on, second by second. */
  private void advanceTo(int second) throws Exception {
    while (clock.isBefore(seconds(second))) {
      clock = clock.plusSeconds(1);
      watch.clock(clock);
    }
  }

  /** The second in which it occurred; a change is seen with the first one after it. */
  private static Instant at(int second) {
    return seconds(second);
  }

  private void assertSignals(Tuple... signals) {
    assertThat(watch.signals())
        .extracting(
            Signal::ruleId,
            Signal::kind,
            signal -> Instant.ofEpochMilli(signal.occurredAt() / 1_000 * 1_000))
        .containsExactly(signals);
  }
}
