package city.xueliang.placewatch.watch;

import static city.xueliang.testing.Moments.NOON;
import static city.xueliang.testing.Moments.minutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import city.xueliang.domain.alert.Signal;
import city.xueliang.domain.alert.Signal.Kind;
import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.rule.Condition;
import city.xueliang.domain.rule.Direction;
import city.xueliang.domain.rule.Rule;
import city.xueliang.placewatch.harness.DeviceHarness;
import city.xueliang.testing.TestingDevice;
import city.xueliang.testing.TestingObservation;
import city.xueliang.testing.TestingRules;
import city.xueliang.testing.Town;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Values that rise too fast: by 20 °C or more within five minutes, until it is 5 °C or less. */
class RateRulesOperatorTest {
  private static final Rule RISE =
      TestingRules.rule(
              "rise",
              new Condition.Rate(
                  Measure.TEMPERATURE_CELSIUS, Direction.ABOVE, 20, 5, Duration.ofMinutes(5)))
          .build();

  private DeviceHarness watch;

  @BeforeEach
  void start() throws Exception {
    watch = DeviceHarness.start(RISE);
    watch.clock(NOON);
    watch.endRegistry();
    watch.publishGrid(Town.GRID);
    watch.publish(TestingDevice.sensor(Town.SENSOR));
  }

  @AfterEach
  void close() throws Exception {
    watch.close();
  }

  @Test
  void aFastRiseIsRaisedOnceAndClearedWhenTheValuesStandStill() throws Exception {
    measure(0, 20);
    measure(2, 30);
    measure(4, 41);
    measure(5, 45);
    for (int minute = 6; minute <= 12; minute++) {
      measure(minute, 45);
    }

    assertThat(watch.signals())
        .extracting(Signal::kind, signal -> signal.subject().deviceId())
        .containsExactly(tuple(Kind.RAISED, Town.SENSOR), tuple(Kind.CLEARED, Town.SENSOR));
    assertThat(watch.signals().get(0).occurredAt()).isEqualTo(minutes(4).toEpochMilli());
  }

  @Test
  void theSameRiseOverALongerTimeIsNotRaised() throws Exception {
    for (int minute = 0; minute <= 30; minute++) {
      measure(minute, 20 + 3 * minute);
    }

    assertThat(watch.signals()).isEmpty();
  }

  @Test
  void aRiseGoesOnAfterARestart() throws Exception {
    measure(0, 20);

    watch = watch.restart();
    measure(4, 41);

    assertThat(watch.signals()).extracting(Signal::kind).containsExactly(Kind.RAISED);
  }

  @Test
  void aRiseAfterWhichNothingComesIsClearedByTimeAlone() throws Exception {
    measure(0, 20);
    measure(4, 41);

    watch.reach(minutes(9).minusMillis(1));
    assertThat(watch.signals()).hasSize(1);
    watch.reach(minutes(9));

    assertThat(watch.signals())
        .extracting(Signal::kind, Signal::occurredAt)
        .containsExactly(
            tuple(Kind.RAISED, minutes(4).toEpochMilli()),
            tuple(Kind.CLEARED, minutes(9).toEpochMilli()));
  }

  @Test
  void valuesOfASensorThatFellSilentAreForgotten() throws Exception {
    measure(0, 20);
    measure(4, 21);

    watch.reach(minutes(24 * 60));

    assertThat(watch.keysWith("rate-watches")).isZero();
    assertThat(watch.keysWith("rate-timer")).isZero();
  }

  @Test
  void aRuleThatAsksForMoreClears() throws Exception {
    measure(0, 20);
    measure(4, 41);

    watch.publish(
        TestingRules.rule(
                "rise",
                new Condition.Rate(
                    Measure.TEMPERATURE_CELSIUS, Direction.ABOVE, 60, 30, Duration.ofMinutes(5)))
            .version(2)
            .build());

    assertThat(watch.signals())
        .extracting(Signal::kind, Signal::ruleVersion)
        .containsExactly(tuple(Kind.RAISED, 1), tuple(Kind.CLEARED, 2));
  }

  @Test
  void aDeviceThatIsRemovedIsTakenBackAndNothingIsKeptOfIt() throws Exception {
    measure(0, 20);
    measure(4, 41);

    watch.removeDevice(Town.SENSOR);

    assertThat(watch.signals()).extracting(Signal::kind).containsExactly(Kind.RAISED, Kind.CLEARED);
    assertThat(watch.keysWith("rate-watches")).isZero();
    assertThat(watch.keysWith("rate-raised")).isZero();
    assertThat(watch.keysWith("rate-timer")).isZero();
  }

  private void measure(int minute, double celsius) throws Exception {
    watch.send(
        TestingObservation.from(Town.SENSOR, Measure.TEMPERATURE_CELSIUS)
            .value(celsius)
            .at(minutes(minute)));
  }
}
