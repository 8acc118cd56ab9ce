package city.xueliang.console.send;

import city.xueliang.console.http.ApiException;
import city.xueliang.console.http.ApiException.Reason;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Writes single records, each of which somebody waits for. For several threads at a time. A broker
 * that does not answer is given up after a few seconds.
 */
public final class TopicWriter implements AutoCloseable {
  private static final Duration REQUEST = Duration.ofMillis(1_500);
  private static final Duration DELIVERY = Duration.ofSeconds(3);
  private static final Duration CLOSING = Duration.ofSeconds(3);

  private final Producer<String, byte[]> producer;

  /**
   * @param bootstrap {@code host:port}, more than one separated by commas
   */
  public TopicWriter(String bootstrap) {
    this.producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                ProducerConfig.CLIENT_ID_CONFIG,
                "xueliang-console",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.LINGER_MS_CONFIG,
                0,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                DELIVERY.toMillis(),
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                (int) REQUEST.toMillis(),
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                (int) DELIVERY.toMillis()),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  /**
   * Asks for the topics before the first record, so that it need not wait for that.
   *
   * @throws KafkaException if the broker does not answer, or has one of them not
   */
  public void prepare(Collection<String> topics) {
    topics.forEach(producer::partitionsFor);
  }

  /**
   * Returns when the broker has acknowledged the record.
   *
   * @throws ApiException UNAVAILABLE if it does not
   */
  public void write(ProducerRecord<String, byte[]> record) {
    try {
      Future<RecordMetadata> sent = producer.send(record);
      sent.get();
    } catch (ExecutionException e) {
      throw unavailable(e.getCause());
    } catch (KafkaException e) {
      throw unavailable(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable(e);
    }
  }

  /** Sends a record for which nobody waits, and tells of a failure. */
  public void send(ProducerRecord<String, byte[]> record, Consumer<Exception> failed) {
    try {
      // The callback hears of a failure: there is nothing to ask the future.
      var unused =
          producer.send(
              record,
              (metadata, failure) -> {
                if (failure != null) {
                  failed.accept(failure);
                }
              });
    } catch (KafkaException e) {
      failed.accept(e);
    }
  }

  /** Waits for what is under way. */
  @Override
  public void close() {
    producer.close(CLOSING);
  }

  private static ApiException unavailable(Throwable failure) {
    return new ApiException(Reason.UNAVAILABLE, "Kafka", String.valueOf(failure.getMessage()));
  }
}
