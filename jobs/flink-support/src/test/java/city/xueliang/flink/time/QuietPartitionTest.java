package city.xueliang.flink.time;

import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.flink.time.FeedWatermarks.Settings;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class QuietPartitionTest {
  private static final Instant NOON = Instant.parse("2026-03-01T04:00:00Z");
  private static final Duration DISORDER = Duration.ofSeconds(2);
  private static final Duration QUIET_AFTER = Duration.ofSeconds(5);
  private static final Duration QUIET_ADVANCE = Duration.ofSeconds(75);
  private static final Settings SETTINGS = new Settings(DISORDER, QUIET_AFTER, QUIET_ADVANCE);
  private static final Duration MOMENT = Duration.ofMillis(200);

  private final TestingPartition partition = new TestingPartition(SETTINGS, new TestingClock());

  @Test
  void aShortPauseIsNotQuiet() {
    partition.sends(NOON);
    partition.isAsked();
    partition.after(QUIET_AFTER.minusMillis(1));

    assertThat(partition.watermark()).isEqualTo(NOON.minus(DISORDER));
  }

  @Test
  void aQuietPartitionGoesOnWithTheClock() {
    partition.sends(NOON);
    partition.isAsked();
    partition.after(QUIET_AFTER);
    assertThat(partition.watermark()).isEqualTo(NOON.minus(DISORDER).plus(QUIET_AFTER));

    partition.after(Duration.ofSeconds(30));

    assertThat(partition.watermark())
        .isEqualTo(NOON.minus(DISORDER).plus(QUIET_AFTER).plusSeconds(30));
    assertThat(partition.isIdle()).isFalse();
  }

  @Test
  void aQuietPartitionGoesNoFurtherThanItMayAndIsIdleThen() {
    partition.sends(NOON);
    partition.isAsked();
    partition.after(QUIET_ADVANCE.minusMillis(1));
    assertThat(partition.isIdle()).isFalse();

    partition.after(Duration.ofHours(3));

    assertThat(partition.isIdle()).isTrue();
    assertThat(partition.watermark()).isEqualTo(NOON.minus(DISORDER).plus(QUIET_ADVANCE));
  }

  @Test
  void aPartitionOfRejectedRecordsGoesOnWithTheClockToo() {
    partition.sends(NOON);
    partition.isAsked();
    partition.after(QUIET_ADVANCE);
    partition.sendsRejected();
    partition.after(MOMENT);

    assertThat(partition.isIdle()).isTrue();
  }

  @Test
  void aPartitionThatComesBackCountsAgain() {
    partition.sends(NOON);
    partition.isAsked();
    partition.after(Duration.ofHours(3));

    partition.sends(NOON.plus(Duration.ofHours(3)));
    partition.after(MOMENT);

    assertThat(partition.isIdle()).isFalse();
    assertThat(partition.watermark()).isEqualTo(NOON.plus(Duration.ofHours(3)).minus(DISORDER));
  }

  @Test
  void aPartitionThatComesBackBehindTheClockKeepsTheWatermarkThatItHad() {
    partition.sends(NOON);
    partition.isAsked();
    partition.after(Duration.ofSeconds(60));
    Instant before = partition.watermark();

    partition.sends(NOON.plusSeconds(1));
    partition.isAsked();

    assertThat(partition.watermark()).isEqualTo(before);
    assertThat(partition.isIdle()).isFalse();
  }

  @Test
  void whileTheJobHoldsThePartitionBackTheClockStandsAndItIsNotQuiet() {
    partition.sends(NOON);
    for (int asked = 0; asked < 10_000; asked++) {
      partition.isAsked();
    }

    assertThat(partition.watermark()).isEqualTo(NOON.minus(DISORDER));
    assertThat(partition.isIdle()).isFalse();
  }

  @Test
  void aPartitionThatMayNotRunAheadAtAllIsActiveUntilItIsQuiet() {
    TestingPartition strict =
        new TestingPartition(
            new Settings(DISORDER, QUIET_AFTER, Duration.ZERO), new TestingClock());
    strict.sends(NOON);
    strict.after(QUIET_AFTER.minusMillis(1));
    strict.after(QUIET_AFTER.minusMillis(1));
    assertThat(strict.isIdle()).isFalse();

    strict.after(QUIET_AFTER);

    assertThat(strict.isIdle()).isTrue();
    assertThat(strict.watermark()).isEqualTo(NOON.minus(DISORDER));
  }
}
