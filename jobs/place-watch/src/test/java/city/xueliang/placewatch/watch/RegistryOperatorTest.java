package city.xueliang.placewatch.watch;

import static city.xueliang.testing.Moments.NOON;
import static city.xueliang.testing.Moments.minutes;
import static city.xueliang.testing.TestingDevice.camera;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.place.Place.Validity;
import city.xueliang.placewatch.harness.DeviceHarness;
import city.xueliang.placewatch.intake.Rejection;
import city.xueliang.schemas.RejectReason;
import city.xueliang.testing.TestingObservation;
import city.xueliang.testing.Town;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the watch over devices makes of the registry. */
class RegistryOperatorTest {
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
  void aKnownDeviceCountsForItsGrid() throws Exception {
    openTown();

    watch.send(TestingObservation.from(Town.CAMERA, Measure.CROWD_COUNT).value(12));

    assertThat(watch.output())
        .containsExactly(
            new GridObservation(Town.GRID, Measure.CROWD_COUNT, NOON.toEpochMilli(), 12, 7));
  }

  @Test
  void anUnknownDeviceIsRejectedWithItsRecord() throws Exception {
    openTown();

    watch.send(TestingObservation.from(Town.camera(99), Measure.FLAME));

    assertThat(watch.output()).isEmpty();
    assertRejected(
        RejectReason.UNKNOWN_DEVICE, "device %s is not in the registry".formatted(Town.camera(99)));
    assertThat(watch.rejections().get(0).source().topic()).isEqualTo("feed");
    assertThat(watch.rejections().get(0).source().bytes()).isNotEmpty();
    assertThat(watch.count("rejected")).isEqualTo(1);
  }

  @Test
  void aRetiredDeviceIsRejectedFromThenOn() throws Exception {
    openTown();
    watch.publish(camera(Town.CAMERA).retiredAt(minutes(1)));

    watch.send(flameAt(minutes(1).minusMillis(1)));
    watch.send(flameAt(minutes(1)));

    assertThat(watch.output()).hasSize(1);
    assertRejected(
        RejectReason.RETIRED_DEVICE,
        "device %s was retired at 2026-11-21T04:01:00Z; the record occurred at 2026-11-21T04:01:00Z"
            .formatted(Town.CAMERA));
  }

  @Test
  void aRemovedDeviceIsUnknown() throws Exception {
    openTown();
    watch.removeDevice(Town.CAMERA);

    watch.send(flameAt(NOON));

    assertRejected(
        RejectReason.UNKNOWN_DEVICE, "device %s is not in the registry".formatted(Town.CAMERA));
  }

  @Test
  void aRemovedDeviceCanComeBack() throws Exception {
    openTown();
    watch.removeDevice(Town.CAMERA);
    watch.publish(camera(Town.CAMERA));

    watch.send(flameAt(NOON));

    assertThat(watch.output()).hasSize(1);
  }

  @Test
  void aDeviceOfAnotherClassIsRejected() throws Exception {
    openTown();

    watch.send(TestingObservation.from(Town.CAMERA, Measure.NOISE_DBA).value(50));

    assertRejected(
        RejectReason.WRONG_MODEL_CLASS,
        "device %s is a CAMERA, but NOISE_DBA comes from a SENSOR".formatted(Town.CAMERA));
  }

  @Test
  void aGridThatIsNotInTheRegistryIsRejected() throws Exception {
    openTown();
    watch.publish(camera(Town.CAMERA).in(Town.FAR_GRID));

    watch.send(flameAt(NOON));

    assertRejected(
        RejectReason.UNKNOWN_GRID,
        "grid %s of device %s is not in the registry".formatted(Town.FAR_GRID, Town.CAMERA));
  }

  @Test
  void aGridThatIsAddedWhileTheJobRunsIsKnownFromThenOn() throws Exception {
    openTown();
    watch.publish(camera(Town.CAMERA).in(Town.FAR_GRID));
    watch.publishGrid(Town.FAR_GRID);

    watch.send(flameAt(NOON));

    assertThat(watch.output()).extracting(GridObservation::grid).containsExactly(Town.FAR_GRID);
  }

  @Test
  void aGridThatIsRemovedIsUnknown() throws Exception {
    openTown();
    watch.removeGrid(Town.GRID);

    watch.send(flameAt(NOON));

    assertThat(watch.rejections())
        .extracting(Rejection::reason)
        .containsExactly(RejectReason.UNKNOWN_GRID);
  }

  @Test
  void aGridIsKnownWhileItIsValid() throws Exception {
    openTown();
    watch.publishGrid(Town.GRID, new Validity(NOON, minutes(1)));

    watch.send(flameAt(NOON.minusMillis(1)));
    watch.send(flameAt(NOON));
    watch.send(flameAt(minutes(1).minusMillis(1)));
    watch.send(flameAt(minutes(1)));

    assertThat(watch.output()).hasSize(2);
    assertThat(watch.rejections())
        .extracting(Rejection::detail)
        .containsExactly(validity("2026-11-21T03:59:59.999Z"), validity("2026-11-21T04:01:00Z"));
  }

  @Test
  void aGridThatIsValidOnOneSideIsToldSo() throws Exception {
    openTown();
    watch.publishGrid(Town.GRID, new Validity(minutes(1), null));
    watch.send(flameAt(NOON));
    watch.publishGrid(Town.GRID, new Validity(null, NOON));
    watch.send(flameAt(NOON));

    assertThat(watch.rejections().get(0).detail())
        .contains("is valid from 2026-11-21T04:01:00Z until further notice;");
    assertThat(watch.rejections().get(1).detail())
        .contains("is valid from ever until 2026-11-21T04:00:00Z;");
  }

  @Test
  void theEntryOfADeviceStays() throws Exception {
    openTown();
    watch.send(flameAt(NOON));

    watch.reach(minutes(24 * 60));

    assertThat(watch.keysWith("registry-entry")).isEqualTo(1);
    assertThat(watch.keysWith("seen-records")).isZero();
    assertThat(watch.keysWith("heard-windows")).isZero();
    assertThat(watch.timers()).isZero();
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

  private void assertRejected(RejectReason reason, String detail) {
    assertThat(watch.rejections())
        .extracting(Rejection::reason, Rejection::detail)
        .containsExactly(tuple(reason, detail));
  }

  private static String validity(String occurredAt) {
    return "grid %s of device %s is valid from 2026-11-21T04:00:00Z until 2026-11-21T04:01:00Z; the record occurred at %s"
        .formatted(Town.GRID, Town.CAMERA, occurredAt);
  }

  private static TestingObservation flameAt(Instant occurredAt) {
    return TestingObservation.from(Town.CAMERA, Measure.FLAME).at(occurredAt);
  }
}
