package city.xueliang.placewatch.desk;

import static city.xueliang.testing.Moments.NOON;
import static city.xueliang.testing.Moments.minutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import city.xueliang.domain.alert.first.Alert;
import city.xueliang.domain.alert.first.Signal;
import city.xueliang.domain.alert.first.Signal.Kind;
import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.rule.Colour;
import city.xueliang.placewatch.harness.KeyedHarness;
import city.xueliang.testing.Town;
import java.time.Instant;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AlertDeskOperatorTest {
  private KeyedHarness<Signal, Alert> desk;

  @BeforeEach
  void start() throws Exception {
    start(null);
  }

  @AfterEach
  void close() throws Exception {
    desk.close();
  }

  @Test
  void aRaisedConditionOpensAnAlert() throws Exception {
    Signal raised = signal(Kind.RAISED, NOON);

    desk.send(raised);

    assertThat(desk.output()).containsExactly(Alert.open(raised));
    assertThat(desk.count(AlertDesk.OPENED)).isEqualTo(1);
  }

  @Test
  void anOpenAlertIsNotOpenedAgain() throws Exception {
    desk.send(signal(Kind.RAISED, NOON));
    desk.send(signal(Kind.RAISED, minutes(1)));

    assertThat(desk.output()).hasSize(1);
    assertThat(desk.count(AlertDesk.OPENED)).isEqualTo(1);
  }

  @Test
  void aConditionThatWentClearsItsAlertByTheSecondRevision() throws Exception {
    Signal raised = signal(Kind.RAISED, NOON);
    Signal cleared = signal(Kind.CLEARED, minutes(1));

    desk.send(raised);
    desk.send(cleared);

    assertThat(desk.output())
        .containsExactly(new Alert(1, raised, null), new Alert(2, raised, cleared));
    assertThat(desk.output()).extracting(Alert::id).containsOnly(Alert.open(raised).id());
    assertThat(desk.count(AlertDesk.CLEARED)).isEqualTo(1);
  }

  @Test
  void aRelapseOpensAnAlertWithAnotherId() throws Exception {
    desk.send(signal(Kind.RAISED, NOON));
    desk.send(signal(Kind.CLEARED, minutes(1)));
    desk.send(signal(Kind.RAISED, minutes(2)));

    assertThat(desk.output()).extracting(Alert::revision).containsExactly(1, 2, 1);
    assertThat(desk.output().get(2).id()).isNotEqualTo(desk.output().get(0).id());
  }

  @Test
  void aConditionThatWentWithoutAnAlertIsIgnored() throws Exception {
    desk.send(signal(Kind.CLEARED, NOON));

    assertThat(desk.output()).isEmpty();
    assertThat(desk.count(AlertDesk.CLEARED)).isZero();
  }

  @Test
  void eachRuleAndEachDeviceHasAnAlertOfItsOwn() throws Exception {
    desk.send(signal(Kind.RAISED, NOON));
    desk.send(signal(Kind.RAISED, "smoke", Town.SENSOR, NOON));
    desk.send(signal(Kind.RAISED, "gas", Town.sensor(2), NOON));
    desk.send(signal(Kind.CLEARED, "smoke", Town.SENSOR, minutes(1)));

    assertThat(desk.output())
        .extracting(alert -> alert.raised().scope(), Alert::revision)
        .containsExactly(
            tuple("gas@" + Town.SENSOR, 1),
            tuple("smoke@" + Town.SENSOR, 1),
            tuple("gas@" + Town.sensor(2), 1),
            tuple("smoke@" + Town.SENSOR, 2));
  }

  @Test
  void anAlertIsKnownAfterARestart() throws Exception {
    desk.send(signal(Kind.RAISED, NOON));
    String id = desk.output().get(0).id();
    start(desk.stop());

    desk.send(signal(Kind.RAISED, minutes(1)));
    desk.send(signal(Kind.CLEARED, minutes(2)));

    assertThat(desk.output()).extracting(Alert::id, Alert::revision).containsExactly(tuple(id, 2));
  }

  @Test
  void nothingIsKeptOfAClearedAlert() throws Exception {
    desk.send(signal(Kind.RAISED, NOON));
    assertThat(desk.keysWith("open-alerts")).isEqualTo(1);

    desk.send(signal(Kind.CLEARED, minutes(1)));

    assertThat(desk.keysWith("open-alerts")).isZero();
    assertThat(desk.timers()).isZero();
  }

  /** People work an alert for as long as its condition holds. */
  @Test
  void anOpenAlertStays() throws Exception {
    desk.send(signal(Kind.RAISED, NOON));

    desk.reach(minutes(24 * 60));

    assertThat(desk.keysWith("open-alerts")).isEqualTo(1);
  }

  private void start(OperatorSubtaskState state) throws Exception {
    desk = new KeyedHarness<>(new AlertDesk(), Signal::district, state);
  }

  private static Signal signal(Kind kind, Instant occurredAt) {
    return signal(kind, "gas", Town.SENSOR, occurredAt);
  }

  private static Signal signal(Kind kind, String rule, String device, Instant occurredAt) {
    return new Signal(
        kind,
        rule,
        1,
        Colour.RED,
        25,
        device,
        Town.GRID,
        Measure.GAS_LEL_PERCENT,
        kind == Kind.RAISED ? 30 : 10,
        occurredAt.toEpochMilli());
  }
}
