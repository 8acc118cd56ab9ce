package city.xueliang.placewatch.coverage;

import static city.xueliang.testing.Moments.NOON;
import static city.xueliang.testing.Moments.minutes;
import static city.xueliang.testing.Moments.seconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import city.xueliang.domain.coverage.PlaceCoverage;
import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.tally.Window;
import city.xueliang.placewatch.harness.CoverageHarness;
import city.xueliang.placewatch.watch.SilenceClock;
import city.xueliang.testing.TestingDevice;
import city.xueliang.testing.TestingObservation;
import city.xueliang.testing.Town;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In a replay, silence is timed by event time; the clock of the machine stands still here. */
class ReplayedCoverageOperatorTest {
  private CoverageHarness town;

  @BeforeEach
  void start() throws Exception {
    town = CoverageHarness.start(SilenceClock.EVENT_TIME, Instant.EPOCH);
    town.devices().publishGrid(Town.GRID);
    town.devices().publishGrid(Town.NEXT_GRID);
    town.devices().publish(TestingDevice.camera(Town.CAMERA));
  }

  @AfterEach
  void close() throws Exception {
    town.close();
  }

  @Test
  void aDeviceFallsSilentWhenTheWatermarkSaysSo() throws Exception {
    hearAt(NOON);
    town.reach(minutes(1));
    assertThat(row(NOON).minutes().heard()).isEqualTo(1);

    town.reach(minutes(2));

    assertThat(row(minutes(1)).minutes().silent()).isEqualTo(1);
    assertThat(row(minutes(1)).minutes().longestSilenceSeconds()).isEqualTo(120);
  }

  @Test
  void everyMinuteOverWhichTheWatermarkLeapsHasItsRow() throws Exception {
    hearAt(NOON);

    town.reach(minutes(5));

    assertThat(town.rows(Town.GRID, Window.MINUTE))
        .extracting(row -> Instant.ofEpochMilli(row.windowStart()), row -> row.minutes().silent())
        .containsExactly(
            tuple(NOON, 0L),
            tuple(minutes(1), 1L),
            tuple(minutes(2), 1L),
            tuple(minutes(3), 1L),
            tuple(minutes(4), 1L));
  }

  @Test
  void aSilenceBetweenTwoRecordsThatAreReadAtOnceIsSeen() throws Exception {
    hearAt(NOON);
    hearAt(minutes(10));

    town.reach(minutes(11));

    assertThat(row(minutes(1)).minutes().silent()).isEqualTo(1);
    assertThat(row(minutes(9)).minutes().silent()).isEqualTo(1);
    assertThat(row(minutes(10)).minutes().heard()).isEqualTo(1);
  }

  @Test
  void theSameRecordsGiveTheSameRowsWhereverTheWatermarkStops() throws Exception {
    for (int second : new int[] {0, 60, 100, 300, 310, 600}) {
      hearAt(seconds(second));
      town.reach(seconds(second));
    }
    town.reach(minutes(15));
    List<PlaceCoverage> slow = complete();

    town.close();
    start();
    for (int second : new int[] {0, 60, 100, 300, 310, 600}) {
      hearAt(seconds(second));
    }
    town.reach(minutes(15));

    assertThat(complete()).isEqualTo(slow).hasSize(15);
  }

  @Test
  void aDeviceIsExpectedFromTheFirstWatermarkOn() throws Exception {
    town.devices().publish(TestingDevice.camera(Town.camera(2)));
    hearAt(NOON);
    town.reach(seconds(30));

    town.reach(minutes(4));

    assertThat(row(NOON).minutes().expected()).isEqualTo(1);
    assertThat(row(minutes(1)).minutes().neverReported()).isEqualTo(1);
    assertThat(row(minutes(1)).minutes().silent()).isEqualTo(1);
  }

  @Test
  void aWrongClockIsToldByEventTimeToo() throws Exception {
    hearAt(NOON);
    town.reach(seconds(70));
    town.devices().rejectMistimed(Town.CAMERA);
    town.devices()
        .send(
            TestingObservation.from(Town.CAMERA, Measure.HEARTBEAT)
                .at(NOON)
                .id(77)
                .receivedAfter(Duration.ofHours(2)));

    town.reach(minutes(3));

    assertThat(row(NOON).minutes().heard()).isEqualTo(1);
    assertThat(row(minutes(1)).minutes().clockWrong()).isEqualTo(1);
    assertThat(row(minutes(2)).minutes().silent()).isEqualTo(1);
  }

  @Test
  void aFailureChangesNoRow() throws Exception {
    hearAt(NOON);
    town.reach(seconds(70));

    town.restart(Instant.EPOCH);
    town.reach(minutes(3));

    assertThat(row(NOON).minutes().heard()).isEqualTo(1);
    assertThat(row(minutes(1)).minutes().silent()).isEqualTo(1);
    assertThat(complete()).hasSize(3);
  }

  @Test
  void ofAGapInTheRecordingOnlyTheLastHourHasRows() throws Exception {
    hearAt(NOON);
    town.reach(seconds(30));

    hearAt(minutes(60 * 24 * 30));
    town.reach(minutes(60 * 24 * 30));

    assertThat(complete()).hasSize(61);
  }

  @Test
  void theEndOfTheInputEndsTheRows() throws Exception {
    hearAt(NOON);
    town.reach(seconds(30));

    town.drain();

    assertThat(complete()).hasSize(1);
  }

  @Test
  void aDeviceThatIsRetiredInEventTimeLeavesThen() throws Exception {
    town.devices().publish(TestingDevice.camera(Town.camera(2)).in(Town.NEXT_GRID));
    town.devices().publish(TestingDevice.camera(Town.CAMERA).retiredAt(seconds(90)));
    hearAt(NOON);
    hearAt(seconds(60));

    town.reach(minutes(3));

    assertThat(row(NOON).minutes().expected()).isEqualTo(1);
    assertThat(complete()).hasSize(1);
    assertThat(town.devices().keysWith("device-contact")).isEqualTo(1);
  }

  private void hearAt(Instant at) throws Exception {
    town.devices().send(TestingObservation.from(Town.CAMERA, Measure.HEARTBEAT).at(at));
  }

  private PlaceCoverage row(Instant minute) {
    return town.minute(Town.GRID, minute);
  }

  private List<PlaceCoverage> complete() {
    return town.rows(Town.GRID, Window.MINUTE).stream().filter(PlaceCoverage::complete).toList();
  }
}
