package city.xueliang.placewatch.intake;

import java.io.IOException;
import java.io.Serial;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * For the first of the two readings of a topic of the registry: its records come again with the
 * changes, and count there.
 *
 * @param <T> what the topic's records become
 */
public final class SnapshotDecoder<T> implements KafkaRecordDeserializationSchema<Decoded<T>> {
  @Serial private static final long serialVersionUID = 1L;

  private final KafkaRecordDeserializationSchema<Decoded<T>> decoder;

  public SnapshotDecoder(KafkaRecordDeserializationSchema<Decoded<T>> decoder) {
    this.decoder = decoder;
  }

  @Override
  public void open(DeserializationSchema.InitializationContext context) throws Exception {
    decoder.open(context);
  }

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<Decoded<T>> out)
      throws IOException {
    decoder.deserialize(
        record,
        new Collector<>() {
          @Override
          public void collect(Decoded<T> decoded) {
            out.collect(decoded.uncounted());
          }

          @Override
          public void close() {
            out.close();
          }
        });
  }

  @Override
  public TypeInformation<Decoded<T>> getProducedType() {
    return decoder.getProducedType();
  }
}
