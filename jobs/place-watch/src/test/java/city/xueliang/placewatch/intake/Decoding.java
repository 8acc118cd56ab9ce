package city.xueliang.placewatch.intake;

import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.schemas.RejectReason;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** One record of a topic, put through a decoder. */
final class Decoding {
  static final String TOPIC = "some-topic";
  static final int PARTITION = 3;
  static final long OFFSET = 41;

  private Decoding() {}

  static <T> Decoded<T> decode(RecordDecoder<?, T> decoder, byte[] value) {
    return decode(decoder, null, value, -1);
  }

  static <T> Decoded<T> decode(RecordDecoder<?, T> decoder, byte[] value, Instant appendedAt) {
    return decode(decoder, null, value, appendedAt.toEpochMilli());
  }

  static <T> Decoded<T> decode(
      RecordDecoder<?, T> decoder, String key, byte[] value, long appendedAt) {
    decoder.open(null);
    return decoder.decode(record(key, value, appendedAt));
  }

  /** The value of a record that has to be taken. */
  static <T> T taken(Decoded<T> decoded) {
    assertThat(decoded.rejection()).isNull();
    return decoded.value();
  }

  /** Asks that a record was rejected like this, with where it stood and its bytes. */
  static void assertRejected(Decoded<?> decoded, byte[] bytes, RejectReason reason, String detail) {
    assertThat(decoded.value()).isNull();
    Rejection rejection = decoded.rejection();
    assertThat(rejection.reason()).isEqualTo(reason);
    assertThat(rejection.detail()).isEqualTo(detail);
    assertThat(rejection.source().topic()).isEqualTo(TOPIC);
    assertThat(rejection.source().partition()).isEqualTo(PARTITION);
    assertThat(rejection.source().offset()).isEqualTo(OFFSET);
    assertThat(rejection.source().bytes()).isEqualTo(bytes);
  }

  static ConsumerRecord<byte[], byte[]> record(String key, byte[] value, long appendedAt) {
    return new ConsumerRecord<>(
        TOPIC,
        PARTITION,
        OFFSET,
        appendedAt,
        TimestampType.LOG_APPEND_TIME,
        0,
        0,
        key == null ? null : key.getBytes(StandardCharsets.UTF_8),
        value,
        new RecordHeaders(),
        Optional.empty());
  }
}
