package city.xueliang.placewatch.coverage;

import static city.xueliang.testing.Moments.NOON;
import static city.xueliang.testing.Moments.minutes;
import static city.xueliang.testing.Moments.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.coverage.PlaceCoverage;
import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.place.PlaceCodes;
import city.xueliang.domain.tally.Window;
import city.xueliang.placewatch.harness.CoverageHarness;
import city.xueliang.placewatch.watch.SilenceClock;
import city.xueliang.testing.TestingDevice;
import city.xueliang.testing.TestingObservation;
import city.xueliang.testing.Town;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Live, silence is timed by the clock of the machine; no watermark moves here. Every device should
 * be heard each minute, so that its silence is noticed between 80 s and 90 s after it was heard.
 */
class LiveCoverageOperatorTest {
  private static final String CITY = "630100";
  private static final String STREET = "630105001";

  private CoverageHarness town;

  @BeforeEach
  void start() throws Exception {
    town = CoverageHarness.start(SilenceClock.PROCESSING_TIME, NOON);
    town.devices().publishGrid(Town.GRID);
    town.devices().publishGrid(Town.NEXT_GRID);
    town.devices().publishGrid(Town.FAR_GRID);
  }

  @AfterEach
  void close() throws Exception {
    town.close();
  }

  @Test
  void aTotalStopIsNoticedWithinTheIntervalAndHalfAMinute() throws Exception {
    publish(Town.camera(1), Town.GRID);
    publish(Town.camera(2), Town.NEXT_GRID);
    publish(Town.camera(3), Town.FAR_GRID);
    town.advance(seconds(10));
    hear(Town.camera(1), Town.camera(2), Town.camera(3));

    town.advance(seconds(10 + 80));
    assertThat(last(CITY).minutes().silent()).isZero();
    town.advance(seconds(10 + 90));

    PlaceCoverage row = last(CITY);
    assertThat(row.minutes().expected()).isEqualTo(3);
    assertThat(row.minutes().heard()).isZero();
    assertThat(row.minutes().silent()).isEqualTo(3);
    assertThat(row.minutes().percent()).isZero();
    assertThat(row.windowStart()).isEqualTo(minutes(1).toEpochMilli());
    assertThat(row.complete()).isFalse();
  }

  @Test
  void theMinuteOfAStopIsCompletedAtItsEnd() throws Exception {
    publish(Town.CAMERA, Town.GRID);
    town.advance(seconds(10));
    hear(Town.CAMERA);

    town.advance(minutes(2));

    PlaceCoverage row = last(Town.GRID);
    assertThat(row.windowStart()).isEqualTo(minutes(1).toEpochMilli());
    assertThat(row.complete()).isTrue();
    assertThat(row.minutes().longestSilenceSeconds()).isEqualTo(110);
  }

  @Test
  void aNewDeviceLowersNothing() throws Exception {
    publish(Town.camera(1), Town.GRID);
    hear(Town.camera(1));
    publish(Town.camera(2), Town.GRID);

    town.advance(seconds(60));

    assertThat(last(Town.GRID).minutes().expected()).isEqualTo(1);
    assertThat(last(Town.GRID).minutes().percent()).isEqualTo(100);
  }

  @Test
  void aFreshStartTellsNothingBeforeThePatienceHasPassed() throws Exception {
    publish(Town.CAMERA, Town.GRID);

    town.advance(seconds(80));
    assertThat(town.rows(Town.GRID, Window.MINUTE)).isEmpty();
    town.advance(seconds(90));

    assertThat(last(Town.GRID).minutes().neverReported()).isEqualTo(1);
    assertThat(last(Town.GRID).minutes().longestSilenceSeconds()).isZero();
  }

  @Test
  void theCausesOfBlindnessAreToldApart() throws Exception {
    for (int serial = 1; serial <= 4; serial++) {
      publish(Town.camera(serial), Town.GRID);
    }
    town.devices().publish(TestingDevice.sensor(Town.SENSOR).in(Town.GRID));
    hear(Town.camera(3));
    for (int minute = 0; minute <= 62; minute++) {
      town.advance(minutes(minute));
      hear(Town.camera(1));
      town.devices().rejectMistimed(Town.camera(2));
      town.devices()
          .send(
              TestingObservation.from(Town.SENSOR, Measure.TEMPERATURE_CELSIUS)
                  .value(21.5)
                  .at(minutes(minute)));
    }
    town.advance(minutes(63));

    PlaceCoverage row = town.minute(Town.GRID, minutes(62));
    assertThat(row.minutes().expected()).isEqualTo(5);
    assertThat(row.minutes().heard()).isEqualTo(2);
    assertThat(row.minutes().frozen()).isEqualTo(1);
    assertThat(row.minutes().clockWrong()).isEqualTo(1);
    assertThat(row.minutes().silent()).isEqualTo(1);
    assertThat(row.minutes().neverReported()).isEqualTo(1);
    assertThat(row.minutes().longestSilenceSeconds()).isEqualTo(63 * 60);
    assertThat(row.minutes().percent()).isEqualTo(40);
  }

