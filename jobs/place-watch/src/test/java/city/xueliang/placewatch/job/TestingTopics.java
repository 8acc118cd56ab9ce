package city.xueliang.placewatch.job;

import city.xueliang.embedded.EmbeddedKafka;
import city.xueliang.embedded.TopicSpec;
import city.xueliang.schemas.SingleObjectCodec;
import city.xueliang.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A real broker with the job's topics; the feeds have two partitions, the registry has one. */
final class TestingTopics implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(100);

  private final EmbeddedKafka kafka;
  private final KafkaProducer<byte[], byte[]> producer;
  private final List<Future<RecordMetadata>> sent = new ArrayList<>();

  private TestingTopics(EmbeddedKafka kafka) {
    this.kafka = kafka;
    this.producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                kafka.bootstrapServers(),
                ProducerConfig.LINGER_MS_CONFIG,
                "5"),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  static TestingTopics start(Path folder) {
    EmbeddedKafka kafka = EmbeddedKafka.start(folder, 0);
    kafka.createTopics(
        List.of(
            new TopicSpec(Topics.CAMERA_EVENTS, 2, Map.of()),
            new TopicSpec(Topics.SENSOR_READINGS, 2, Map.of()),
            new TopicSpec(Topics.DEVICES, 1, Map.of("cleanup.policy", "compact")),
            new TopicSpec(Topics.PLACES, 1, Map.of("cleanup.policy", "compact")),
            new TopicSpec(Topics.RULES, 1, Map.of("cleanup.policy", "compact")),
            new TopicSpec(Topics.DISPATCH_ACTIONS, 2, Map.of()),
            new TopicSpec(Topics.PLACE_METRICS, 2, Map.of()),
            new TopicSpec(Topics.ALERTS, 2, Map.of()),
            new TopicSpec(Topics.REJECTED_RECORDS, 2, Map.of())));
    return new TestingTopics(kafka);
  }

  String bootstrapServers() {
    return kafka.bootstrapServers();
  }

  /** Sends a record; {@link #flush} makes sure that it is there. */
  void send(String topic, String key, byte[] value) {
    byte[] keyBytes = key == null ? null : key.getBytes(StandardCharsets.UTF_8);
    sent.add(producer.send(new ProducerRecord<>(topic, keyBytes, value)));
  }

  /** Returns when all that was sent is in its topics. */
  void flush() throws ExecutionException, InterruptedException {
    producer.flush();
    for (Future<RecordMetadata> record : sent) {
      record.get();
    }
    sent.clear();
  }

  /** All that a topic holds now, each partition in its order. */
  List<ConsumerRecord<byte[], byte[]>> read(String topic) {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers()),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(partition -> new TopicPartition(topic, partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer.poll(POLL).forEach(records::add);
      }
    }
    return records;
  }

  /** All records of a topic, decoded by its contract. */
  <T extends SpecificRecord> List<T> read(String topic, Class<T> contract) throws Exception {
    SingleObjectCodec<T> codec = SingleObjectCodec.of(contract);
    List<T> records = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : read(topic)) {
      records.add(codec.decode(record.value(), null));
    }
    return records;
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(1));
    kafka.close();
  }
}
