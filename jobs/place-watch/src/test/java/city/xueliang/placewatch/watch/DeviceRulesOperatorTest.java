package city.xueliang.placewatch.watch;

import static city.xueliang.testing.Moments.NOON;
import static city.xueliang.testing.Moments.minutes;
import static city.xueliang.testing.Moments.seconds;
import static city.xueliang.testing.TestingDevice.sensor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import city.xueliang.domain.alert.Evidence;
import city.xueliang.domain.alert.Signal;
import city.xueliang.domain.alert.Signal.Kind;
import city.xueliang.domain.alert.Subject;
import city.xueliang.domain.alert.Why;
import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.place.ModelClass;
import city.xueliang.domain.rule.Rule;
import city.xueliang.placewatch.harness.DeviceHarness;
import city.xueliang.testing.TestingObservation;
import city.xueliang.testing.TestingRule;
import city.xueliang.testing.Town;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the watch over devices makes of the rules. */
class DeviceRulesOperatorTest {
  private DeviceHarness watch;

  @AfterEach
  void close() throws Exception {
    watch.close();
  }

  @Test
  void aValueAtTheLimitRaisesAndOneAtTheClearLimitClears() throws Exception {
    start(gasRule());

    gas(seconds(0), 24.9);
    gas(seconds(1), 25);
    gas(seconds(2), 20.1);
    gas(seconds(3), 20);

    Subject sensor = new Subject(Town.GRID, Town.DISTRICT, Town.SENSOR, "sw-01", ModelClass.SENSOR);
    assertThat(watch.signals())
        .containsExactly(
            Signal.of(Kind.RAISED, gasRule().build(), sensor, passed(1, 25), at(1)),
            Signal.of(Kind.CLEARED, gasRule().build(), sensor, passed(3, 20), at(3)));
  }

  private static Why passed(int second, double value) {
    return Why.passed(
        25, List.of(new Evidence(Town.SENSOR, Measure.GAS_LEL_PERCENT, value, at(second))));
  }

  private static long at(int second) {
    return seconds(second).toEpochMilli();
  }

  @Test
  void aRuleCanBeBrokenBelow() throws Exception {
    start(TestingRule.below("battery", Measure.BATTERY_PERCENT, 10, 30));

    watch.send(TestingObservation.from(Town.SENSOR, Measure.BATTERY_PERCENT).value(10));

    assertThat(watch.signals()).extracting(Signal::kind).containsExactly(Kind.RAISED);
  }

  @Test
  void theConditionHasToHoldForTheDwell() throws Exception {
    start(gasRule().dwell(Duration.ofSeconds(10)));

    gas(seconds(0), 30);
    gas(seconds(5), 10);
    gas(seconds(6), 30);
    gas(seconds(15), 30);
    assertThat(watch.signals()).isEmpty();

    gas(seconds(16), 30);
    assertThat(watch.signals())
        .extracting(Signal::occurredAt)
        .containsExactly(seconds(16).toEpochMilli());
  }

  @Test
  void aConditionThatHoldsIsRaisedOnce() throws Exception {
    start(gasRule());

    for (int i = 0; i < 10; i++) {
      gas(seconds(i), 30 + i);
    }

    assertThat(watch.signals()).hasSize(1);
  }

  @Test
  void aValueOlderThanTheNewestChangesNothing() throws Exception {
    start(gasRule());

    gas(seconds(10), 30);
    gas(seconds(5), 0);

    assertThat(watch.signals()).extracting(Signal::kind).containsExactly(Kind.RAISED);
  }

  @Test
  void aRuleJudgesTheDevicesOfItsPlacesOnly() throws Exception {
    start(gasRule().in(Town.OTHER_DISTRICT));

    gas(NOON, 90);

    assertThat(watch.signals()).isEmpty();
    assertThat(watch.keysWith("threshold-watches")).isZero();
  }

  @Test
  void severalRulesJudgeTheSameValue() throws Exception {
    start(gasRule(), TestingRule.above("gas-second", Measure.GAS_LEL_PERCENT, 50, 40));

    gas(seconds(0), 60);
    gas(seconds(1), 30);

    assertThat(watch.signals())
        .extracting(Signal::ruleId, Signal::kind)
        .containsExactly(
            tuple("gas", Kind.RAISED),
            tuple("gas-second", Kind.RAISED),
            tuple("gas-second", Kind.CLEARED));
  }

  @Test
  void eachDeviceStandsForItself() throws Exception {
    start(gasRule());
    watch.publish(sensor(Town.sensor(2)));

    gas(seconds(0), 60);
    watch.send(
        TestingObservation.from(Town.sensor(2), Measure.GAS_LEL_PERCENT).value(0).at(seconds(1)));

    assertThat(watch.signals())
        .extracting(signal -> signal.subject().deviceId())
        .containsExactly(Town.SENSOR);
  }

  @Test
  void aDeviceThatMovesOutOfTheRulesPlacesClearsWhereItRaised() throws Exception {
    start(gasRule().in(Town.GRID));
    gas(seconds(0), 60);
    watch.publish(sensor(Town.SENSOR).in(Town.FAR_GRID));

    gas(seconds(1), 0);
    gas(seconds(2), 60);

    assertThat(watch.signals())
        .extracting(Signal::kind, signal -> signal.subject().place())
        .containsExactly(tuple(Kind.RAISED, Town.GRID), tuple(Kind.CLEARED, Town.GRID));
  }

