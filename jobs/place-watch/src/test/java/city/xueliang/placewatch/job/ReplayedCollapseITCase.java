package city.xueliang.placewatch.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.xueliang.domain.place.ModelClass;
import city.xueliang.domain.rule.Condition.Absence;
import city.xueliang.placewatch.PlaceWatchOptions;
import city.xueliang.placewatch.job.CityFeeds.Sent;
import city.xueliang.placewatch.watch.SilenceClock;
import city.xueliang.schemas.Alert;
import city.xueliang.schemas.AlertCause;
import city.xueliang.schemas.AlertState;
import city.xueliang.schemas.Topics;
import city.xueliang.testing.Moments;
import city.xueliang.testing.TestingCameraEvent;
import city.xueliang.testing.TestingCluster;
import city.xueliang.testing.TestingDevice;
import city.xueliang.testing.TestingPlace;
import city.xueliang.testing.TestingRules;
import city.xueliang.testing.Town;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A switch that dies takes its cameras along: the whole job tells it once, by event time. */
class ReplayedCollapseITCase {
  private static final int BEHIND_THE_SWITCH = 50;
  private static final int OTHERS = 50;

  @TempDir private Path folder;
  private TestingJob job;

  @BeforeEach
  void start() throws Exception {
    job = TestingJob.prepare(folder);
    List<Sent> registry = new ArrayList<>();
    for (String grid : List.of(Town.GRID, Town.NEXT_GRID)) {
      registry.add(new Sent(Topics.PLACES, grid, TestingPlace.grid(grid).bytes(), 0));
    }
    for (int serial = 0; serial < BEHIND_THE_SWITCH + OTHERS; serial++) {
      String camera = Town.camera(serial);
      TestingDevice device =
          TestingDevice.camera(camera)
              .in(serial % 2 == 0 ? Town.GRID : Town.NEXT_GRID)
              .segment(serial < BEHIND_THE_SWITCH ? "sw-dead" : "sw-" + serial)
              .reportIntervalSeconds(10);
      registry.add(new Sent(Topics.DEVICES, camera, device.bytes(), 0));
    }
    job.send(registry);
    job.publish(
        TestingRules.rule(
                "dark",
                new Absence(Absence.Kind.SILENT, Set.of(ModelClass.CAMERA), Duration.ofSeconds(30)))
            .collapse(10, 80, Duration.ofSeconds(20))
            .build());
    Configuration options = new Configuration();
    options.set(PlaceWatchOptions.SILENCE_BY, SilenceClock.EVENT_TIME);
    job.submit(options);
  }

  @AfterEach
  void close() throws Exception {
    job.close();
  }

  @Test
  void theCamerasBehindADeadSwitchAreOneAlertWhoseCountMoves() throws Exception {
    report(0, 60, 0);
    report(70, 300, BEHIND_THE_SWITCH);
    Alert whole = awaitDevices(BEHIND_THE_SWITCH);
    assertThat(whole.getCause()).isEqualTo(AlertCause.SEGMENT);
    assertThat(whole.getCauseKey()).isEqualTo("sw-dead");
    assertThat(whole.getState()).isEqualTo(AlertState.OPEN);

    report(310, 500, BEHIND_THE_SWITCH / 2);
    Alert half = awaitDevices(BEHIND_THE_SWITCH / 2);

    assertThat(half.getAlertId()).isEqualTo(whole.getAlertId());
    assertThat(half.getState()).isEqualTo(AlertState.OPEN);
    assertThat(half.getDevices())
        .containsExactlyElementsOf(
            IntStream.range(0, BEHIND_THE_SWITCH / 2).mapToObj(Town::camera).sorted().toList());
    assertThat(PublishedAlerts.of(job).ofRule("dark"))
        .extracting(Alert::getAlertId)
        .containsOnly(whole.getAlertId());
    PublishedAlerts.of(job).assertEachRevisionIsToldOnceAndInOrder();
  }

  private Alert awaitDevices(int devices) {
    return await()
        .atMost(TestingCluster.PATIENCE)
        .until(
            () -> {
              List<Alert> told = PublishedAlerts.of(job).ofRule("dark");
              return told.isEmpty() ? null : told.get(told.size() - 1);
            },
            newest -> newest != null && newest.getDevices().size() == devices);
  }

  /** Every ten seconds from one second to another, each camera but the first few reports. */
  private void report(int from, int to, int silent) throws Exception {
    List<Sent> records = new ArrayList<>();
    for (int second = from; second <= to; second += 10) {
      for (int serial = silent; serial < BEHIND_THE_SWITCH + OTHERS; serial++) {
        String camera = Town.camera(serial);
        byte[] event = TestingCameraEvent.from(camera).at(Moments.seconds(second)).bytes();
        records.add(new Sent(Topics.CAMERA_EVENTS, camera, event, 0));
      }
    }
    job.send(records);
  }
}
