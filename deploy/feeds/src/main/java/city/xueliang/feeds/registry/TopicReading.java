package city.xueliang.feeds.registry;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads a topic from its beginning to the end that it has when the call begins. */
public final class TopicReading {
  /** How long a broker may be silent before a call gives up. */
  static final Duration PATIENCE = Duration.ofSeconds(8);

  private static final Duration POLL = Duration.ofMillis(200);

  private TopicReading() {}

  /**
   * All records, in the order of each partition.
   *
   * @param since epoch milliseconds of the broker's time; what is older is left out
   * @throws org.apache.kafka.common.KafkaException if the broker does not answer within {@link
   *     #PATIENCE} or has no such topic
   */
  public static List<ConsumerRecord<String, byte[]>> read(
      String bootstrap, String topic, long since) {
    List<ConsumerRecord<String, byte[]>> all = new ArrayList<>();
    try (Consumer<String, byte[]> consumer = consumer(bootstrap)) {
      List<TopicPartition> partitions = partitions(consumer, topic);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      while (!hasReached(consumer, ends)) {
        var records = consumer.poll(POLL);
        for (var read : records) {
          if (read.timestamp() >= since) {
            all.add(read);
          }
        }
        if (!records.isEmpty()) {
          deadline = System.nanoTime() + PATIENCE.toNanos();
        } else if (System.nanoTime() - deadline > 0) {
          throw new TimeoutException(
              "topic " + topic + " sent nothing for " + PATIENCE.toSeconds() + " s before its end");
        }
      }
    }
    return all;
  }

  private static List<TopicPartition> partitions(Consumer<String, byte[]> consumer, String topic) {
    List<PartitionInfo> partitions = consumer.partitionsFor(topic);
    if (partitions == null || partitions.isEmpty()) {
      throw new UnknownTopicOrPartitionException("there is no topic " + topic);
    }
    return partitions.stream()
        .map(partition -> new TopicPartition(topic, partition.partition()))
        .toList();
  }

  private static boolean hasReached(
      Consumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  private static Consumer<String, byte[]> consumer(String bootstrap) {
    Map<String, Object> settings =
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrap,
            ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
            false,
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false,
            ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG,
            (int) PATIENCE.toMillis(),
            ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
            (int) PATIENCE.toMillis());
    return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
  }
}
