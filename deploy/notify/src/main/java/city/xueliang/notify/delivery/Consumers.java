package city.xueliang.notify.delivery;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.RangeAssignor;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Consumers of one broker. */
final class Consumers {
  private static final int SESSION_MILLIS = 10_000;
  private static final int MOST_AT_ONCE = 100;

  private final String bootstrap;

  Consumers(String bootstrap) {
    this.bootstrap = bootstrap;
  }

  /** Of the channel's own group; another process of it takes over within seconds of a crash. */
  Consumer<String, byte[]> ofChannel(String id) {
    Map<String, Object> settings = settings("notify-" + id);
    settings.put(ConsumerConfig.GROUP_ID_CONFIG, "notify-" + id);
    settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_MILLIS);
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MOST_AT_ONCE);
    settings.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, RangeAssignor.class.getName());
    return consumer(settings);
  }

  /** Of no group, for topics that are read as a whole. */
  Consumer<String, byte[]> ofNames() {
    return consumer(settings("notify-names"));
  }

  private Map<String, Object> settings(String client) {
    Map<String, Object> settings = new HashMap<>();
    settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
    settings.put(ConsumerConfig.CLIENT_ID_CONFIG, client);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    return settings;
  }

  private static Consumer<String, byte[]> consumer(Map<String, Object> settings) {
    return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
  }
}
