package city.xueliang.placewatch.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;

import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.rule.Extent;
import city.xueliang.domain.rule.RulebookChange;
import city.xueliang.domain.rule.Silence;
import city.xueliang.placewatch.job.CityFeeds.Sent;
import city.xueliang.schemas.Action;
import city.xueliang.schemas.Alert;
import city.xueliang.schemas.AlertState;
import city.xueliang.schemas.Quantity;
import city.xueliang.schemas.Topics;
import city.xueliang.testing.TestingCluster;
import city.xueliang.testing.TestingDevice;
import city.xueliang.testing.TestingPlace;
import city.xueliang.testing.TestingRules;
import city.xueliang.testing.Town;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is held back stays so, and what was told is not told again, when the job goes on elsewhere.
 */
class AlertSurvivalITCase {
  private static final String SILENCED = Town.sensor(1);
  private static final String INHIBITED = Town.sensor(2);
  private static final String SHELVED = Town.sensor(3);
  private static final String ACKNOWLEDGED = Town.sensor(4);
  private static final String LATER = Town.sensor(5);

  @TempDir private Path folder;
  private TestingJob job;
  private TestingWork work;

  @BeforeEach
  void openAlerts() throws Exception {
    job = TestingJob.prepare(folder);
    work = new TestingWork(job);
    List<Sent> registry = new ArrayList<>();
    for (String grid : List.of(Town.GRID, Town.NEXT_GRID)) {
      registry.add(new Sent(Topics.PLACES, grid, TestingPlace.grid(grid).bytes(), 0));
    }
    for (int serial = 1; serial <= 5; serial++) {
      String sensor = Town.sensor(serial);
      TestingDevice device =
          TestingDevice.sensor(sensor).in(sensor.equals(SILENCED) ? Town.NEXT_GRID : Town.GRID);
      registry.add(new Sent(Topics.DEVICES, sensor, device.bytes(), 0));
    }
    job.send(registry);
    // Longer than any test: by the clock of the desk.
    Instant now = Instant.now();
    job.publish(
        RulebookChange.of(
            new Silence(
                "works",
                Silence.Kind.MAINTENANCE,
                Set.of(Town.NEXT_GRID),
                Set.of(),
                now.minus(Duration.ofHours(1)).toEpochMilli(),
                now.plus(Duration.ofHours(1)).toEpochMilli(),
                TestingWork.SEAT)));
    job.publish(TestingRules.above("tilt", Measure.TILT_DEGREE, 10, 5).build());
    job.publish(
        TestingRules.above("pressure", Measure.WATER_PRESSURE_KPA, 500, 400)
            .inhibits("tilt", Extent.DEVICE)
            .build());
    job.submit();
    work.measure(Quantity.WATER_PRESSURE_KPA, INHIBITED, 600);
    work.awaitAlerts("pressure", INHIBITED, 1);
    for (String sensor : List.of(SILENCED, INHIBITED, SHELVED, ACKNOWLEDGED)) {
      work.measure(Quantity.TILT_DEGREE, sensor, 20);
    }
    work.shelve(work.awaitAlerts("tilt", SHELVED, 1).get(0), now.plus(Duration.ofHours(1)));
    work.act(Action.ACKNOWLEDGE, work.awaitAlerts("tilt", ACKNOWLEDGED, 1).get(0));
    work.awaitAlerts("tilt", SILENCED, 1);
    work.awaitAlerts("tilt", INHIBITED, 1);
    work.awaitAlerts("tilt", SHELVED, 2);
    work.awaitAlerts("tilt", ACKNOWLEDGED, 2);
  }

  @AfterEach
  void close() throws Exception {
    job.close();
  }

  @Test
  void anUpgradeTellsNothingAgainAndAnew() throws Exception {
    Path checkpoint = job.checkpoint();
    acknowledgeLater();
    job.cancel();

    job.restore(checkpoint);

    assertGoesOn();
  }

  @Test
  void theEndOfATaskManagerTellsNothingAgainAndAnew() throws Exception {
    job.checkpoint();
    acknowledgeLater();

    job.fail();
    await().atMost(TestingCluster.PATIENCE).until(() -> job.restarts() == 1);

    assertGoesOn();
  }

  /** This is told before the end, and happens once more after it. */
  private void acknowledgeLater() throws Exception {
    work.measure(Quantity.TILT_DEGREE, LATER, 20);
    work.act(Action.ACKNOWLEDGE, work.awaitAlerts("tilt", LATER, 1).get(0));
    work.awaitAlerts("tilt", LATER, 2);
  }

  private void assertGoesOn() throws Exception {
    for (String sensor : List.of(SILENCED, INHIBITED, SHELVED, ACKNOWLEDGED, LATER)) {
      work.measure(Quantity.TILT_DEGREE, sensor, 25);
      // What comes after this is after all that could be told again.
      work.measure(Quantity.GAS_LEL_PERCENT, sensor, 30);
      work.awaitAlerts("gas", sensor, 1);
    }

    assertTilt(SILENCED, tuple(1, AlertState.OPEN, "works", null));
    String inhibitor = work.awaitAlerts("pressure", INHIBITED, 1).get(0).getAlertId();
    assertTilt(INHIBITED, tuple(1, AlertState.OPEN, null, inhibitor));
    assertTilt(
        SHELVED, tuple(1, AlertState.OPEN, null, null), tuple(2, AlertState.OPEN, null, null));
    for (String sensor : List.of(ACKNOWLEDGED, LATER)) {
      assertTilt(
          sensor,
          tuple(1, AlertState.OPEN, null, null),
          tuple(2, AlertState.ACKNOWLEDGED, null, null));
    }

    for (String sensor : List.of(SILENCED, INHIBITED, SHELVED, ACKNOWLEDGED, LATER)) {
      int told = PublishedAlerts.of(job).of("tilt", sensor).size();
      work.measure(Quantity.TILT_DEGREE, sensor, 0);
      List<Alert> revisions = work.awaitAlerts("tilt", sensor, told + 1);
      assertThat(revisions).hasSize(told + 1);
      assertThat(revisions.get(told).getState()).isEqualTo(AlertState.CLEARED);
    }
    assertThat(new Published(job.topics).rejections()).isEmpty();
    PublishedAlerts.of(job).assertEachRevisionIsToldOnceAndInOrder();
  }

  private void assertTilt(String sensor, Tuple... revisions) throws Exception {
    assertThat(PublishedAlerts.of(job).of("tilt", sensor))
        .extracting(
            Alert::getRevision, Alert::getState, Alert::getSilencedBy, Alert::getInhibitedBy)
        .containsExactly(revisions);
  }
}
