package city.xueliang.rules;

import city.xueliang.domain.rule.RulebookChange;
import city.xueliang.rulebook.RulebookRecords;
import city.xueliang.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Writes changes in their order. A call that failed may be repeated: what the broker took is then
 * no change any more.
 */
final class RulesPublisher {
  private RulesPublisher() {}

  /**
   * Returns when the broker has acknowledged every record.
   *
   * @throws KafkaException that says how many it did not
   */
  static void publish(String bootstrap, List<RulebookChange> changes, String seat) {
    Map<String, Object> settings =
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrap,
            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
            true,
            ProducerConfig.ACKS_CONFIG,
            "all",
            ProducerConfig.MAX_BLOCK_MS_CONFIG,
            10_000,
            ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
            10_000,
            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
            30_000);
    RulebookRecords records = new RulebookRecords();
    AtomicReference<Exception> firstFailure = new AtomicReference<>();
    AtomicInteger failures = new AtomicInteger();
    try (Producer<String, byte[]> producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
      for (RulebookChange change : changes) {
        ProducerRecord<String, byte[]> record =
            new ProducerRecord<>(Topics.RULES, change.key(), records.encode(change));
        record.headers().add(LaidDown.SEAT_HEADER, seat.getBytes(StandardCharsets.UTF_8));
        // The callback hears of a failure: there is nothing to ask the future.
        var unused =
            producer.send(
                record,
                (metadata, failure) -> {
                  if (failure != null) {
                    firstFailure.compareAndSet(null, failure);
                    failures.incrementAndGet();
                  }
                });
      }
      producer.flush();
    }
    if (firstFailure.get() != null) {
      throw new KafkaException(
          "%d of %d records were not acknowledged: %s"
              .formatted(failures.get(), changes.size(), firstFailure.get().getMessage()));
    }
  }
}
