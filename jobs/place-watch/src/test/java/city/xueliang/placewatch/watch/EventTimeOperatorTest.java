package city.xueliang.placewatch.watch;

import static city.xueliang.testing.Moments.NOON;
import static city.xueliang.testing.Moments.minutes;
import static city.xueliang.testing.Moments.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.observation.EventTime;
import city.xueliang.domain.observation.Measure;
import city.xueliang.placewatch.harness.DeviceHarness;
import city.xueliang.testing.TestingDevice;
import city.xueliang.testing.TestingObservation;
import city.xueliang.testing.TestingRule;
import city.xueliang.testing.Town;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the watch over devices makes of time. */
class EventTimeOperatorTest {
  /** The minute of noon ended by then, and lateness and slack have passed since. */
  private static final Instant NOON_IS_FORGOTTEN = minutes(1 + 60 + 10);

  /** The ten minutes from noon ended by then, and lateness and slack have passed since. */
  private static final Instant SPAN_IS_FORGOTTEN = minutes(10 + 60 + 10);

  /** The city's day ended at midnight, and lateness and slack have passed since. */
  private static final Instant DAY_IS_FORGOTTEN = minutes(12 * 60 + 60 + 10);

  private DeviceHarness watch;

  @BeforeEach
  void start() throws Exception {
    watch = DeviceHarness.start(TestingRule.above("crowd", Measure.CROWD_COUNT, 100, 80).build());
    watch.publishGrid(Town.GRID);
    watch.publish(TestingDevice.camera(Town.CAMERA));
    watch.publish(TestingDevice.sensor(Town.SENSOR));
    watch.endRegistry();
  }

  @AfterEach
  void close() throws Exception {
    watch.close();
  }

  @Test
  void aRecordThatWasReceivedAnHourLaterIsInTime() throws Exception {
    watch.send(flameAt(NOON).receivedAfter(Duration.ofHours(1)));

    assertThat(watch.output()).hasSize(1);
    assertThat(watch.count("late")).isZero();
  }

  @Test
  void aRecordThatWasReceivedMoreThanAnHourLaterIsLate() throws Exception {
    watch.send(flameAt(NOON).receivedAfter(Duration.ofHours(1).plusMillis(1)));

    assertThat(watch.output()).isEmpty();
    assertThat(watch.rejections()).isEmpty();
    assertThat(watch.count("late")).isEqualTo(1);
  }

  @Test
  void aLateRecordRaisesNothing() throws Exception {
    watch.send(crowdAt(NOON, 500).receivedAfter(Duration.ofHours(2)));

    assertThat(watch.signals()).isEmpty();
  }

  @Test
  void aRecordInTimeIsTakenAsLongAsItsMinuteIsKept() throws Exception {
    watch.reach(NOON_IS_FORGOTTEN.minusMillis(1));

    watch.send(flameAt(NOON));

    assertThat(watch.output()).hasSize(1);
  }

  @Test
  void aRecordInTimeWhoseMinuteIsGoneIsMissed() throws Exception {
    watch.reach(NOON_IS_FORGOTTEN);

    watch.send(flameAt(seconds(59)));
    watch.send(flameAt(minutes(1)));

    assertThat(watch.output()).hasSize(1);
    assertThat(watch.count("missed")).isEqualTo(1);
    assertThat(watch.count("late")).isZero();
  }

  @Test
  void aMinuteThatWasForgottenBeforeARestartNeverOpensAgain() throws Exception {
    watch.send(flameAt(NOON));
    watch.reach(NOON_IS_FORGOTTEN);
    watch = watch.restart();

    watch.send(flameAt(NOON));
    watch.send(flameAt(seconds(30)));

    assertThat(watch.output()).isEmpty();
    assertThat(watch.count("missed")).isEqualTo(2);
  }

  @Test
  void aLowerWatermarkAfterARestartOpensNothingEither() throws Exception {
    watch.reach(NOON_IS_FORGOTTEN);
    watch = watch.restart();
    watch.reach(minutes(5));

    watch.send(flameAt(NOON));

    assertThat(watch.count("missed")).isEqualTo(1);
  }

  @Test
  void identitiesGoAfterLatenessAndSlack() throws Exception {
    watch.send(flameAt(NOON));
    watch.send(flameAt(minutes(9)));

    watch.reach(SPAN_IS_FORGOTTEN.minusMillis(1));
    assertThat(watch.keysWith("seen-records")).isEqualTo(1);

    watch.reach(SPAN_IS_FORGOTTEN);
    assertThat(watch.keysWith("seen-records")).isZero();
  }

  @Test
  void marksAndTimersGoAfterTheDayAndLatenessAndSlack() throws Exception {
    watch.send(flameAt(NOON));

    watch.reach(DAY_IS_FORGOTTEN.minusMillis(1));
    assertThat(watch.keysWith("heard-windows")).isEqualTo(1);
    assertThat(watch.timers()).isEqualTo(1);

    watch.reach(DAY_IS_FORGOTTEN);
    assertThat(watch.keysWith("heard-windows")).isZero();
    assertThat(watch.timers()).isZero();
  }

  @Test
  void aMarkHoldsAsLongAsItsDay() throws Exception {
    watch.send(flameAt(NOON));
    watch.reach(DAY_IS_FORGOTTEN.minus(EventTime.SLACK).minus(EventTime.LATENESS).minusMillis(1));

    watch.send(flameAt(minutes(12 * 60 - 1)));

    assertThat(watch.output()).extracting(GridObservation::firsts).containsExactly(7, 1 | 2);
  }

  @Test
  void whatCameBeforeARestartGoesAfterIt() throws Exception {
    watch.send(flameAt(NOON));
    watch = watch.restart();

    watch.reach(DAY_IS_FORGOTTEN);

    assertThat(watch.keysWith("seen-records")).isZero();
    assertThat(watch.keysWith("heard-windows")).isZero();
    assertThat(watch.timers()).isZero();
  }

  @Test
  void theEndOfAllInputMakesNothingMissedAfterARestart() throws Exception {
    watch.reach(minutes(5));
    watch.reach(Long.MAX_VALUE);
    watch = watch.restart();
    watch.endRegistry();

    watch.send(flameAt(NOON));

    assertThat(watch.output()).hasSize(1);
  }

  private static TestingObservation flameAt(Instant occurredAt) {
    return TestingObservation.from(Town.CAMERA, Measure.FLAME).at(occurredAt);
  }

  private static TestingObservation crowdAt(Instant occurredAt, int count) {
    return TestingObservation.from(Town.CAMERA, Measure.CROWD_COUNT).at(occurredAt).value(count);
  }
}
