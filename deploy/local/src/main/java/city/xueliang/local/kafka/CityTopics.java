package city.xueliang.local.kafka;

import city.xueliang.embedded.TopicSpec;
import city.xueliang.schemas.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The topics of a city on one machine, kept as long as the contracts say. */
public final class CityTopics {
  private static final int PARTITIONS = 2;

  /** Of one partition: a city on one machine shares its disk. */
  private static final String MOST_BYTES = Long.toString(2L << 30);

  private CityTopics() {}

  /** All of them. */
  public static List<TopicSpec> all() {
    return List.of(
        kept(Topics.CAMERA_EVENTS, Duration.ofDays(3)),
        kept(Topics.SENSOR_READINGS, Duration.ofDays(3)),
        compacted(Topics.PLACES),
        compacted(Topics.DEVICES),
        // Versions of a rule stay for 30 days at least, to be gone back to.
        new TopicSpec(
            Topics.RULES,
            1,
            Map.of(
                "cleanup.policy", "compact", "min.compaction.lag.ms", millis(Duration.ofDays(30)))),
        kept(Topics.DISPATCH_ACTIONS, Duration.ofDays(30)),
        new TopicSpec(
            Topics.ALERTS,
            PARTITIONS,
            Map.of(
                "cleanup.policy", "compact,delete",
                "retention.ms", millis(Duration.ofDays(30)),
                "min.compaction.lag.ms", millis(Duration.ofDays(1)))),
        kept(Topics.PLACE_METRICS, Duration.ofDays(7)),
        kept(Topics.REJECTED_RECORDS, Duration.ofDays(30)),
        kept(Topics.AUDIT_RECORDS, Duration.ofDays(180)));
  }

  private static TopicSpec kept(String name, Duration retention) {
    return new TopicSpec(
        name,
        PARTITIONS,
        Map.of(
            "cleanup.policy",
            "delete",
            "retention.ms",
            millis(retention),
            "retention.bytes",
            MOST_BYTES,
            "message.timestamp.type",
            "LogAppendTime"));
  }

  /** One partition: the registry and the rules are small, and are read as a whole. */
  private static TopicSpec compacted(String name) {
    return new TopicSpec(name, 1, Map.of("cleanup.policy", "compact"));
  }

  private static String millis(Duration duration) {
    return Long.toString(duration.toMillis());
  }
}
