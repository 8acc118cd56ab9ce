package city.xueliang.placewatch.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.xueliang.placewatch.job.CityFeeds.Sent;
import city.xueliang.schemas.CameraKind;
import city.xueliang.schemas.PlaceMetrics;
import city.xueliang.schemas.RejectReason;
import city.xueliang.schemas.RejectedRecord;
import city.xueliang.schemas.Topics;
import city.xueliang.schemas.Window;
import city.xueliang.testing.Moments;
import city.xueliang.testing.TestingCameraEvent;
import city.xueliang.testing.TestingCluster;
import city.xueliang.testing.TestingDevice;
import city.xueliang.testing.TestingPlace;
import city.xueliang.testing.Town;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is published to the registry while the job runs counts for what comes after it. */
class RegistryChangesITCase {
  private static final String CITY = "630100";
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
  void aCameraThatMovedCountsForItsNewGridAndIsOneOfTheCity() throws Exception {
    String camera = Town.camera(0);
    CameraKind kind = CameraKind.VIDEO_LOSS;
    awaitWhileItSends(camera, kind, () -> assertHasRow(Town.GRID, kind));
    Instant move = Moments.minutes(minute + 1);

    publish(
        Topics.DEVICES, camera, TestingDevice.camera(camera).in(Town.FAR_GRID).since(move).bytes());

    awaitWhileItSends(camera, kind, () -> assertHasRow(Town.FAR_GRID, kind));
    assertThat(rows(Town.GRID, kind)).allMatch(row -> row.getWindowStart().isBefore(move));
    awaitWhileItSends(
        camera,
        kind,
        () -> {
          long here = countOfDay(Town.GRID, kind);
          assertThat(here).isPositive();
          assertThat(countOfDay(Town.FAR_GRID, kind)).isPositive();
          assertThat(countOfDay(CITY, kind)).isGreaterThan(here);
        });
    assertThat(rows(CITY, kind)).allMatch(row -> row.getDevices() == 1);
  }

  @Test
  void aRecordFromBeforeAMoveCountsForTheOldGrid() throws Exception {
    String camera = Town.camera(3);
    CameraKind kind = CameraKind.VIEW_BLOCKED;
    int before = minute + 1;
    awaitWhileItSends(camera, kind, () -> assertHasRow(Town.GRID, kind));
    Instant move = Moments.minutes(minute + 1);
    publish(
        Topics.DEVICES, camera, TestingDevice.camera(camera).in(Town.FAR_GRID).since(move).bytes());
    awaitWhileItSends(camera, kind, () -> assertHasRow(Town.FAR_GRID, kind));

    send(camera, kind, Moments.minutes(before).plusSeconds(30));

    awaitWhileItSends(
        camera,
        kind,
        () ->
            assertThat(rows(Town.GRID, kind))
                .anyMatch(
                    row ->
                        row.getWindow() == Window.MINUTE
                            && row.getWindowStart().equals(Moments.minutes(before))
                            && row.getCount() == 2
                            && row.getDevices() == 1));
  }

  @Test
  void aGridThatComesToAZoneCountsForItFromThenOn() throws Exception {
    String camera = Town.camera(1);
    CameraKind kind = CameraKind.OUT_OF_FOCUS;
    awaitWhileItSends(camera, kind, () -> assertHasRow(Town.NEXT_GRID, kind));
    Instant change = Moments.minutes(minute + 1);

    publish(
        Topics.PLACES,
        CityFeeds.ZONE,
        TestingPlace.zone(CityFeeds.ZONE, Town.NEXT_GRID).validFrom(change).bytes());

    awaitWhileItSends(
        camera,
        kind,
        () ->
            assertThat(rows(CityFeeds.ZONE, kind))
                .anyMatch(row -> row.getWindow() == Window.MINUTE)
                .anyMatch(row -> row.getWindow() == Window.DAY)
                .allMatch(row -> row.getDevices() == 1));
    assertThat(rows(CityFeeds.ZONE, kind))
        .filteredOn(row -> row.getWindow() == Window.MINUTE)
        .noneMatch(row -> row.getWindowStart().isBefore(change));
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
    String camera = Town.camera(4);

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

  private static void awaitWhileItSends(String camera, ThrowingRunnable shows) {
    awaitWhileItSends(camera, CameraKind.SCENE_SHIFTED, shows);
  }

  /** Lets the camera and the town send minute by minute until it shows. */
  private static void awaitWhileItSends(String camera, CameraKind kind, ThrowingRunnable shows) {
    await()
        .atMost(TestingCluster.PATIENCE)
        .pollInterval(Duration.ofMillis(300))
        .untilAsserted(
            () -> {
              minute++;
              send(camera, kind, Moments.minutes(minute));
              job.send(CityFeeds.tick(minute));
              shows.run();
            });
  }

  private static void send(String camera, CameraKind kind, Instant at) throws Exception {
    byte[] event = TestingCameraEvent.from(camera).kind(kind).at(at).bytes();
    job.send(List.of(new Sent(Topics.CAMERA_EVENTS, camera, event, 0)));
  }

  private static long countOfDay(String place, CameraKind kind) throws Exception {
    return rows(place, kind).stream()
        .filter(row -> row.getWindow() == Window.DAY)
        .mapToLong(PlaceMetrics::getCount)
        .sum();
  }

  /** The newest of each of the place's rows. */
  private static List<PlaceMetrics> rows(String place, CameraKind kind) throws Exception {
    return new Published(job.topics)
        .rows().values().stream()
            .filter(row -> row.getPlace().equals(place) && row.getKind() == kind)
            .toList();
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
