package city.xueliang.feeds.registry;

import city.xueliang.domain.place.Device;
import city.xueliang.domain.place.Place;
import city.xueliang.domain.place.Registry;
import city.xueliang.schemas.SingleObjectCodec;
import city.xueliang.schemas.Topics;
import city.xueliang.schemas.UndecodableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads the registry that stands in the topics: the newest record of each key up to the end that a
 * topic has when the call begins. Every call throws {@link org.apache.kafka.common.KafkaException}
 * if the broker does not answer within {@link #PATIENCE} or has no such topic.
 */
public final class RegistryTopics {
  /** How long a broker may be silent before a call gives up. */
  public static final Duration PATIENCE = Duration.ofSeconds(8);

  private static final Duration POLL = Duration.ofMillis(200);

  private final String bootstrapServers;

  /**
   * @param bootstrapServers {@code host:port}, more than one separated by commas
   */
  public RegistryTopics(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
  }

  /** The whole registry, places and devices each in no particular order. */
  public Registry read() throws UndecodableException {
    List<Place> places = places();
    var deviceCodec = SingleObjectCodec.of(city.xueliang.schemas.Device.class);
    List<Device> devices = new ArrayList<>();
    for (byte[] value : newest(Topics.DEVICES).values()) {
      devices.add(RegistryRecords.toDevice(deviceCodec.decode(value, null)));
    }
    return new Registry(places, devices);
  }

  /** All places, in no particular order. */
  public List<Place> places() throws UndecodableException {
    var codec = SingleObjectCodec.of(city.xueliang.schemas.Place.class);
    List<Place> places = new ArrayList<>();
    for (byte[] value : newest(Topics.PLACES).values()) {
      places.add(RegistryRecords.toPlace(codec.decode(value, null)));
    }
    return places;
  }

  /** The keys that have a value, whether it can be read or not. */
  public Set<String> keys(String topic) {
    return newest(topic).keySet();
  }

  private Map<String, byte[]> newest(String topic) {
    Map<String, byte[]> newest = new LinkedHashMap<>();
    try (Consumer<String, byte[]> consumer = consumer()) {
      List<TopicPartition> partitions = partitions(consumer, topic);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      while (!hasReached(consumer, ends)) {
        var records = consumer.poll(POLL);
        for (var record : records) {
          if (record.value() == null) {
            newest.remove(record.key());
          } else {
            newest.put(record.key(), record.value());
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
    return newest;
  }

  private static boolean hasReached(
      Consumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
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

  private Consumer<String, byte[]> consumer() {
    Map<String, Object> settings =
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrapServers,
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
