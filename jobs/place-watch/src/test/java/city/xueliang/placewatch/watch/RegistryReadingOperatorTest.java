package city.xueliang.placewatch.watch;

import static city.xueliang.testing.Moments.NOON;
import static city.xueliang.testing.Moments.seconds;
import static city.xueliang.testing.TestingDevice.camera;
import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.place.Place.Validity;
import city.xueliang.placewatch.harness.DeviceHarness;
import city.xueliang.placewatch.intake.Position;
import city.xueliang.testing.TestingObservation;
import city.xueliang.testing.Town;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How the watch over devices reads the registry. */
class RegistryReadingOperatorTest {
  private DeviceHarness watch;

  @BeforeEach
  void start() throws Exception {
    watch = DeviceHarness.start();
  }

  @AfterEach
  void close() throws Exception {
    watch.close();
  }

  @Test
  void noRecordIsJudgedBeforeTheRegistryWasRead() throws Exception {
    watch.send(flameAt(NOON));
    publishTown();
    watch.send(flameAt(seconds(1)));

    assertThat(watch.output()).isEmpty();
    assertThat(watch.rejections()).isEmpty();
    assertThat(watch.keysWith("waiting-records")).isEqualTo(1);
  }

  @Test
  void waitingRecordsAreJudgedInTheirOrderOnceTheRegistryWasRead() throws Exception {
    watch.send(flameAt(seconds(20)));
    watch.send(flameAt(NOON));
    watch.send(flameAt(seconds(10)));
    publishTown();

    watch.endRegistry();

    assertThat(watch.output())
        .extracting(GridObservation::occurredAt)
        .containsExactly(
            seconds(20).toEpochMilli(), NOON.toEpochMilli(), seconds(10).toEpochMilli());
    assertThat(watch.keysWith("waiting-records")).isZero();
  }

  @Test
  void recordsWaitThroughARestart() throws Exception {
    watch.send(flameAt(NOON));
    watch = watch.restartBeforeTheRegistry();
    publishTown();

    watch.endRegistry();

    assertThat(watch.output()).hasSize(1);
  }

  @Test
  void afterARestartRecordsWaitForWhatWasPublishedMeanwhile() throws Exception {
    watch.endRegistry();
    watch = watch.restartBeforeTheRegistry();

    watch.send(flameAt(NOON));
    assertThat(watch.rejections()).isEmpty();

    publishTown();
    watch.endRegistry();
    assertThat(watch.output()).hasSize(1);
    assertThat(watch.rejections()).isEmpty();
  }

  @Test
  void anOlderEntryThatIsReadAgainMovesNoDeviceBack() throws Exception {
    openTown();
    watch.publish(camera(Town.CAMERA).in(Town.NEXT_GRID), new Position(20, 20));

    watch.publish(camera(Town.CAMERA).in(Town.GRID), new Position(10, 10));

    watch.send(flameAt(NOON));
    assertThat(watch.output()).extracting(GridObservation::grid).containsExactly(Town.NEXT_GRID);
  }

  @Test
  void anOlderEntryThatIsReadAgainBringsNoRemovedDeviceBack() throws Exception {
    openTown();
    watch.removeDevice(Town.CAMERA, new Position(20, 20));
    watch = watch.restart();

    watch.publish(camera(Town.CAMERA), new Position(10, 10));

    watch.send(flameAt(NOON));
    assertThat(watch.output()).isEmpty();
  }

  @Test
  void anOlderEntryThatIsReadAgainChangesNoGrid() throws Exception {
    openTown();
    watch.publishGrid(Town.GRID, null, new Position(20, 20));
    watch = watch.restart();

    watch.publishGrid(Town.GRID, Validity.ALWAYS, new Position(10, 10));

    watch.send(flameAt(NOON));
    assertThat(watch.output()).isEmpty();
  }

  private void publishTown() throws Exception {
    watch.publishGrid(Town.GRID);
    watch.publishGrid(Town.NEXT_GRID);
    watch.publish(camera(Town.CAMERA));
  }

  private void openTown() throws Exception {
    publishTown();
    watch.endRegistry();
  }

  private static TestingObservation flameAt(Instant occurredAt) {
    return TestingObservation.from(Town.CAMERA, Measure.FLAME).at(occurredAt);
  }
}