  @Test
  void aMovedDeviceThatIsStillCoveredRaisesNextWhereItStands() throws Exception {
    start(gasRule());
    gas(seconds(0), 60);
    watch.publish(sensor(Town.SENSOR).in(Town.FAR_GRID));

    gas(seconds(1), 0);
    gas(seconds(2), 60);

    assertThat(watch.signals())
        .extracting(Signal::kind, signal -> signal.subject().district())
        .containsExactly(
            tuple(Kind.RAISED, Town.DISTRICT),
            tuple(Kind.CLEARED, Town.DISTRICT),
            tuple(Kind.RAISED, Town.OTHER_DISTRICT));
  }

  @Test
  void aDeviceThatComesBackStartsItsDwellAnew() throws Exception {
    start(gasRule().in(Town.GRID).dwell(Duration.ofMinutes(1)));
    gas(seconds(0), 60);
    watch.publish(sensor(Town.SENSOR).in(Town.FAR_GRID));
    gas(seconds(10), 0);
    watch.publish(sensor(Town.SENSOR).in(Town.GRID));

    gas(minutes(5), 60);

    assertThat(watch.signals()).isEmpty();
  }

  @Test
  void whereADeviceStandsWithARuleIsKnownAfterARestart() throws Exception {
    start(gasRule());
    gas(seconds(0), 60);
    watch = watch.restart();

    gas(seconds(1), 70);
    gas(seconds(2), 0);

    assertThat(watch.signals()).extracting(Signal::kind).containsExactly(Kind.CLEARED);
  }

  /** An alert can be open for days; the next value has to find that it is. */
  @Test
  void whereADeviceStandsWithARuleStays() throws Exception {
    start(gasRule());
    gas(seconds(0), 60);

    watch.reach(minutes(24 * 60));

    assertThat(watch.keysWith("threshold-watches")).isEqualTo(1);
    assertThat(watch.timers()).isZero();
    watch.send(gasAt(minutes(24 * 60), 0));
    assertThat(watch.signals()).extracting(Signal::kind).containsExactly(Kind.RAISED, Kind.CLEARED);
  }

  @Test
  void nothingIsKeptOfARuleThatNoLongerCoversTheDevice() throws Exception {
    start(gasRule().in(Town.GRID));
    gas(seconds(0), 60);
    watch.publish(sensor(Town.SENSOR).in(Town.FAR_GRID));

    gas(seconds(1), 0);
    gas(seconds(2), 0);

    assertThat(watch.keysWith("threshold-watches")).isZero();
  }

  @Test
  void aChangedRuleThatTheLastValueStillBreaksSaysNothing() throws Exception {
    start(gasRule());
    gas(seconds(0), 60);

    watch.publish(TestingRule.above("gas", Measure.GAS_LEL_PERCENT, 50, 40).version(2).build());

    assertThat(watch.signals()).hasSize(1);
  }

  @Test
  void aChangedRuleThatTheLastValueDoesNotBreakIsClearedAtOnce() throws Exception {
    start(gasRule());
    gas(seconds(0), 60);

    watch.publish(TestingRule.above("gas", Measure.GAS_LEL_PERCENT, 80, 70).version(2).build());

    assertThat(watch.signals())
        .extracting(Signal::kind, Signal::ruleVersion)
        .containsExactly(tuple(Kind.RAISED, 1), tuple(Kind.CLEARED, 2));
  }

  @Test
  void aChangedRuleJudgesTheNextValue() throws Exception {
    start(gasRule());
    watch.publish(TestingRule.above("gas", Measure.GAS_LEL_PERCENT, 10, 5).version(2).build());

    gas(seconds(0), 12);

    assertThat(watch.signals()).extracting(Signal::ruleVersion).containsExactly(2);
  }

  @Test
  void aRuleThatNoLongerCoversThePlaceIsClearedAtOnce() throws Exception {
    start(gasRule());
    gas(seconds(0), 60);

    watch.publish(gasRule().in(Town.OTHER_DISTRICT).version(2).build());

    assertThat(watch.signals()).extracting(Signal::kind).containsExactly(Kind.RAISED, Kind.CLEARED);
    assertThat(watch.keysWith("threshold-watches")).isZero();
  }

  @Test
  void nothingIsKeptOfARuleThatWasRemoved() throws Exception {
    start(gasRule());
    gas(seconds(0), 60);

    watch.removeRule("gas");

    assertThat(watch.keysWith("threshold-watches")).isZero();
    assertThat(watch.keysWith("threshold-raised")).isZero();
  }

  @Test
  void whatARemovedDeviceHasRaisedIsTakenBack() throws Exception {
    start(gasRule());
    gas(seconds(0), 60);

    watch.removeDevice(Town.SENSOR);

    assertThat(watch.signals()).extracting(Signal::kind).containsExactly(Kind.RAISED, Kind.CLEARED);
    assertThat(watch.keysWith("threshold-watches")).isZero();
  }

  private void start(TestingRule... rules) throws Exception {
    watch = DeviceHarness.start(Arrays.stream(rules).map(TestingRule::build).toArray(Rule[]::new));
    watch.publishGrid(Town.GRID);
    watch.publishGrid(Town.FAR_GRID);
    watch.publish(sensor(Town.SENSOR));
    watch.endRegistry();
  }

  private static TestingRule gasRule() {
    return TestingRule.above("gas", Measure.GAS_LEL_PERCENT, 25, 20);
  }

  private void gas(Instant occurredAt, double value) throws Exception {
    watch.send(gasAt(occurredAt, value));
  }

  private static TestingObservation gasAt(Instant occurredAt, double value) {
    return TestingObservation.from(Town.SENSOR, Measure.GAS_LEL_PERCENT)
        .at(occurredAt)
        .value(value);
  }
}
