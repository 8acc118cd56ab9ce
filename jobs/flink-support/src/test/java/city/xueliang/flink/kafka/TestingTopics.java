package city.xueliang.flink.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.xueliang.embedded.EmbeddedKafka;
import city.xueliang.embedded.TopicSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A broker, and what is in its topics. */
final class TestingTopics implements AutoCloseable {
  private static final int PARTITIONS = 2;

  private final EmbeddedKafka broker;

  TestingTopics(Path folder) {
    broker = EmbeddedKafka.start(folder, 0);
  }

  String bootstrapServers() {
    return broker.bootstrapServers();
  }

  @Override
  public void close() {
    broker.close();
  }

  void create(String topic) {
    broker.createTopics(List.of(new TopicSpec(topic, PARTITIONS, Map.of())));
  }

  void publish(String topic, String... texts) throws Exception {
    Map<String, Object> settings =
        Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers());
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      for (String text : texts) {
        producer.send(new ProducerRecord<>(topic, text, text)).get(10, TimeUnit.SECONDS);
      }
    }
  }

  /** The texts of each key, in the order of their offsets, once there are so many records. */
  Map<String, List<String>> written(String topic, int count) {
    Map<String, List<String>> byKey = new HashMap<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers()),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          IntStream.range(0, PARTITIONS).mapToObj(n -> new TopicPartition(topic, n)).toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      for (int found = 0; found < count; ) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
          byKey
              .computeIfAbsent(new String(record.key(), UTF_8), any -> new ArrayList<>())
              .add(record.value() == null ? null : new String(record.value(), UTF_8));
          found++;
        }
      }
    }
    return byKey;
  }
}
