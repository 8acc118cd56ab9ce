package city.xueliang.placewatch.watch;

import static city.xueliang.testing.Moments.NOON;
import static city.xueliang.testing.Moments.minutes;
import static city.xueliang.testing.Moments.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.intake.IntakeCounts;
import city.xueliang.domain.intake.IntakeRow;
import city.xueliang.domain.observation.Measure;
import city.xueliang.placewatch.harness.DeviceHarness;
import city.xueliang.placewatch.intake.IntakeMetrics;
import city.xueliang.placewatch.intake.Verdicts;
import city.xueliang.testing.TestingDevice;
import city.xueliang.testing.TestingObservation;
import city.xueliang.testing.Town;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the watch over devices says of the records that were counted as taken before it. */
class VerdictsOperatorTest {
  private DeviceHarness watch;

  @BeforeEach
  void start() throws Exception {
    watch = DeviceHarness.start();
    watch.publishGrid(Town.GRID);
    watch.publish(TestingDevice.camera(Town.CAMERA));
    watch.endRegistry();
  }

  @AfterEach
  void close() throws Exception {
    watch.close();
  }

  @Test
  void ofARecordThatCountsNothingIsSaid() throws Exception {
    watch.send(flame(NOON));

    assertThat(watch.output(Verdicts.TAG)).isEmpty();
  }

  @Test
  void aLateAndAMissedRecordAreLateInTheMinuteOfTheirAppend() throws Exception {
    watch.send(flame(NOON).receivedAfter(Duration.ofHours(2)));
    watch.reach(minutes(75));
    watch.send(flame(NOON));

    assertThat(watch.output(Verdicts.TAG))
        .containsExactly(
            row(IntakeRow.NONE, minutes(120), IntakeCounts.ONE_LATE),
            row(IntakeRow.NONE, NOON, IntakeCounts.ONE_LATE));
  }

  @Test
  void aDuplicateIsOneInTheMinuteOfItsAppend() throws Exception {
    watch.send(flame(NOON));
    watch.send(flame(NOON).receivedAfter(Duration.ofMinutes(1)));

    assertThat(watch.output(Verdicts.TAG))
        .containsExactly(row(IntakeRow.NONE, minutes(1), IntakeCounts.ONE_DUPLICATE));
  }

  @Test
  void aRejectedRecordMovesFromThoseTakenToItsReason() throws Exception {
    watch.send(TestingObservation.from(Town.camera(77), Measure.FLAME).at(NOON));

    assertThat(watch.output(Verdicts.TAG))
        .containsExactly(
            row(IntakeRow.NONE, NOON, IntakeCounts.ONE_WITHDRAWN),
            row("UNKNOWN_DEVICE", NOON, IntakeCounts.ONE_REJECTED));
  }

  @Test
  void theWatermarkDelayIsHowFarEventTimeIsBehindTheClock() throws Exception {
    assertThat(watch.gauge(IntakeMetrics.WATERMARK_DELAY_MILLIS)).isEqualTo(Double.NaN);

    watch.send(flame(NOON));
    assertThat(watch.gauge(IntakeMetrics.WATERMARK_DELAY_MILLIS)).isEqualTo(Double.NaN);

    watch.reach(NOON);
    watch.clock(seconds(7));
    assertThat(watch.gauge(IntakeMetrics.WATERMARK_DELAY_MILLIS)).isEqualTo(7_000.0);
  }

  private static TestingObservation flame(Instant at) {
    return TestingObservation.from(Town.CAMERA, Measure.FLAME).at(at);
  }

  private static IntakeRow row(String reason, Instant minute, IntakeCounts counts) {
    return new IntakeRow("feed", reason, minute.toEpochMilli(), counts);
  }
}
