package city.xueliang.flink.time;

import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.flink.time.FeedWatermarks.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.flink.api.common.eventtime.TimestampAssignerSupplier;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.junit.jupiter.api.Test;

class FeedWatermarksTest {
  private static final Instant NOON = Instant.parse("2026-03-01T04:00:00Z");
  private static final Duration DISORDER = Duration.ofSeconds(2);
  private static final Duration QUIET_AFTER = Duration.ofSeconds(5);
  private static final Duration QUIET_ADVANCE = Duration.ofSeconds(75);
  private static final Duration AWAKE = Duration.ofMillis(FeedWatermarks.WAKING_MILLIS);
  private static final Settings SETTINGS = new Settings(DISORDER, QUIET_AFTER, QUIET_ADVANCE);

  private final TestingPartition partition = new TestingPartition(SETTINGS, new TestingClock());

  @Test
  void theWatermarkIsTheNewestTimeLessTheDisorder() {
    partition.sends(NOON);
    partition.sends(NOON.plusSeconds(10));
    partition.sends(NOON.plusSeconds(4));
    partition.after(AWAKE);

    assertThat(partition.watermark()).isEqualTo(NOON.plusSeconds(10).minus(DISORDER));
    assertThat(partition.isIdle()).isFalse();
  }

  @Test
  void aPartitionThatWakesHoldsItsWatermarkForAMoment() {
    partition.sends(NOON);
    partition.sends(NOON.plus(Duration.ofHours(5)));
    partition.after(AWAKE.minusMillis(1));
    assertThat(partition.watermark()).isEqualTo(NOON.minus(DISORDER));

    partition.after(Duration.ofMillis(1));

    assertThat(partition.watermark()).isEqualTo(NOON.plus(Duration.ofHours(5)).minus(DISORDER));
  }

  @Test
  void aPartitionThatWasIdleWakesInTheSameWay() {
    partition.sends(NOON);
    partition.isAsked();
    partition.after(Duration.ofHours(1));
    assertThat(partition.isIdle()).isTrue();

    partition.sends(NOON.plus(Duration.ofHours(1)));
    partition.sends(NOON.plus(Duration.ofHours(5)));
    partition.isAsked();

    assertThat(partition.watermark()).isEqualTo(NOON.plus(Duration.ofHours(1)).minus(DISORDER));
  }

  @Test
  void aRecordAloneMovesNothingUntilFlinkAsks() {
    partition.sends(NOON);

    assertThat(partition.hasWatermark()).isFalse();
  }

  @Test
  void aPartitionThatNeverSentIsIdleFromTheStart() {
    partition.isAsked();

    assertThat(partition.isIdle()).isTrue();
    assertThat(partition.hasWatermark()).isFalse();
  }

  @Test
  void aRejectedRecordDoesNotTouchTheWatermark() {
    partition.sends(NOON);
    partition.isAsked();
    partition.sendsRejected();
    partition.isAsked();

    assertThat(partition.watermark()).isEqualTo(NOON.minus(DISORDER));
  }

  @Test
  void aPartitionOfRejectedRecordsOnlyIsIdle() {
    partition.sendsRejected();
    partition.isAsked();

    assertThat(partition.isIdle()).isTrue();
    assertThat(partition.hasWatermark()).isFalse();
  }

  @Property
  void theWatermarkNeverFallsAndNeverRunsFurtherAheadThanItMay(
      @ForAll("stories") List<Step> story) {
    TestingPartition any = new TestingPartition(SETTINGS, new TestingClock());
    any.sends(NOON);
    any.after(AWAKE);
    Instant newest = NOON;
    for (Step step : story) {
      Instant before = any.watermark();
      if (step.sends()) {
        Instant sent = NOON.plusMillis(step.millisAfterNoon());
        any.sends(sent);
        newest = sent.isAfter(newest) ? sent : newest;
      }

      any.after(Duration.ofMillis(step.millisOfPause()));

      assertThat(any.watermark())
          .isAfterOrEqualTo(before)
          .isBeforeOrEqualTo(newest.minus(DISORDER).plus(QUIET_ADVANCE));
    }
    any.after(AWAKE);
    assertThat(any.watermark()).isAfterOrEqualTo(newest.minus(DISORDER));
  }

  @Test
  void theStrategyTakesTheTimeOfTheRecordAndNotOfTheBroker() {
    WatermarkStrategy<Instant> strategy = FeedWatermarks.strategy(SETTINGS, Instant::toEpochMilli);

    TimestampAssignerSupplier.Context context = UnregisteredMetricsGroup::new;

    assertThat(
            strategy
                .createTimestampAssigner(context)
                .extractTimestamp(NOON, NOON.plusSeconds(3).toEpochMilli()))
        .isEqualTo(NOON.toEpochMilli());
  }

  /** A record, or none, and how long nothing comes after it until Flink asks. */
  record Step(boolean sends, long millisAfterNoon, long millisOfPause) {}

  @Provide
  Arbitrary<List<Step>> stories() {
    return Combinators.combine(
            Arbitraries.of(true, false),
            Arbitraries.longs().between(0, 300_000),
            Arbitraries.longs().between(0, 120_000))
        .as(Step::new)
        .list()
        .ofMaxSize(40);
  }
}
