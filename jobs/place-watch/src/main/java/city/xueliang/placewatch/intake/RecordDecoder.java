package city.xueliang.placewatch.intake;

import city.xueliang.domain.state.BinaryForm;
import city.xueliang.schemas.RejectReason;
import city.xueliang.schemas.SingleObjectCodec;
import city.xueliang.schemas.UndecodableException;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Turns the records of one topic into values, and those that it cannot take into rejections: it
 * never fails.
 *
 * @param <A> contract of the topic
 * @param <T> what a record becomes
 */
abstract class RecordDecoder<A extends SpecificRecord, T>
    implements KafkaRecordDeserializationSchema<Decoded<T>> {
  @Serial private static final long serialVersionUID = 1L;
  private static final byte[] NO_BYTES = {};

  /** Characters; a reader's own words about a garbled body can be long. */
  private static final int LONGEST_DETAIL = 1_000;

  private final Class<A> contract;
  private final BinaryForm<T> form;
  private transient SingleObjectCodec<A> codec;
  private transient A reused;

  RecordDecoder(Class<A> contract, BinaryForm<T> form) {
    this.contract = contract;
    this.form = form;
  }

  /**
   * The value of a record with a readable body. The contract's instance is used again for the next
   * one.
   */
  abstract T accept(A body, SourceRecord source, long appendedAt) throws RejectedException;

  /** The value of a record without a body: a deletion where the topic is compacted. */
  T acceptDeletion(String key, Position position) throws RejectedException {
    throw new RejectedException(RejectReason.UNREADABLE, "the record has no value");
  }

  @Override
  public void open(DeserializationSchema.InitializationContext context) {
    codec = SingleObjectCodec.of(contract);
  }

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<Decoded<T>> out) {
    out.collect(decode(record));
  }

  /**
   * Decodes one record.
   *
   * @param record of whichever topic this decoder is for
   */
  Decoded<T> decode(ConsumerRecord<byte[], byte[]> record) {
    byte[] bytes = record.value() == null ? NO_BYTES : record.value();
    SourceRecord source =
        new SourceRecord(
            record.topic(), record.partition(), record.offset(), record.timestamp(), bytes);
    try {
      if (record.value() == null) {
        Position position = new Position(record.offset(), record.timestamp());
        return Decoded.taken(acceptDeletion(key(record), position), record.timestamp());
      }
      reused = codec.decode(bytes, reused);
      return Decoded.taken(accept(reused, source, record.timestamp()), record.timestamp());
    } catch (UndecodableException e) {
      return rejected(source, e.reason(), e.getMessage(), null);
    } catch (RejectedException e) {
      return rejected(source, e.reason(), e.getMessage(), e.mistimedDevice());
    }
  }

  @Override
  public TypeInformation<Decoded<T>> getProducedType() {
    return Decoded.type(form);
  }

  private static <T> Decoded<T> rejected(
      SourceRecord source, RejectReason reason, String detail, String mistimedDevice) {
    return Decoded.rejected(
        new Rejection(source, reason, Excerpt.of(detail, LONGEST_DETAIL), mistimedDevice));
  }

  private static String key(ConsumerRecord<byte[], byte[]> record) {
    return record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
  }
}
