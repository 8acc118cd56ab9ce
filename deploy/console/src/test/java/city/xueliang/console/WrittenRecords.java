package city.xueliang.console;

import city.xueliang.embedded.EmbeddedKafka;
import city.xueliang.embedded.TopicSpec;
import city.xueliang.feeds.registry.TopicReading;
import city.xueliang.schemas.AuditRecord;
import city.xueliang.schemas.SingleObjectCodec;
import city.xueliang.schemas.Topics;
import city.xueliang.schemas.UndecodableException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What the console wrote onto the topics of a real broker. */
public final class WrittenRecords {
  private WrittenRecords() {}

  /** A broker with the topics that the console writes to. */
  public static EmbeddedKafka startKafka(Path folder) {
    EmbeddedKafka kafka = EmbeddedKafka.start(folder, 0);
    kafka.createTopics(
        Stream.of(Topics.RULES, Topics.DISPATCH_ACTIONS, Topics.AUDIT_RECORDS)
            .map(topic -> new TopicSpec(topic, 1, Map.of()))
            .toList());
    return kafka;
  }

  /** All records of a topic, the oldest first. */
  public static List<ConsumerRecord<String, byte[]>> of(EmbeddedKafka kafka, String topic) {
    List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
    TopicReading.read(kafka.bootstrapServers(), topic, Long.MIN_VALUE).forEach(records::add);
    return records;
  }

  /** The newest record of a topic. */
  public static ConsumerRecord<String, byte[]> last(EmbeddedKafka kafka, String topic) {
    List<ConsumerRecord<String, byte[]>> records = of(kafka, topic);
    return records.get(records.size() - 1);
  }

  /** All audit records, the oldest first. */
  public static List<AuditRecord> audit(EmbeddedKafka kafka) {
    return of(kafka, Topics.AUDIT_RECORDS).stream()
        .map(record -> decode(AuditRecord.class, record.value()))
        .toList();
  }

  public static <T extends SpecificRecord> T decode(Class<T> contract, byte[] value) {
    try {
      return SingleObjectCodec.of(contract).decode(value, null);
    } catch (UndecodableException e) {
      throw new IllegalStateException(e);
    }
  }
}
