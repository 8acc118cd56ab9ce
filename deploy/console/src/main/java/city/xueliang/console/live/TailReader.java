package city.xueliang.console.live;

import city.xueliang.schemas.DispatchAction;
import city.xueliang.schemas.PlaceMetrics;
import city.xueliang.schemas.RejectedRecord;
import city.xueliang.schemas.SingleObjectCodec;
import city.xueliang.schemas.Topics;
import city.xueliang.schemas.UndecodableException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the last hour of rejected records and the newest figures, beside the reader of the city's
 * state: a flood of them is not to hold back an alert.
 */
final class TailReader implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TailReader.class);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration BEFORE_ANOTHER_TRY = Duration.ofSeconds(2);
  private static final Duration COUNTED = Duration.ofHours(1);

  private final String bootstrap;
  private final LiveCity city;
  private final Clock clock;
  private final SingleObjectCodec<PlaceMetrics> metrics = SingleObjectCodec.of(PlaceMetrics.class);
  private final SingleObjectCodec<RejectedRecord> rejections =
      SingleObjectCodec.of(RejectedRecord.class);
  private final SingleObjectCodec<DispatchAction> actions =
      SingleObjectCodec.of(DispatchAction.class);
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "console-tails");
  private volatile Consumer<String, byte[]> reading;

  private TailReader(String bootstrap, LiveCity city, Clock clock) {
    this.bootstrap = bootstrap;
    this.city = city;
    this.clock = clock;
  }

  static TailReader start(String bootstrap, LiveCity city, Clock clock) {
    TailReader reader = new TailReader(bootstrap, city, clock);
    reader.thread.setDaemon(true);
    reader.thread.start();
    return reader;
  }

  @Override
  public void close() {
    stopping.countDown();
    Consumer<String, byte[]> now = reading;
    if (now != null) {
      now.wakeup();
    }
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (stopping.getCount() > 0) {
      try (Consumer<String, byte[]> consumer = Consumers.consumer(bootstrap, "console-tails")) {
        reading = consumer;
        follow(consumer);
      } catch (WakeupException | InterruptException e) {
        LOG.debug("woken up", e);
      } catch (KafkaException e) {
        LOG.warn("figures and rejected records cannot be read: {}", e.getMessage());
        pause();
      }
    }
  }

  private void follow(Consumer<String, byte[]> consumer) {
    List<TopicPartition> ofMetrics = partitions(consumer, Topics.PLACE_METRICS);
    List<TopicPartition> ofRejected = partitions(consumer, Topics.REJECTED_RECORDS);
    consumer.assign(Stream.concat(ofMetrics.stream(), ofRejected.stream()).toList());
    Map<TopicPartition, Long> ends = consumer.endOffsets(ofMetrics);
    Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(ofMetrics);
    // The newest one tells when figures were last written.
    ends.forEach(
        (partition, end) -> consumer.seek(partition, Math.max(beginnings.get(partition), end - 1)));
    long since = clock.millis() - COUNTED.toMillis();
    Map<TopicPartition, Long> times = new HashMap<>();
    ofRejected.forEach(partition -> times.put(partition, since));
    Map<TopicPartition, OffsetAndTimestamp> first = consumer.offsetsForTimes(times);
    Map<TopicPartition, Long> endsOfRejected = consumer.endOffsets(ofRejected);
    ofRejected.forEach(
        partition ->
            consumer.seek(
                partition,
                first.get(partition) == null
                    ? endsOfRejected.get(partition)
                    : first.get(partition).offset()));
    city.feed().beginRejected();
    long startedAt = clock.millis();
    while (stopping.getCount() > 0) {
      for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
        take(record, startedAt);
      }
    }
  }

  private void take(ConsumerRecord<String, byte[]> record, long startedAt) {
    try {
      if (record.topic().equals(Topics.PLACE_METRICS)) {
        city.feed().metrics(record.timestamp());
        if (record.value() != null && city.listener().wantsMetricsOf(record.key())) {
          city.listener().take(metrics.decode(record.value(), null));
        }
      } else {
        city.feed().rejected(record.timestamp());
        // Older ones were told by a server before this one.
        if (Topics.DISPATCH_ACTIONS.equals(record.key()) && record.timestamp() >= startedAt) {
          refuse(rejections.decode(record.value(), null));
        }
      }
    } catch (UndecodableException e) {
      LOG.warn(
          "{} {}-{} cannot be read: {}",
          record.topic(),
          record.partition(),
          record.offset(),
          e.getMessage());
    }
  }

  private void refuse(RejectedRecord rejected) {
    byte[] bytes = new byte[rejected.getBytes().remaining()];
    rejected.getBytes().duplicate().get(bytes);
    try {
      DispatchAction action = actions.decode(bytes, null);
      city.listener()
          .take(
              new TailListener.Refusal(
                  action.getSeat(),
                  HexFormat.of().formatHex(action.getActionId().bytes()),
                  action.getAlertId(),
                  rejected.getReason().name(),
                  rejected.getDetail()));
    } catch (UndecodableException e) {
      LOG.debug("no action, hence of no seat", e);
    }
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

  private void pause() {
    try {
      if (stopping.await(BEFORE_ANOTHER_TRY.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.debug("stops instead");
      }
    } catch (InterruptedException e) {
      stopping.countDown();
    }
  }
}
