package city.xueliang.console.browser;

import city.xueliang.schemas.Alert;
import city.xueliang.schemas.AlertState;
import city.xueliang.schemas.DispatchAction;
import city.xueliang.schemas.SingleObjectCodec;
import city.xueliang.schemas.Topics;
import city.xueliang.schemas.UndecodableException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Stands in for the job's alert desks: publishes alerts, and does to them what seats ask for. */
public final class TestingDesk implements AutoCloseable {
  private static final Duration POLL = Duration.ofSeconds(1);

  private final Map<String, Alert> newest = new HashMap<>();
  private final SingleObjectCodec<Alert> alerts = SingleObjectCodec.of(Alert.class);
  private final SingleObjectCodec<DispatchAction> actions =
      SingleObjectCodec.of(DispatchAction.class);
  private final KafkaProducer<String, byte[]> producer;
  private final KafkaConsumer<String, byte[]> consumer;
  private final Thread worker = new Thread(this::work, "testing-desk");

  private TestingDesk(String bootstrapServers) {
    producer =
        new KafkaProducer<>(
            Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
            new StringSerializer(),
            new ByteArraySerializer());
    consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest"),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    consumer.assign(
        consumer.partitionsFor(Topics.DISPATCH_ACTIONS).stream()
            .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
            .toList());
  }

  static TestingDesk start(String bootstrapServers) {
    TestingDesk desk = new TestingDesk(bootstrapServers);
    desk.worker.start();
    return desk;
  }

  /** Publishes a revision; returns when the broker has acknowledged it. */
  synchronized void publish(Alert alert) {
    newest.put(alert.getAlertId(), alert);
    write(alert.getAlertId(), alerts.encode(alert));
  }

  /** Has the topic let go of an alert; returns when the broker has acknowledged it. */
  synchronized void forget(Alert alert) {
    newest.remove(alert.getAlertId());
    write(alert.getAlertId(), null);
  }

  private void write(String key, byte[] value) {
    try {
      producer.send(new ProducerRecord<>(Topics.ALERTS, key, value)).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while an alert was published", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  public void publish(List<Alert> all) {
    all.forEach(this::publish);
  }

  /** The newest revision. */
  synchronized Alert alert(String id) {
    return newest.get(id);
  }

  @Override
  public void close() {
    consumer.wakeup();
    try {
      worker.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    producer.close();
  }

  private void work() {
    try (consumer) {
      while (true) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
          act(actions.decode(record.value(), null));
        }
      }
    } catch (WakeupException e) {
      // The test is over.
    } catch (UndecodableException e) {
      throw new IllegalStateException(e);
    }
  }

  private synchronized void act(DispatchAction action) {
    Alert alert = newest.get(action.getAlertId());
    if (alert != null) {
      publish(after(action, alert));
    }
  }

  private static Alert after(DispatchAction action, Alert alert) {
    Instant now = Instant.now();
    Alert.Builder next =
        Alert.newBuilder(alert)
            .setRevision(alert.getRevision() + 1)
            .setSeat(action.getSeat())
            .setChangedAt(now);
    switch (action.getAction()) {
      case ACKNOWLEDGE -> next.setState(AlertState.ACKNOWLEDGED).setAcknowledgedAt(now);
      case ON_SITE -> next.setState(AlertState.ON_SITE).setOnSiteAt(now).setNextDeadlineAt(null);
      case CLOSE ->
          next.setState(AlertState.CLOSED)
              .setClosedAt(now)
              .setReasonCode(action.getReasonCode())
              .setNextDeadlineAt(null);
      case SHELVE -> next.setShelvedUntil(action.getUntil());
      case UNSHELVE -> next.setShelvedUntil(null);
      case ESCALATE, UNKNOWN ->
          throw new IllegalStateException("No page sends " + action.getAction());
    }
    return next.build();
  }
}
