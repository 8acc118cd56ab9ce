package city.xueliang.placewatch.intake;

import static city.xueliang.testing.Moments.NOON;
import static city.xueliang.testing.Moments.minutes;
import static city.xueliang.testing.Moments.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.intake.IntakeCounts;
import city.xueliang.domain.intake.IntakeRow;
import city.xueliang.placewatch.harness.KeyedHarness;
import java.time.Duration;
import java.time.Instant;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TallyIntakeOperatorTest {
  private static final String FEED = "camera-events";
  private static final IntakeCounts THREE_READ = new IntakeCounts(3, 0, 0, 0, 250);

  private KeyedHarness<IntakeRow, IntakeRow> tally;

  @BeforeEach
  void start() throws Exception {
    start(null);
    tally.clock(NOON);
  }

  @AfterEach
  void close() throws Exception {
    tally.close();
  }

  @Test
  void theRowsThatChangedAreSentEveryFiveSeconds() throws Exception {
    take(NOON, THREE_READ);
    tally.clock(seconds(4));
    assertThat(tally.output()).isEmpty();

    tally.clock(seconds(5));
    take(minutes(1), IntakeCounts.ONE_LATE);
    tally.clock(seconds(60));

    assertThat(tally.output())
        .containsExactly(row(NOON, THREE_READ), row(minutes(1), IntakeCounts.ONE_LATE));
  }

  @Test
  void aRowThatIsSentAgainIsWhole() throws Exception {
    take(NOON, THREE_READ);
    tally.clock(seconds(5));
    take(NOON, new IntakeCounts(2, 0, 0, 1, 100));
    take(NOON, IntakeCounts.ONE_LATE);
    tally.clock(seconds(10));

    assertThat(tally.output())
        .containsExactly(row(NOON, THREE_READ), row(NOON, new IntakeCounts(5, 0, 1, 1, 250)));
  }

  @Test
  void aRecordThatTheWatchRejectsIsNoLongerAmongThoseTaken() throws Exception {
    take(NOON, THREE_READ);
    take(NOON, IntakeCounts.ONE_WITHDRAWN);
    tally.send(
        new IntakeRow(FEED, "UNKNOWN_DEVICE", NOON.toEpochMilli(), IntakeCounts.ONE_REJECTED));
    tally.clock(seconds(5));

    assertThat(tally.output())
        .containsExactly(
            row(NOON, new IntakeCounts(2, 0, 0, 0, 250)),
            new IntakeRow(FEED, "UNKNOWN_DEVICE", NOON.toEpochMilli(), IntakeCounts.ONE_REJECTED));
  }

  @Test
  void aRowThatWasNotSentBeforeAFailureIsSentAfterIt() throws Exception {
    take(NOON, THREE_READ);

    restart();
    tally.clock(seconds(20));

    assertThat(tally.output()).containsExactly(row(NOON, THREE_READ));
  }

  @Test
  void aStragglerOfAFinishedMinuteOverwritesNothingAndIsCounted() throws Exception {
    take(NOON, THREE_READ);
    tally.clock(minutes(71));
    take(minutes(71), THREE_READ);
    tally.clock(minutes(72));
    int sent = tally.output().size();

    take(NOON, new IntakeCounts(2, 0, 1, 0, 0));
    tally.clock(minutes(73));

    assertThat(tally.output()).hasSize(sent);
    assertThat(tally.count(IntakeMetrics.BEYOND_ROWS)).isEqualTo(3);
  }

  @Test
  void aMinuteIsKeptWhileTheNewestIsSeventyMinutesAhead() throws Exception {
    take(NOON, THREE_READ);
    tally.clock(minutes(70));
    take(minutes(70), THREE_READ);
    tally.clock(minutes(71));

    take(NOON, IntakeCounts.ONE_LATE);
    tally.clock(minutes(72));

    assertThat(tally.output()).endsWith(row(NOON, new IntakeCounts(3, 0, 1, 0, 250)));
  }

  @Test
  void aTimeFromTheNextCenturyFinishesNoMinuteOfToday() throws Exception {
    take(NOON, THREE_READ);
    take(NOON.plus(Duration.ofDays(36_525)), THREE_READ);
    tally.clock(seconds(5));
    take(NOON, IntakeCounts.ONE_LATE);
    tally.clock(seconds(10));

    assertThat(tally.output())
        .containsExactly(row(NOON, THREE_READ), row(NOON, new IntakeCounts(3, 0, 1, 0, 250)));
    assertThat(tally.count(IntakeMetrics.BEYOND_ROWS)).isEqualTo(3);
  }

  @Test
  void anEntryOfLastYearsRegistryMakesNoRowThatTheStoreWouldRefuse() throws Exception {
    take(NOON.minus(Duration.ofDays(365)), THREE_READ);
    tally.clock(seconds(5));

    assertThat(tally.output()).isEmpty();
    assertThat(tally.count(IntakeMetrics.BEYOND_ROWS)).isEqualTo(3);
  }

  @Test
  void oneTopicDoesNotFinishTheMinutesOfAnother() throws Exception {
    take(NOON, THREE_READ);
    tally.clock(minutes(90));
    tally.send(new IntakeRow("devices", IntakeRow.NONE, minutes(90).toEpochMilli(), THREE_READ));
    take(NOON, IntakeCounts.ONE_LATE);
    tally.clock(minutes(91));

    assertThat(tally.output()).contains(row(NOON, new IntakeCounts(3, 0, 1, 0, 250)));
  }

  @Test
  void ofATopicThatFellQuietNothingIsLeftButWhereItStood() throws Exception {
    take(NOON, THREE_READ);
    take(minutes(-69), THREE_READ);

    tally.clock(NOON.plus(TallyIntake.QUIET).plusSeconds(60));

    assertThat(tally.keysWith("minutes")).isZero();
    assertThat(tally.clockTimers()).isZero();
    take(NOON, IntakeCounts.ONE_LATE);
    assertThat(tally.count(IntakeMetrics.BEYOND_ROWS)).isEqualTo(1);
    assertThat(tally.clockTimers()).isZero();
  }

  @Test
  void theStateOfARunningTopicIsThatOfSeventyOneMinutes() throws Exception {
    for (int minute = 0; minute < 300; minute++) {
      tally.clock(minutes(minute));
      take(minutes(minute), THREE_READ);
    }
    tally.clock(minutes(300));

    assertThat(tally.entries(FEED, TallyIntake.MINUTES)).isEqualTo(71);
    assertThat(tally.clockTimers()).isEqualTo(1);
  }

  @Test
  void timeThatTheJobWasAwayIsNoQuietTime() throws Exception {
    take(NOON, THREE_READ);
    tally.clock(seconds(5));

    restart();
    tally.clock(NOON.plus(Duration.ofDays(2)));
    take(NOON, new IntakeCounts(2, 0, 0, 0, 172_800_000));
    tally.clock(NOON.plus(Duration.ofDays(2)).plusSeconds(5));

    assertThat(tally.output()).endsWith(row(NOON, new IntakeCounts(5, 0, 0, 0, 172_800_000)));
  }

  private void take(Instant minute, IntakeCounts counts) throws Exception {
    tally.send(row(minute, counts));
  }

  private static IntakeRow row(Instant minute, IntakeCounts counts) {
    return new IntakeRow(FEED, IntakeRow.NONE, minute.toEpochMilli(), counts);
  }

  private void restart() throws Exception {
    start(tally.stop());
  }

  private void start(OperatorSubtaskState state) throws Exception {
    tally = new KeyedHarness<>(new TallyIntake(), IntakeRow::topic, state);
  }
}
