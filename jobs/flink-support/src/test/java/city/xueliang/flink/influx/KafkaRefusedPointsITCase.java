package city.xueliang.flink.influx;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import city.xueliang.embedded.EmbeddedKafka;
import city.xueliang.embedded.TopicSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaRefusedPointsITCase {
  private static final String TOPIC = "refused";

  @TempDir private Path folder;

  @Test
  void aRefusedPointIsOnItsTopicWhenTheFlushReturns() throws Exception {
    try (EmbeddedKafka broker = EmbeddedKafka.start(folder, 0)) {
      broker.createTopics(List.of(new TopicSpec(TOPIC, 1, Map.of())));
      RefusedPoints points =
          new KafkaRefusedPoints(
              broker.bootstrapServers(), TOPIC, KafkaRefusedPointsITCase::record);

      try (RefusedPoints.Handler handler = points.open(null)) {
        handler.refuse("a b=1i 2", "no");
        handler.flush();
      }

      ConsumerRecord<byte[], byte[]> found = first(broker);
      assertThat(new String(found.key(), UTF_8)).isEqualTo("a b=1i 2");
      assertThat(new String(found.value(), UTF_8)).isEqualTo("no");
    }
  }

  @Test
  void aBrokerThatIsAwayIsAFailureThatNamesTheTopic() {
    Map<String, String> impatient =
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
            "127.0.0.1:1",
            ProducerConfig.MAX_BLOCK_MS_CONFIG,
            "100");
    RefusedPoints points =
        new KafkaRefusedPoints(impatient, TOPIC, KafkaRefusedPointsITCase::record);

    assertThatIOException()
        .isThrownBy(
            () -> {
              try (RefusedPoints.Handler handler = points.open(null)) {
                handler.refuse("a b=1i 2", "no");
                handler.flush();
              }
            })
        .withMessageContaining("Topic 'refused'");
  }

  private static ProducerRecord<byte[], byte[]> record(String topic, String line, String words) {
    return new ProducerRecord<>(topic, line.getBytes(UTF_8), words.getBytes(UTF_8));
  }

  private static ConsumerRecord<byte[], byte[]> first(EmbeddedKafka broker) {
    Map<String, Object> settings =
        Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers());
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      TopicPartition partition = new TopicPartition(TOPIC, 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      return consumer.poll(Duration.ofSeconds(10)).records(partition).get(0);
    }
  }
}
