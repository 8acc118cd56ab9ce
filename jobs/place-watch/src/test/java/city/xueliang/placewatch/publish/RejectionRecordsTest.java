package city.xueliang.placewatch.publish;

import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.flink.kafka.RecordBytes;
import city.xueliang.placewatch.intake.Rejection;
import city.xueliang.placewatch.intake.SourceRecord;
import city.xueliang.schemas.RejectReason;
import city.xueliang.schemas.RejectedRecord;
import city.xueliang.schemas.SingleObjectCodec;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RejectionRecordsTest {
  /** The most that a producer sends unless told otherwise, and that a broker takes. */
  private static final int KAFKAS_LIMIT = 1 << 20;

  private static final int ROOM_FOR_KEY_AND_HEADERS = 1_000;

  private final RecordBytes<Rejection> bytes = RejectionRecords.bytes();

  @BeforeEach
  void open() {
    bytes.open();
  }

  @Test
  void aRejectionSaysWhereTheRecordStoodAndHowItCame() throws Exception {
    RejectedRecord record =
        published(rejection(new byte[] {(byte) 0xC3, 1, 2}, "body breaks off at byte 3"));

    assertThat(record.getTopic()).isEqualTo("camera-events");
    assertThat(record.getPartition()).isEqualTo(1);
    assertThat(record.getOffset()).isEqualTo(42);
    assertThat(record.getReason()).isEqualTo(RejectReason.UNREADABLE);
    assertThat(record.getDetail()).isEqualTo("body breaks off at byte 3");
    assertThat(record.getBytes().array()).containsExactly(0xC3, 1, 2);
  }

  @Test
  void aRejectionIsPublishedUnderItsTopic() {
    assertThat(new String(bytes.key(rejection(new byte[0], "no value")), StandardCharsets.UTF_8))
        .isEqualTo("camera-events");
  }

  @Test
  void aRejectedRecordOfUpToAMillionBytesIsKeptWhole() throws Exception {
    byte[] large = noise(1_000_000);

    RejectedRecord record = published(rejection(large, "garbled"));

    assertThat(record.getBytes().array()).isEqualTo(large);
    assertThat(record.getDetail()).isEqualTo("garbled");
  }

  @Test
  void ofALargerOneTheBeginningIsKeptSoThatKafkaTakesIt() throws Exception {
    byte[] large = noise(1_048_500);
    Rejection rejection = rejection(large, "长".repeat(1_000));

    RejectedRecord record = published(rejection);

    assertThat(record.getBytes().array()).isEqualTo(Arrays.copyOf(large, 1_000_000));
    assertThat(record.getDetail()).endsWith("; the first 1000000 of its 1048500 bytes are kept");
    assertThat(bytes.value(rejection)).hasSizeLessThan(KAFKAS_LIMIT - ROOM_FOR_KEY_AND_HEADERS);
  }

  @Test
  void ofAPageThatTheStoreAnsweredTheBeginningIsKept() throws Exception {
    RejectedRecord record = published(rejection(noise(1), "x".repeat(2_000_000)));

    assertThat(record.getDetail()).isEqualTo("x".repeat(10_000) + "…");
  }

  private RejectedRecord published(Rejection rejection) throws Exception {
    return SingleObjectCodec.of(RejectedRecord.class).decode(bytes.value(rejection), null);
  }

  private static Rejection rejection(byte[] value, String detail) {
    return new Rejection(
        new SourceRecord("camera-events", 1, 42, -1, value), RejectReason.UNREADABLE, detail);
  }

  private static byte[] noise(int length) {
    byte[] bytes = new byte[length];
    new Random(1).nextBytes(bytes);
    return bytes;
  }
}
