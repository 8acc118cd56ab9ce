package city.xueliang.embedded;

import java.util.Map;

/**
 * A topic to be created.
 *
 * @param name as Kafka allows: letters, digits, dot, underscore and hyphen
 * @param partitions 1 or more
 * @param config Kafka's topic settings, such as {@code cleanup.policy}, that differ from the
 *     broker's
 */
public record TopicSpec(String name, int partitions, Map<String, String> config) {

  public TopicSpec {
    if (partitions < 1) {
      throw new IllegalArgumentException(
          "Topic " + name + " cannot have " + partitions + " partitions; 1 or more are needed.");
    }
    config = Map.copyOf(config);
  }
}
