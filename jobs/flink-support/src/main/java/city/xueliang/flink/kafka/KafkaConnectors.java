package city.xueliang.flink.kafka;

import java.io.Serial;
import java.io.Serializable;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;

/**
 * Kafka sources and sinks as the jobs use them.
 *
 * @param bootstrapServers host:port, separated by commas
 * @param job name of the job: the consumer group and the prefix of its clients' names
 */
public record KafkaConnectors(String bootstrapServers, String job) implements Serializable {
  @Serial private static final long serialVersionUID = 1L;

  /** A feed, from its oldest record on or from where the restored state stands. */
  public <T> KafkaSource<T> feed(String topic, KafkaRecordDeserializationSchema<T> deserializer) {
    return source(topic, topic, deserializer).build();
  }

  /** A compacted topic up to the end that it has when the job starts. */
  public <T> RegistrySnapshot<T> snapshot(
      String topic, KafkaRecordDeserializationSchema<T> deserializer) {
    return new RegistrySnapshot<>(
        source(topic, topic + "-snapshot", deserializer)
            .setBounded(OffsetsInitializer.latest())
            .build());
  }

  /**
   * A compacted topic without an end; what the snapshot reads comes here again, since the topic may
   * grow between the two.
   */
  public <T> KafkaSource<T> changes(
      String topic, KafkaRecordDeserializationSchema<T> deserializer) {
    return source(topic, topic + "-changes", deserializer).build();
  }

  /** A topic into which each record is written at least once. */
  public <T> Sink<T> sink(String topic, RecordBytes<T> bytes) {
    return KafkaSink.<T>builder()
        .setBootstrapServers(bootstrapServers)
        .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
        .setRecordSerializer(new BytesSerializationSchema<>(topic, bytes))
        .setProperty("compression.type", "lz4")
        .setProperty("linger.ms", "2")
        .setProperty("delivery.timeout.ms", Integer.toString(Integer.MAX_VALUE))
        .build();
  }

  private <T> KafkaSourceBuilder<T> source(
      String topic, String client, KafkaRecordDeserializationSchema<T> deserializer) {
    return KafkaSource.<T>builder()
        .setBootstrapServers(bootstrapServers)
        .setGroupId(job)
        .setClientIdPrefix(job + "-" + client)
        .setTopics(topic)
        .setStartingOffsets(OffsetsInitializer.earliest())
        .setDeserializer(deserializer)
        .setProperty("commit.offsets.on.checkpoint", "true");
  }
}
