package city.xueliang.placewatch.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.xueliang.placewatch.job.CityFeeds.Sent;
import city.xueliang.schemas.Topics;
import city.xueliang.testing.Moments;
import city.xueliang.testing.TestingCameraEvent;
import city.xueliang.testing.TestingCluster;
import city.xueliang.testing.TestingDevice;
import city.xueliang.testing.TestingPlace;
import city.xueliang.testing.Town;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real job tells in the store's coverage that a feed has stopped. */
class CoverageITCase {
  private static final int CAMERAS = 4;

  @TempDir private static Path folder;
  private static TestingJob job;
  private static int second;

  @BeforeAll
  static void start() throws Exception {
    job = TestingJob.prepare(folder);
    List<Sent> registry = new ArrayList<>();
    registry.add(
        new Sent(Topics.PLACES, "square", TestingPlace.zone("square", Town.NEXT_GRID).bytes(), 0));
    for (String grid : List.of(Town.GRID, Town.NEXT_GRID)) {
      registry.add(new Sent(Topics.PLACES, grid, TestingPlace.grid(grid).bytes(), 0));
    }
    for (int serial = 0; serial < CAMERAS; serial++) {
      TestingDevice camera =
          TestingDevice.camera(Town.camera(serial))
              .in(serial == 0 ? Town.GRID : Town.NEXT_GRID)
              .reportIntervalSeconds(1);
      registry.add(new Sent(Topics.DEVICES, Town.camera(serial), camera.bytes(), 0));
    }
    job.send(registry);
    job.submit();
  }

  @AfterAll
  static void stop() throws Exception {
    job.close();
  }

  @Test
  void aStopOfTheFeedShowsAtEveryLevel() {
    await()
        .atMost(TestingCluster.PATIENCE)
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(
            () -> {
              sendAll();
              assertNewest("630100", "expected=4i", "heard=4i", "percent=100.0");
              assertNewest("square", "expected=3i", "heard=3i", "longest_silence_s=0i");
            });

    // From here on nothing is sent any more.
    await()
        .atMost(TestingCluster.PATIENCE)
        .untilAsserted(
            () -> {
              assertNewest("630100", "expected=4i", "heard=0i", "silent=4i", "percent=0.0");
              assertNewest("square", "expected=3i", "heard=0i", "silent=3i");
              assertNewest(Town.GRID, "expected=1i", "heard=0i", "silent=1i");
            });
    assertThat(job.restarts()).isZero();
  }

  private static void sendAll() throws Exception {
    second++;
    List<Sent> records = new ArrayList<>();
    for (int serial = 0; serial < CAMERAS; serial++) {
      String camera = Town.camera(serial);
      byte[] event = TestingCameraEvent.from(camera).at(Moments.seconds(second)).bytes();
      records.add(new Sent(Topics.CAMERA_EVENTS, camera, event, 0));
    }
    job.send(records);
  }

  /** Asks for these fields in the newest row of a place's minutes. */
  private static void assertNewest(String place, String... fields) {
    String newest = "";
    long newestStart = Long.MIN_VALUE;
    for (Map.Entry<String, String> row : job.store.rows().entrySet()) {
      String key = row.getKey();
      long start = Long.parseLong(key.substring(key.indexOf(' ') + 1));
      if (key.startsWith("coverage,")
          && key.contains(",place=" + place + ",")
          && key.contains(",window=MINUTE ")
          && start > newestStart) {
        newestStart = start;
        newest = row.getValue();
      }
    }
    assertThat(List.of(newest.split(",", -1))).contains(fields);
  }
}
