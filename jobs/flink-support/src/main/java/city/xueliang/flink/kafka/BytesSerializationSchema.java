package city.xueliang.flink.kafka;

import java.io.Serial;
import org.apache.flink.api.common.serialization.SerializationSchema.InitializationContext;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;

final class BytesSerializationSchema<T> implements KafkaRecordSerializationSchema<T> {
  @Serial private static final long serialVersionUID = 1L;

  private final String topic;
  private final RecordBytes<T> bytes;

  BytesSerializationSchema(String topic, RecordBytes<T> bytes) {
    this.topic = topic;
    this.bytes = bytes;
  }

  @Override
  public void open(InitializationContext context, KafkaSinkContext sinkContext) {
    bytes.open();
  }

  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      T value, KafkaSinkContext context, Long timestamp) {
    return new ProducerRecord<>(topic, bytes.key(value), bytes.value(value));
  }
}
