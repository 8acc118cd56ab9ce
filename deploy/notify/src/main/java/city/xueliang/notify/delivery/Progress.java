package city.xueliang.notify.delivery;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far one channel is. Partitions are always read from their beginning, so that the history of
 * each alert is known; what lies before the committed offset is not told again. A group without an
 * offset begins at the end, so that a new channel does not tell old alerts, and commits that at
 * once: what comes while it is down is then told.
 */
final class Progress implements ConsumerRebalanceListener {
  private static final Logger LOG = LoggerFactory.getLogger(Progress.class);
  private static final Duration LAST_COMMIT = Duration.ofSeconds(2);

  private final String id;
  private final Consumer<String, byte[]> consumer;
  private final Outbox outbox;
  private final boolean fromBeginning;
  private final Runnable forgetAll;
  private final Map<TopicPartition, Long> tellFrom = new HashMap<>();
  private Map<TopicPartition, OffsetAndMetadata> committed = Map.of();
  private String topic = "";

  Progress(
      String id,
      Consumer<String, byte[]> consumer,
      Outbox outbox,
      boolean fromBeginning,
      Runnable forgetAll) {
    this.id = id;
    this.consumer = consumer;
    this.outbox = outbox;
    this.fromBeginning = fromBeginning;
    this.forgetAll = forgetAll;
  }

  /** Whether the record was not told before. */
  boolean isToBeTold(ConsumerRecord<?, ?> record) {
    return record.offset()
        >= tellFrom.getOrDefault(new TopicPartition(record.topic(), record.partition()), 0L);
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    if (partitions.isEmpty()) {
      return;
    }
    topic = partitions.iterator().next().topic();
    Map<TopicPartition, OffsetAndMetadata> known = consumer.committed(Set.copyOf(partitions));
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions);
    Map<TopicPartition, OffsetAndMetadata> first = new HashMap<>();
    for (TopicPartition partition : partitions) {
      OffsetAndMetadata offset = known.get(partition);
      long start;
      if (offset == null) {
        start = fromBeginning ? beginnings.get(partition) : ends.get(partition);
        first.put(partition, new OffsetAndMetadata(start));
      } else {
        start = Math.min(offset.offset(), ends.get(partition));
      }
      tellFrom.put(partition, start);
    }
    if (!first.isEmpty()) {
      consumer.commitSync(first);
    }
    consumer.seekToBeginning(partitions);
    LOG.info("{}: tells alerts from {}", id, tellFrom);
  }

  /** All partitions go at once, by the way the group shares them out. */
  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    commitAndWait();
    onPartitionsLost(partitions);
  }

  @Override
  public void onPartitionsLost(Collection<TopicPartition> partitions) {
    tellFrom.clear();
    committed = Map.of();
    forgetAll.run();
  }

  /** Tells the broker what is finished, without waiting; a failure is made up for by the next. */
  void commit() {
    Map<TopicPartition, OffsetAndMetadata> finished = finished();
    if (!finished.isEmpty() && !finished.equals(committed)) {
      committed = finished;
      consumer.commitAsync(
          finished,
          (offsets, failure) -> {
            if (failure != null) {
              committed = Map.of();
              LOG.debug("{}: offsets {} were not committed", id, offsets, failure);
            }
          });
    }
  }

  /** The same, with a short wait; without it some messages would only be sent once more. */
  void commitAndWait() {
    Map<TopicPartition, OffsetAndMetadata> finished = finished();
    if (finished.isEmpty()) {
      return;
    }
    try {
      consumer.commitSync(finished, LAST_COMMIT);
    } catch (KafkaException e) {
      LOG.warn("{}: the last offsets were not committed: {}", id, e.getMessage());
    }
  }

  private Map<TopicPartition, OffsetAndMetadata> finished() {
    Map<TopicPartition, OffsetAndMetadata> finished = new HashMap<>();
    outbox
        .progress()
        .forEach(
            (partition, offset) ->
                finished.put(new TopicPartition(topic, partition), new OffsetAndMetadata(offset)));
    return finished;
  }
}
