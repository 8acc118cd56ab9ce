package city.xueliang.placewatch.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.xueliang.placewatch.job.CityFeeds.Sent;
import city.xueliang.schemas.CameraKind;
import city.xueliang.schemas.RejectReason;
import city.xueliang.schemas.RejectedRecord;
import city.xueliang.schemas.Topics;
import city.xueliang.testing.Moments;
import city.xueliang.testing.TestingCameraEvent;
import city.xueliang.testing.TestingCluster;
import city.xueliang.testing.TestingDevice;
import city.xueliang.testing.TestingPlace;
import city.xueliang.testing.Town;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is published to the registry while the job runs counts for what comes after it. */
class RegistryChangesITCase {
  private static final String NEW_GRID = "630102007008001";

  @TempDir private static Path folder;
  private static TestingJob job;
  private static int minute;

  @BeforeAll
  static void start() throws Exception {
    job = TestingJob.prepare(folder);
    job.send(CityFeeds.registry());
    job.submit();
  }

  @AfterEach
  void jobHasNotRestarted() {
    assertThat(job.restarts()).isZero();
  }

  @AfterAll
  static void stop() throws Exception {
    job.close();
  }

  @Test
  void aCameraThatMovedCountsForItsNewGrid() throws Exception {
    String camera = Town.camera(0);
    awaitWhileItSends(camera, () -> assertHasRow(Town.GRID, CameraKind.SCENE_SHIFTED));

    publish(Topics.DEVICES, camera, TestingDevice.camera(camera).in(Town.FAR_GRID).bytes());

    awaitWhileItSends(camera, () -> assertHasRow(Town.FAR_GRID, CameraKind.SCENE_SHIFTED));
  }

  @Test
  void aCameraInAGridThatIsNewCountsForIt() throws Exception {
    String camera = Town.camera(77);

    publish(Topics.DEVICES, camera, TestingDevice.camera(camera).in(NEW_GRID).bytes());
    publish(Topics.PLACES, NEW_GRID, TestingPlace.grid(NEW_GRID).bytes());

    awaitWhileItSends(camera, () -> assertHasRow(NEW_GRID, CameraKind.SCENE_SHIFTED));
  }

  @Test
  void aCameraThatIsRetiredIsRejected() throws Exception {
    String camera = Town.camera(1);

    publish(
        Topics.DEVICES,
        camera,
        TestingDevice.camera(camera).in(Town.NEXT_GRID).retiredAt(Moments.NOON).bytes());

    awaitWhileItSends(camera, () -> assertIsRejected(camera, RejectReason.RETIRED_DEVICE));
  }

  @Test
  void aCameraThatIsRemovedIsUnknown() throws Exception {
    String camera = Town.camera(2);

    publish(Topics.DEVICES, camera, null);

    awaitWhileItSends(camera, () -> assertIsRejected(camera, RejectReason.UNKNOWN_DEVICE));
  }

  private static void publish(String topic, String key, byte[] value) throws Exception {
    job.send(List.of(new Sent(topic, key, value, 0)));
  }

  /** Lets the camera and the town send minute by minute until it shows. */
  private static void awaitWhileItSends(String camera, ThrowingRunnable shows) {
    await()
        .atMost(TestingCluster.PATIENCE)
        .pollInterval(Duration.ofMillis(300))
        .untilAsserted(
            () -> {
              minute++;
              byte[] event =
                  TestingCameraEvent.from(camera)
                      .kind(CameraKind.SCENE_SHIFTED)
                      .at(Moments.minutes(minute))
                      .bytes();
              job.send(List.of(new Sent(Topics.CAMERA_EVENTS, camera, event, 0)));
              job.send(CityFeeds.tick(minute));
              shows.run();
            });
  }

  private static void assertHasRow(String grid, CameraKind kind) throws Exception {
    assertThat(new Published(job.topics).rows().values())
        .anyMatch(row -> row.getPlace().equals(grid) && row.getKind() == kind);
  }

  private static void assertIsRejected(String camera, RejectReason reason) throws Exception {
    assertThat(new Published(job.topics).rejections().values())
        .extracting(RejectedRecord::getReason, RejectedRecord::getDetail)
        .anyMatch(
            rejection ->
                rejection.toList().get(0) == reason
                    && rejection.toList().get(1).toString().contains(camera));
  }
}
