package city.xueliang.benchmark.console;

import city.xueliang.schemas.Alert;
import city.xueliang.schemas.SingleObjectCodec;
import city.xueliang.schemas.Topics;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends alerts to their topic: all that are open at once, then so many changes a second. */
final class AlertLoad implements AutoCloseable {
  private static final long NANOS_OF_SECOND = Duration.ofSeconds(1).toNanos();

  private final AlertLives lives;
  private final SentRevisions sent;
  private final Clock clock;
  private final SingleObjectCodec<Alert> codec = SingleObjectCodec.of(Alert.class);
  private final Producer<String, byte[]> producer;
  private final AtomicReference<Exception> failure = new AtomicReference<>();
  private volatile boolean isStopping;
  private Thread thread;

  AlertLoad(String bootstrap, AlertLives lives, SentRevisions sent, Clock clock) {
    this.lives = lives;
    this.sent = sent;
    this.clock = clock;
    this.producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.LINGER_MS_CONFIG,
                0),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  /** Returns when the broker has all that stand at first. */
  void sendBeginning() {
    lives.beginning(clock.instant()).forEach(this::send);
    producer.flush();
    requireSent();
  }

  /** Begins to send changes. */
  void start(int perSecond) {
    isStopping = false;
    thread = new Thread(() -> send(perSecond), "alert-changes");
    thread.start();
  }

  /** Ends the changes; returns when the broker has the last. */
  void stop() throws InterruptedException {
    isStopping = true;
    thread.join();
    producer.flush();
    requireSent();
  }

  private void send(int perSecond) {
    long start = System.nanoTime();
    for (long n = 0; !isStopping; n++) {
      long due = start + n * NANOS_OF_SECOND / perSecond;
      for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
        LockSupport.parkNanos(Math.min(left, TimeUnit.MILLISECONDS.toNanos(100)));
      }
      send(lives.change(clock.instant()));
    }
  }

  private void send(Alert alert) {
    byte[] value = codec.encode(alert);
    int number = Integer.parseInt(alert.getAlertId().substring(24), 16);
    // Before it is handed over, so that no delay is left out.
    sent.sent(number, alert.getRevision(), System.nanoTime());
    // The callback hears of a failure: there is nothing to ask the future.
    var unused =
        producer.send(
            new ProducerRecord<>(Topics.ALERTS, alert.getAlertId(), value),
            (metadata, refused) -> failure.compareAndSet(null, refused));
  }

  private void requireSent() {
    if (failure.get() != null) {
      throw new KafkaException("An alert was not taken", failure.get());
    }
  }

  @Override
  public void close() throws InterruptedException {
    if (thread != null) {
      isStopping = true;
      thread.join();
    }
    producer.close();
  }
}
