package city.xueliang.notify.delivery;

import city.xueliang.notify.config.Filter;
import city.xueliang.notify.happening.AlertHistory;
import city.xueliang.notify.happening.Happening;
import city.xueliang.notify.message.AlertMessages;
import city.xueliang.notify.message.Message;
import city.xueliang.schemas.Alert;
import city.xueliang.schemas.SingleObjectCodec;
import city.xueliang.schemas.Topics;
import city.xueliang.schemas.UndecodableException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves one channel from the topic of alerts with a consumer group of its own, {@code
 * notify-<channel>}: no channel waits for another. While the outbox is full the partitions are
 * paused, and the consumer goes on reporting to its group.
 */
final class ChannelLoop implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(ChannelLoop.class);
  private static final Duration SOON = Duration.ofMillis(20);
  private static final Duration CALM = Duration.ofMillis(200);
  private static final Duration BEFORE_A_NEW_CONSUMER = Duration.ofSeconds(5);
  private static final long BETWEEN_FIGURES = Duration.ofMinutes(1).toNanos();

  private final String id;
  private final Supplier<Consumer<String, byte[]>> consumers;
  private final boolean fromBeginning;
  private final Filter filter;
  private final AlertMessages messages;
  private final Outbox outbox;
  private final Figures figures;
  private final SingleObjectCodec<Alert> codec = SingleObjectCodec.of(Alert.class);
  private final CountDownLatch stopping = new CountDownLatch(1);

  private AlertHistory history = new AlertHistory();
  private String figuresTold = "";
  private long figuresToldAt = System.nanoTime();
  private volatile Consumer<String, byte[]> consumer;

  /**
   * A loop that is not yet running.
   *
   * @param consumers each of the channel's group
   * @param fromBeginning whether a group that is new tells what the topic already holds
   */
  ChannelLoop(
      String id,
      Supplier<Consumer<String, byte[]>> consumers,
      boolean fromBeginning,
      Filter filter,
      AlertMessages messages,
      Outbox outbox,
      Figures figures) {
    this.id = id;
    this.consumers = consumers;
    this.fromBeginning = fromBeginning;
    this.filter = filter;
    this.messages = messages;
    this.outbox = outbox;
    this.figures = figures;
  }

  /** Makes {@link #run} return soon; what is being sent will be sent again after a restart. */
  void stop() {
    stopping.countDown();
    Consumer<String, byte[]> running = consumer;
    if (running != null) {
      running.wakeup();
    }
  }

  Figures figures() {
    return figures;
  }

  @Override
  public void run() {
    try (outbox) {
      while (!isStopping()) {
        try (Consumer<String, byte[]> next = consumers.get()) {
          consumer = next;
          follow(next);
        } catch (WakeupException | InterruptException e) {
          LOG.debug("{}: woken up", id, e);
        } catch (RuntimeException e) {
          LOG.error("{}: reads the topic anew after a failure of its consumer", id, e);
          waitBeforeANewConsumer();
        }
      }
    }
    LOG.info("{}: stopped; {}", id, figures);
  }

  private void follow(Consumer<String, byte[]> reader) {
    Progress progress = new Progress(id, reader, outbox, fromBeginning, this::forgetAll);
    reader.subscribe(List.of(Topics.ALERTS), progress);
    while (!isStopping()) {
      if (outbox.hasRoom()) {
        reader.resume(reader.paused());
      } else {
        reader.pause(reader.assignment());
      }
      for (ConsumerRecord<String, byte[]> record : reader.poll(outbox.isSending() ? SOON : CALM)) {
        Optional<Message> message = read(record, progress.isToBeTold(record));
        if (progress.isToBeTold(record)) {
          outbox.add(record.partition(), record.offset(), message);
        }
      }
      outbox.step();
      progress.commit();
      tellFigures();
    }
  }

  /** What a record has to tell; nothing while the history is only made anew. */
  private Optional<Message> read(ConsumerRecord<String, byte[]> record, boolean isToBeTold) {
    if (record.value() == null) {
      history.forget(record.key());
      return Optional.empty();
    }
    Alert alert;
    try {
      alert = codec.decode(record.value(), null);
    } catch (UndecodableException e) {
      if (isToBeTold) {
        LOG.error(
            "{}: alert at {}-{} cannot be read and is not told: {}",
            id,
            record.partition(),
            record.offset(),
            e.getMessage());
      }
      return Optional.empty();
    }
    Optional<Happening> happening = history.take(alert);
    return isToBeTold
        ? happening.filter(what -> filter.passes(alert, what)).flatMap(what -> write(alert, what))
        : Optional.empty();
  }

  /** An alert that cannot be put into words must not hold up the others. */
  private Optional<Message> write(Alert alert, Happening happening) {
    try {
      return Optional.of(messages.alert(alert, happening));
    } catch (RuntimeException e) {
      figures.countPutAside();
      LOG.error("{}: {} {} is put aside: no text", id, AlertMessages.key(alert), happening, e);
      return Optional.empty();
    }
  }

  private void forgetAll() {
    outbox.clear();
    history = new AlertHistory();
  }

  private void tellFigures() {
    long now = System.nanoTime();
    if (now - figuresToldAt >= BETWEEN_FIGURES) {
      figuresToldAt = now;
      String text = figures.toString();
      if (!text.equals(figuresTold)) {
        figuresTold = text;
        LOG.info("{}: {}", id, text);
      }
    }
  }

  private boolean isStopping() {
    return stopping.getCount() == 0;
  }

  private void waitBeforeANewConsumer() {
    forgetAll();
    try {
      if (stopping.await(BEFORE_A_NEW_CONSUMER.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.debug("{}: stops instead", id);
      }
    } catch (InterruptedException e) {
      stopping.countDown();
    }
  }
}