  @Test
  void aDeviceWhoseRecordsAreAllLateHasAWrongClock() throws Exception {
    publish(Town.CAMERA, Town.GRID);
    town.advance(seconds(10));
    town.devices()
        .send(
            TestingObservation.from(Town.CAMERA, Measure.HEARTBEAT)
                .at(NOON)
                .receivedAfter(Duration.ofHours(2)));

    town.advance(minutes(1));

    assertThat(last(Town.GRID).minutes().clockWrong()).isEqualTo(1);
    assertThat(last(Town.GRID).minutes().heard()).isZero();
  }

  @Test
  void aRecordEndsTheSilenceAtOnce() throws Exception {
    publish(Town.CAMERA, Town.GRID);
    hear(Town.CAMERA);
    town.advance(minutes(5));
    hear(Town.CAMERA);

    town.advance(minutes(5).plusSeconds(5));

    assertThat(last(Town.GRID).minutes().heard()).isEqualTo(1);
    assertThat(last(Town.GRID).minutes().longestSilenceSeconds()).isZero();
  }

  @Test
  void aRestartCallsNothingSilentBeforeThePatienceHasPassed() throws Exception {
    publish(Town.camera(1), Town.GRID);
    publish(Town.camera(2), Town.GRID);
    hear(Town.camera(1), Town.camera(2));
    town.advance(seconds(20));
    town.restart(minutes(10));

    town.advance(minutes(10).plusSeconds(70));
    assertThat(last(Town.GRID).minutes().heard()).isEqualTo(2);
    hear(Town.camera(1));
    town.advance(minutes(10).plusSeconds(90));

    assertThat(last(Town.GRID).minutes().heard()).isEqualTo(1);
    assertThat(last(Town.GRID).minutes().silent()).isEqualTo(1);
  }

  @Test
  void minutesInWhichTheJobWasDownHaveNoRows() throws Exception {
    publish(Town.CAMERA, Town.GRID);
    hear(Town.CAMERA);
    town.advance(seconds(20));

    town.restart(minutes(10));
    town.advance(minutes(11));

    assertThat(town.rows(Town.GRID, Window.MINUTE))
        .filteredOn(PlaceCoverage::complete)
        .extracting(row -> Instant.ofEpochMilli(row.windowStart()))
        .containsExactly(NOON, minutes(10));
  }

  @Test
  void whatWaitsToBeReadAfterAHoldUpIsNotSilence() throws Exception {
    publish(Town.CAMERA, Town.GRID);
    hear(Town.CAMERA);
    town.advance(seconds(20));

    town.leap(minutes(10));
    hear(Town.CAMERA);
    town.advance(minutes(11));

    assertThat(town.rows(Town.GRID, Window.MINUTE)).allMatch(row -> row.minutes().silent() == 0);
  }

  @Test
  void aDeviceThatMovesTakesItsStatusAlong() throws Exception {
    publish(Town.CAMERA, Town.GRID);
    hear(Town.CAMERA);
    town.advance(minutes(3));
    assertThat(last(Town.GRID).minutes().silent()).isEqualTo(1);

    publish(Town.CAMERA, Town.FAR_GRID);
    town.advance(minutes(4));

    assertThat(last(Town.GRID).minutes().expected()).isZero();
    assertThat(last(Town.FAR_GRID).minutes().silent()).isEqualTo(1);
    assertThat(last(Town.FAR_GRID).minutes().longestSilenceSeconds()).isEqualTo(4 * 60);
    assertThat(last(CITY).minutes().expected()).isEqualTo(1);
  }

  @Test
  void aDeviceIsNotExpectedFromTheMomentAtWhichItIsRetired() throws Exception {
    publish(Town.camera(1), Town.GRID);
    town.devices()
        .publish(TestingDevice.camera(Town.camera(2)).in(Town.GRID).retiredAt(seconds(90)));
    hear(Town.camera(1), Town.camera(2));
    town.advance(seconds(60));
    assertThat(last(Town.GRID).minutes().expected()).isEqualTo(2);
    hear(Town.camera(1), Town.camera(2));

    town.advance(seconds(120));

    assertThat(last(Town.GRID).minutes().expected()).isEqualTo(1);
    assertThat(last(Town.GRID).minutes().percent()).isEqualTo(100);
  }

  @Test
  void aShorterIntervalCountsAtOnce() throws Exception {
    publish(Town.CAMERA, Town.GRID);
    hear(Town.CAMERA);
    town.advance(seconds(10));
    town.devices()
        .publish(TestingDevice.camera(Town.CAMERA).in(Town.GRID).reportIntervalSeconds(5));

    town.advance(seconds(30));

    assertThat(last(Town.GRID).minutes().silent()).isEqualTo(1);
  }

