package city.xueliang.placewatch.watch;

import static city.xueliang.testing.Moments.NOON;
import static city.xueliang.testing.Moments.minutes;
import static city.xueliang.testing.Moments.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.observation.Measure;
import city.xueliang.placewatch.harness.DeviceHarness;
import city.xueliang.testing.TestingDevice;
import city.xueliang.testing.TestingObservation;
import city.xueliang.testing.TestingRule;
import city.xueliang.testing.Town;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the watch over devices makes of what comes twice, and of several records in a minute. */
class DuplicatesOperatorTest {
  /** The minute of noon ended by then, and lateness and slack have passed since. */
  private static final Instant NOON_IS_FORGOTTEN = minutes(1 + 60 + 10);

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
  void aSecondRecordWithTheSameEventIdIsADuplicate() throws Exception {
    watch.send(flameAt(NOON).id(7));
    watch.send(flameAt(NOON).id(7));
    watch.send(flameAt(NOON).id(8));

    assertThat(watch.output()).hasSize(2);
    assertThat(watch.count("duplicate")).isEqualTo(1);
  }

  @Test
  void twoDevicesMaySendTheSameEventId() throws Exception {
    watch.publish(TestingDevice.camera(Town.camera(2)));

    watch.send(flameAt(NOON).id(7));
    watch.send(TestingObservation.from(Town.camera(2), Measure.FLAME).id(7));

    assertThat(watch.output()).hasSize(2);
  }

  @Test
  void aSecondReadingOfTheSameQuantityAndTimeIsADuplicate() throws Exception {
    watch.send(reading(Measure.NOISE_DBA, NOON, 50));
    watch.send(reading(Measure.NOISE_DBA, NOON, 60));
    watch.send(reading(Measure.PM2_5_UG_M3, NOON, 50));
    watch.send(reading(Measure.NOISE_DBA, NOON.plusMillis(1), 50));

    assertThat(watch.output()).extracting(GridObservation::value).containsExactly(50.0, 50.0, 50.0);
    assertThat(watch.count("duplicate")).isEqualTo(1);
  }

  @Test
  void aDuplicateIsKnownAfterARestart() throws Exception {
    watch.send(flameAt(NOON).id(7));
    watch.send(reading(Measure.NOISE_DBA, NOON, 50));
    watch = watch.restart();

    watch.send(flameAt(NOON).id(7));
    watch.send(reading(Measure.NOISE_DBA, NOON, 50));

    assertThat(watch.output()).isEmpty();
    assertThat(watch.count("duplicate")).isEqualTo(2);
  }

  @Test
  void aDuplicateIsKnownUntilItsMinuteIsGone() throws Exception {
    watch.send(flameAt(NOON).id(7));

    watch.reach(NOON_IS_FORGOTTEN.minusMillis(1));
    watch.send(flameAt(NOON).id(7));
    watch.reach(NOON_IS_FORGOTTEN);
    watch.send(flameAt(NOON).id(7));

    assertThat(watch.output()).hasSize(1);
    assertThat(watch.count("duplicate")).isEqualTo(1);
    assertThat(watch.count("missed")).isEqualTo(1);
  }

  @Test
  void aDuplicateRaisesNothing() throws Exception {
    watch.send(crowdAt(NOON, 500).id(1));
    watch.send(crowdAt(seconds(1), 10).id(2));
    watch.send(crowdAt(NOON, 500).id(1));

    assertThat(watch.signals()).hasSize(2);
  }

  @Test
  void aDeviceIsMarkedOnceInEachWindowAndMeasure() throws Exception {
    watch.send(flameAt(NOON));
    watch.send(flameAt(seconds(59)));
    watch.send(crowdAt(seconds(30), 1));
    watch.send(flameAt(seconds(60)));

    assertThat(watch.output()).extracting(GridObservation::firsts).containsExactly(7, 0, 7, 1);
  }

  @Test
  void theMarkDoesNotDependOnTheOrder() throws Exception {
    watch.send(flameAt(minutes(5)));
    watch.send(flameAt(NOON));
    watch.send(flameAt(minutes(5).minusMillis(1)));
    watch.send(flameAt(minutes(5).plusSeconds(59)));
    watch.send(flameAt(seconds(30)));

    assertThat(watch.output()).extracting(GridObservation::firsts).containsExactly(7, 1, 1, 0, 0);
  }

  @Test
  void theMarkIsKnownAfterARestart() throws Exception {
    watch.send(flameAt(NOON));
    watch = watch.restart();

    watch.send(flameAt(seconds(1)));

    assertThat(watch.output()).extracting(GridObservation::firsts).containsExactly(0);
  }

  private static TestingObservation flameAt(Instant occurredAt) {
    return TestingObservation.from(Town.CAMERA, Measure.FLAME).at(occurredAt);
  }

  private static TestingObservation crowdAt(Instant occurredAt, int count) {
    return TestingObservation.from(Town.CAMERA, Measure.CROWD_COUNT).at(occurredAt).value(count);
  }

  private static TestingObservation reading(Measure quantity, Instant occurredAt, double value) {
    return TestingObservation.from(Town.SENSOR, quantity).at(occurredAt).value(value);
  }
}
