package city.xueliang.placewatch.intake;

import static city.xueliang.testing.Moments.NOON;
import static city.xueliang.testing.Moments.minutes;
import static city.xueliang.testing.Moments.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.intake.IntakeCounts;
import city.xueliang.domain.intake.IntakeRow;
import city.xueliang.schemas.RejectReason;
import java.time.Instant;
import java.util.List;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SplitDecodedOperatorTest {
  private static final String FEED = "camera-events";

  private OneInputStreamOperatorTestHarness<Decoded<String>, String> split;

  @BeforeEach
  void start() throws Exception {
    split = new OneInputStreamOperatorTestHarness<>(new SplitDecoded<>(FEED));
    split.open();
    split.setProcessingTime(NOON.toEpochMilli());
  }

  @AfterEach
  void close() throws Exception {
    split.close();
  }

  @Test
  void valuesGoOnAndRejectionsAside() throws Exception {
    take(NOON, "a");
    reject(NOON, RejectReason.UNREADABLE);
    take(NOON, "b");

    assertThat(split.extractOutputValues()).containsExactly("a", "b");
    assertThat(split.getSideOutput(RejectedRecords.TAG)).hasSize(1);
  }

  @Test
  void recordsCountInTheMinuteOfTheirAppendWithTheGreatestLag() throws Exception {
    take(seconds(-61), "a");
    take(seconds(-3), "b");
    take(seconds(-60), "c");
    take(seconds(-2), "d");
    split.setProcessingTime(seconds(2).toEpochMilli());

    assertThat(counts())
        .containsExactlyInAnyOrder(
            taken(minutes(-2), new IntakeCounts(1, 0, 0, 0, 61_000)),
            taken(minutes(-1), new IntakeCounts(3, 0, 0, 0, 60_000)));
  }

  @Test
  void aRejectedRecordCountsUnderItsReasonAndInTheLagOfItsMinute() throws Exception {
    take(seconds(-1), "a");
    reject(seconds(-2), RejectReason.UNREADABLE);
    reject(seconds(-1), RejectReason.BAD_FIELD);
    reject(seconds(-1), RejectReason.UNREADABLE);
    split.setProcessingTime(seconds(2).toEpochMilli());

    assertThat(counts())
        .containsExactlyInAnyOrder(
            taken(minutes(-1), new IntakeCounts(1, 0, 0, 0, 2_000)),
            new IntakeRow(FEED, "BAD_FIELD", minutes(-1).toEpochMilli(), IntakeCounts.ONE_REJECTED),
            new IntakeRow(
                FEED, "UNREADABLE", minutes(-1).toEpochMilli(), new IntakeCounts(2, 2, 0, 0, 0)));
  }

  @Test
  void nothingIsBufferedAcrossABarrier() throws Exception {
    take(NOON, "a");
    split.prepareSnapshotPreBarrier(1);
    split.snapshot(1, 1);
    assertThat(counts()).containsExactly(taken(NOON, new IntakeCounts(1, 0, 0, 0, 0)));

    take(NOON, "b");
    split.setProcessingTime(seconds(2).toEpochMilli());
    assertThat(counts()).hasSize(2);
    assertThat(counts().get(1).counts().read()).isEqualTo(1);
  }

  @Test
  void aRecordOfWhichTheBrokerKeptNoTimeCountsWhenItIsRead() throws Exception {
    split.processElement(new StreamRecord<>(new Decoded<>("a", null, -1, true)));
    split.setProcessingTime(seconds(2).toEpochMilli());

    assertThat(counts()).containsExactly(taken(NOON, new IntakeCounts(1, 0, 0, 0, 0)));
  }

  @Test
  void anAppendTimeAheadOfTheClockIsNoNegativeLag() throws Exception {
    take(seconds(30), "a");
    split.setProcessingTime(seconds(2).toEpochMilli());

    assertThat(counts()).containsExactly(taken(NOON, new IntakeCounts(1, 0, 0, 0, 0)));
  }

  @Test
  void aRecordThatComesAnotherTimeCountsOnlyThen() throws Exception {
    split.processElement(new StreamRecord<>(Decoded.taken("a", NOON.toEpochMilli()).uncounted()));
    split.setProcessingTime(seconds(2).toEpochMilli());

    assertThat(split.extractOutputValues()).containsExactly("a");
    assertThat(counts()).isEmpty();
  }

  @Test
  void countsOfAnInputThatEndsAreSent() throws Exception {
    take(NOON, "a");
    split.endInput();
    split.getOperator().finish();

    assertThat(counts()).hasSize(1);
  }

  private void take(Instant appendedAt, String value) throws Exception {
    split.processElement(new StreamRecord<>(Decoded.taken(value, appendedAt.toEpochMilli())));
  }

  private void reject(Instant appendedAt, RejectReason reason) throws Exception {
    SourceRecord source = new SourceRecord(FEED, 0, 1, appendedAt.toEpochMilli(), new byte[] {1});
    split.processElement(
        new StreamRecord<>(Decoded.rejected(new Rejection(source, reason, "so it is"))));
  }

  private List<IntakeRow> counts() {
    var counts = split.getSideOutput(SplitDecoded.COUNTS);
    return counts == null ? List.of() : counts.stream().map(StreamRecord::getValue).toList();
  }

  private static IntakeRow taken(Instant minute, IntakeCounts counts) {
    return new IntakeRow(FEED, IntakeRow.NONE, minute.toEpochMilli(), counts);
  }
}