  @Test
  void nothingIsKeptOfARemovedDeviceOnceItsDayIsOver() throws Exception {
    Instant evening = Instant.parse("2026-11-21T15:58:00Z");
    town.close();
    town = CoverageHarness.start(SilenceClock.PROCESSING_TIME, evening);
    town.devices().publishGrid(Town.GRID);
    town.publishZone("square", 1, Town.GRID);
    publish(Town.CAMERA, Town.GRID);
    hear(Town.CAMERA);
    town.advance(evening.plusSeconds(70));
    assertThat(town.kept()).isPositive();

    town.devices().removeDevice(Town.CAMERA);
    town.advance(evening.plusSeconds(120));

    assertThat(town.kept()).isZero();
    assertThat(town.rows(Town.GRID, Window.DAY)).last().matches(PlaceCoverage::complete);
  }

  @Test
  void aRecordMovesNoTimer() throws Exception {
    publish(Town.CAMERA, Town.GRID);
    hear(Town.CAMERA);
    int timers = town.devices().clockTimers();
    for (int second = 1; second < 50; second++) {
      town.advance(seconds(second));
      hear(Town.CAMERA);
    }

    assertThat(timers).isEqualTo(1);
    assertThat(town.devices().clockTimers()).isEqualTo(1);
  }

  @Test
  void aZoneHasWhatItsGridsHaveNow() throws Exception {
    publish(Town.camera(1), Town.GRID);
    publish(Town.camera(2), Town.NEXT_GRID);
    hear(Town.camera(1), Town.camera(2));
    town.publishZone("square", 1, Town.GRID, Town.FAR_GRID);
    town.advance(seconds(60));
    assertThat(last("square").minutes().expected()).isEqualTo(1);

    town.publishZone("square", 2, Town.NEXT_GRID, Town.GRID);
    town.advance(seconds(65));
    assertThat(last("square").minutes().expected()).isEqualTo(2);

    town.publishZone("square", 1, Town.GRID);
    town.publishZone("square", 3, Town.NEXT_GRID);
    town.advance(seconds(120));
    assertThat(last("square").minutes().silent()).isEqualTo(1);
    assertThat(last("square").minutes().expected()).isEqualTo(1);
    assertThat(last("square").district()).isEqualTo(CITY);

    town.publishZone("square", 4);
    town.advance(seconds(180));
    assertThat(last("square").minutes().expected()).isZero();
  }

  @Test
  void aZoneOutlivesARestart() throws Exception {
    publish(Town.CAMERA, Town.GRID);
    town.publishZone("square", 1, Town.GRID);
    hear(Town.CAMERA);
    town.advance(seconds(20));

    town.restart(seconds(30));
    town.advance(minutes(3));

    assertThat(last("square").minutes().silent()).isEqualTo(1);
    assertThat(last("square").minutes().expected()).isEqualTo(1);
  }

  @Test
  void theChildrenOfAPlaceSumUpToIt() throws Exception {
    for (int serial = 1; serial <= 12; serial++) {
      publish(
          Town.camera(serial),
          serial % 3 == 0 ? Town.GRID : serial % 3 == 1 ? Town.NEXT_GRID : Town.FAR_GRID);
    }
    for (int second = 0; second < 300; second += 10) {
      town.advance(seconds(second));
      for (int serial = 1; serial <= 10; serial++) {
        if (second % (serial * 20) == 0) {
          hear(Town.camera(serial));
        }
      }
    }
    town.advance(seconds(300));

    for (int minute = 1; minute < 5; minute++) {
      Instant start = minutes(minute);
      assertThat(silent(start, STREET))
          .isEqualTo(silent(start, Town.GRID) + silent(start, Town.NEXT_GRID));
      assertThat(silent(start, CITY))
          .isEqualTo(silent(start, STREET) + silent(start, PlaceCodes.districtOf(Town.FAR_GRID)));
      assertThat(town.minute(CITY, start).minutes().expected()).isEqualTo(12);
    }
    assertThat(silent(minutes(4), CITY)).isPositive();
  }

  private void publish(String camera, String grid) throws Exception {
    town.devices().publish(TestingDevice.camera(camera).in(grid));
  }

  private int heard;

  /** A record that is right comes from each of them now. */
  private void hear(String... cameras) throws Exception {
    for (String camera : cameras) {
      town.devices().send(TestingObservation.from(camera, Measure.HEARTBEAT).at(NOON).id(heard++));
    }
  }

  private PlaceCoverage last(String place) {
    var rows = town.rows(place, Window.MINUTE);
    return rows.get(rows.size() - 1);
  }

  private long silent(Instant minute, String place) {
    return town.minute(place, minute).minutes().silent();
  }
}
