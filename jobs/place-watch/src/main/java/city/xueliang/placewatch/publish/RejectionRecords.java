package city.xueliang.placewatch.publish;

import city.xueliang.flink.influx.KafkaRefusedPoints;
import city.xueliang.flink.influx.RefusedPoints;
import city.xueliang.flink.kafka.RecordBytes;
import city.xueliang.placewatch.intake.Excerpt;
import city.xueliang.placewatch.intake.Rejection;
import city.xueliang.placewatch.intake.SourceRecord;
import city.xueliang.schemas.RejectReason;
import city.xueliang.schemas.RejectedRecord;
import city.xueliang.schemas.Topics;
import java.io.Serial;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Records of {@code rejected-records}. */
public final class RejectionRecords {
  /** Stands where a rejected record's topic does, for a point that the store refused. */
  public static final String STORE = "influxdb";

  /**
   * Bytes that are kept of a rejected record. With the rest of its rejection it has to pass Kafka's
   * limit of 1 MiB, which the record itself may just have passed.
   */
  static final int KEPT_BYTES = 1_000_000;

  /** Characters; the store's own words can be a whole page. */
  private static final int LONGEST_DETAIL = 10_000;

  private RejectionRecords() {}

  public static RecordBytes<Rejection> bytes() {
    return new AvroRecordBytes<>(
        RejectedRecord.class, rejection -> rejection.source().topic(), RejectionRecords::record);
  }

  /** Sends what the store refuses for good to {@code rejected-records}. */
  public static RefusedPoints refusedPoints(String bootstrapServers) {
    return new KafkaRefusedPoints(
        bootstrapServers, Topics.REJECTED_RECORDS, new RefusedPointEncoder());
  }

  static RejectedRecord record(Rejection rejection) {
    return RejectedRecord.newBuilder()
        .setTopic(rejection.source().topic())
        .setPartition(rejection.source().partition())
        .setOffset(rejection.source().offset())
        .setReason(rejection.reason())
        .setDetail(detail(rejection))
        .setBytes(kept(rejection.source().bytes()))
        .build();
  }

  private static String detail(Rejection rejection) {
    String detail = Excerpt.of(rejection.detail(), LONGEST_DETAIL);
    int length = rejection.source().bytes().length;
    return length <= KEPT_BYTES
        ? detail
        : "%s; the first %d of its %d bytes are kept".formatted(detail, KEPT_BYTES, length);
  }

  private static ByteBuffer kept(byte[] bytes) {
    return ByteBuffer.wrap(bytes, 0, Math.min(bytes.length, KEPT_BYTES));
  }

  /** Used by one thread of a writer at a time. */
  private static final class RefusedPointEncoder implements KafkaRefusedPoints.RecordEncoder {
    @Serial private static final long serialVersionUID = 1L;

    private final RecordBytes<Rejection> bytes = bytes();
    private transient boolean isOpen;

    @Override
    public ProducerRecord<byte[], byte[]> encode(
        String topic, String lineProtocol, String serverWords) {
      if (!isOpen) {
        bytes.open();
        isOpen = true;
      }
      byte[] line = lineProtocol.getBytes(StandardCharsets.UTF_8);
      Rejection refused =
          new Rejection(
              new SourceRecord(STORE, -1, -1, -1, line), RejectReason.STORE_REFUSED, serverWords);
      return new ProducerRecord<>(topic, bytes.key(refused), bytes.value(refused));
    }
  }
}
