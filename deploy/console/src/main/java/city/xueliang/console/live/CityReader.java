package city.xueliang.console.live;

import city.xueliang.console.live.CityTopics.Shape;
import city.xueliang.schemas.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a city up to date from its topics, on a thread of its own. While the broker is away the
 * city stays as it was. Topics that were made anew, or that lost records, are read from the
 * beginning.
 */
public final class CityReader implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CityReader.class);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration BEFORE_ANOTHER_TRY = Duration.ofMillis(200);
  private static final long BETWEEN_CLEANINGS = Duration.ofMinutes(1).toNanos();

  private final String bootstrap;
  private final LiveCity city;
  private final CityRecords records;
  private final BrokerWatch broker;
  private final TailReader tails;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "console-city");

  /** Where to go on; empty before anything was read. */
  private final Map<TopicPartition, Long> next = new HashMap<>();

  private CityTopics topics;
  private volatile Consumer<String, byte[]> reading;

  private CityReader(String bootstrap, LiveCity city) {
    this.bootstrap = bootstrap;
    this.city = city;
    this.records = new CityRecords(city);
    this.tails = TailReader.start(bootstrap, city, city.clock());
    this.broker = BrokerWatch.start(bootstrap, city.broker());
  }

  /** Starts to read and returns at once; the city says when it is ready. */
  public static CityReader start(String bootstrap, LiveCity city) {
    CityReader reader = new CityReader(bootstrap, city);
    reader.thread.setDaemon(true);
    reader.thread.start();
    return reader;
  }

  @Override
  public void close() {
    stopping.countDown();
    broker.close();
    tails.close();
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
    while (!isStopping()) {
      try (Consumer<String, byte[]> consumer = Consumers.consumer(bootstrap, "console-city")) {
        reading = consumer;
        while (!isStopping()) {
          Optional<CityTopics> seen = broker.newest();
          if (seen.isPresent()) {
            read(consumer, seen.get());
          } else {
            pause();
          }
        }
      } catch (WakeupException | InterruptException e) {
        LOG.debug("woken up", e);
      } catch (InvalidOffsetException e) {
        LOG.warn("records were lost, the topics are read anew: {}", e.getMessage());
        next.clear();
      } catch (KafkaException e) {
        LOG.warn("the topics cannot be read, it is tried again: {}", e.getMessage());
        pause();
      } catch (RuntimeException e) {
        // A thread that is gone would leave a city that looks calm.
        LOG.error("the topics are read anew after a failure", e);
        next.clear();
        pause();
      }
    }
  }

  /** Until the topics are others than these. */
  private void read(Consumer<String, byte[]> consumer, CityTopics seen) {
    List<TopicPartition> partitions = seen.partitions();
    consumer.assign(partitions);
    Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(partitions));
    if (!seen.equals(topics)) {
      next.clear();
      topics = seen;
    }
    if (next.isEmpty()) {
      Shape alerts = seen.of(Topics.ALERTS);
      city.begin(alerts.id(), alerts.partitions());
      dropWhatIsGone(consumer, partitions);
      consumer.seekToBeginning(partitions);
    } else {
      next.forEach(consumer::seek);
    }
    long cleanedAt = System.nanoTime();
    while (!isStopping() && broker.newest().filter(seen::equals).isPresent()) {
      consumer.poll(POLL).forEach(records::take);
      partitions.forEach(partition -> next.put(partition, consumer.position(partition)));
      if (!ends.isEmpty()) {
        ends.entrySet().removeIf(end -> next.get(end.getKey()) >= end.getValue());
        becomeReadyIf(ends.isEmpty());
      }
      if (System.nanoTime() - cleanedAt > BETWEEN_CLEANINGS) {
        cleanedAt = System.nanoTime();
        clean(consumer, partitions);
      }
    }
  }

  private void becomeReadyIf(boolean isRead) {
    if (isRead && !city.isReady()) {
      city.becomeReady();
      LOG.info(
          "{} alerts, {} places and {} devices were read; {} records could not be",
          city.alerts().size(),
          city.places().all().size(),
          city.devices().size(),
          records.bad());
    }
  }

  private void dropWhatIsGone(Consumer<String, byte[]> consumer, List<TopicPartition> all) {
    List<TopicPartition> ofAlerts =
        all.stream().filter(partition -> partition.topic().equals(Topics.ALERTS)).toList();
    consumer
        .beginningOffsets(ofAlerts)
        .forEach((partition, first) -> city.dropAlertsBefore(partition.partition(), first));
  }

  private void clean(Consumer<String, byte[]> consumer, List<TopicPartition> all) {
    try {
      dropWhatIsGone(consumer, all);
    } catch (org.apache.kafka.common.errors.TimeoutException e) {
      LOG.debug("the broker is away", e);
    }
  }

  private boolean isStopping() {
    return stopping.getCount() == 0;
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
