package city.xueliang.placewatch.publish;

import city.xueliang.flink.kafka.TopicTail;
import city.xueliang.schemas.Alert;
import city.xueliang.schemas.SingleObjectCodec;
import city.xueliang.schemas.Topics;
import city.xueliang.schemas.UndecodableException;
import java.io.Serial;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the end of the topic {@code alerts}. */
public final class KafkaPublishedRevisions implements PublishedRevisions {
  @Serial private static final long serialVersionUID = 1L;

  private final TopicTail tail;

  public KafkaPublishedRevisions(String bootstrapServers) {
    this.tail = new TopicTail(bootstrapServers, Topics.ALERTS);
  }

  @Override
  public Map<String, List<PublishedRevision>> since(long epochMillis) {
    SingleObjectCodec<Alert> codec = SingleObjectCodec.of(Alert.class);
    Map<String, List<PublishedRevision>> revisions = new HashMap<>();
    tail.read(
        epochMillis,
        record -> {
          try {
            Alert alert = codec.decode(record.value(), null);
            revisions
                .computeIfAbsent(alert.getAlertId(), any -> new ArrayList<>())
                .add(PublishedRevision.of(alert));
          } catch (UndecodableException e) {
            // No revision of ours: somebody else wrote it.
            return;
          }
        });
    return revisions;
  }
}
