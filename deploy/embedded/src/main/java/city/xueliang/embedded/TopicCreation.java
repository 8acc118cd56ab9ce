package city.xueliang.embedded;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Creates topics at a broker; a topic that exists is left as it is. */
final class TopicCreation {
  private static final short ONE_REPLICA = 1;
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Duration PAUSE = Duration.ofMillis(5);

  private final String bootstrapServers;

  TopicCreation(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
  }

  void create(List<TopicSpec> topics) {
    Map<String, Object> client =
        Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    try (Admin admin = Admin.create(client)) {
      List<NewTopic> missing =
          topics.stream()
              .map(t -> new NewTopic(t.name(), t.partitions(), ONE_REPLICA).configs(t.config()))
              .toList();
      admin.createTopics(missing).values().forEach(TopicCreation::awaitCreated);
      awaitVisible(admin, topics.stream().map(TopicSpec::name).toList());
    }
  }

  private static void awaitCreated(String topic, KafkaFuture<Void> created) {
    try {
      outcome(created);
    } catch (TopicExistsException e) {
      return;
    } catch (KafkaException e) {
      throw new IllegalArgumentException(
          "Topic " + topic + " was not created: " + e.getMessage(), e);
    }
  }

  /** The controller answers before the broker has read of the topic, some milliseconds later. */
  private static void awaitVisible(Admin admin, List<String> topics) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        outcome(admin.describeTopics(topics).allTopicNames());
        return;
      } catch (UnknownTopicOrPartitionException e) {
        if (System.nanoTime() > end) {
          throw e;
        }
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }

  private static <T> T outcome(KafkaFuture<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof KafkaException refused ? refused : new KafkaException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException(e);
    }
  }
}
