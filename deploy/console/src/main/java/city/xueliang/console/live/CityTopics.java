package city.xueliang.console.live;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * The topics as the broker has them.
 *
 * @param byName their ids, which those of topics made anew differ from, and how many partitions
 */
record CityTopics(Map<String, Shape> byName) {
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  /** Of one topic. */
  record Shape(String id, int partitions) {}

  CityTopics {
    byName = Map.copyOf(byName);
  }

  /**
   * Asks the broker.
   *
   * @throws KafkaException if it does not answer within 3 s, or lacks one of the topics
   */
  static CityTopics ask(Admin admin, Collection<String> names) throws InterruptedException {
    try {
      Map<String, TopicDescription> described =
          admin
              .describeTopics(names)
              .allTopicNames()
              .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      Map<String, Shape> shapes = new TreeMap<>();
      described.forEach(
          (name, topic) ->
              shapes.put(name, new Shape(topic.topicId().toString(), topic.partitions().size())));
      return new CityTopics(shapes);
    } catch (ExecutionException e) {
      throw new KafkaException(e.getCause().getMessage(), e.getCause());
    } catch (TimeoutException e) {
      throw new KafkaException("no answer within " + PATIENCE.toSeconds() + " s", e);
    }
  }

  Shape of(String topic) {
    return byName.get(topic);
  }

  List<TopicPartition> partitions() {
    return byName.entrySet().stream()
        .flatMap(
            topic ->
                IntStream.range(0, topic.getValue().partitions())
                    .mapToObj(partition -> new TopicPartition(topic.getKey(), partition)))
        .toList();
  }
}
