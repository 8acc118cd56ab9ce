package city.xueliang.flink.influx;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Puts refused points on a Kafka topic, acknowledged by all replicas. */
public final class KafkaRefusedPoints implements RefusedPoints {
  private static final Duration CLOSE_LIMIT = Duration.ofMillis(500);

  private final String topic;
  private final RecordEncoder encoder;
  private final HashMap<String, Object> producerSettings = new HashMap<>();

  /**
   * Writes with the producer's defaults.
   *
   * @param bootstrapServers {@code host:port}, several separated by commas
   */
  public KafkaRefusedPoints(String bootstrapServers, String topic, RecordEncoder encoder) {
    this(Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers), topic, encoder);
  }

  /**
   * Writes with settings of your own, for a cluster that asks for encryption or a login.
   *
   * @param producerSettings Kafka's producer settings; acks and serializers are ours
   */
  public KafkaRefusedPoints(
      Map<String, String> producerSettings, String topic, RecordEncoder encoder) {
    this.topic = requireNonNull(topic, "topic");
    this.encoder = requireNonNull(encoder, "encoder");
    // A broker that is away is noticed, logged and asked again, instead of two minutes of silence.
    this.producerSettings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, "10000");
    this.producerSettings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, "30000");
    this.producerSettings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, "10000");
    this.producerSettings.putAll(producerSettings);
    this.producerSettings.put(ProducerConfig.ACKS_CONFIG, "all");
  }

  @Override
  public RefusedPoints.Handler open(WriterInitContext context) {
    return new Handler(
        new KafkaProducer<>(producerSettings, new ByteArraySerializer(), new ByteArraySerializer()),
        topic,
        encoder);
  }

  /** Makes the record that goes on the topic. */
  @FunctionalInterface
  public interface RecordEncoder extends Serializable {
    /** A record for this topic. */
    ProducerRecord<byte[], byte[]> encode(String topic, String lineProtocol, String serverWords);
  }

  private static final class Handler implements RefusedPoints.Handler {
    private final Producer<byte[], byte[]> producer;
    private final String topic;
    private final RecordEncoder encoder;
    private final List<Future<RecordMetadata>> sent = new ArrayList<>();

    private Handler(Producer<byte[], byte[]> producer, String topic, RecordEncoder encoder) {
      this.producer = producer;
      this.topic = topic;
      this.encoder = encoder;
    }

    @Override
    public void refuse(String lineProtocol, String serverWords)
        throws IOException, InterruptedException {
      ProducerRecord<byte[], byte[]> record = encoder.encode(topic, lineProtocol, serverWords);
      try {
        sent.add(producer.send(record));
      } catch (InterruptException e) {
        throw interrupted(e);
      } catch (KafkaException e) {
        throw failed(e);
      }
    }

    @Override
    public void flush() throws IOException, InterruptedException {
      try {
        producer.flush();
        for (Future<RecordMetadata> each : sent) {
          each.get();
        }
      } catch (InterruptException e) {
        throw interrupted(e);
      } catch (ExecutionException e) {
        throw failed(e.getCause());
      } finally {
        sent.clear();
      }
    }

    @Override
    public void close() {
      producer.close(CLOSE_LIMIT);
    }

    private IOException failed(Throwable cause) {
      return new IOException("Topic '%s': %s".formatted(topic, cause.getMessage()), cause);
    }

    private static InterruptedException interrupted(InterruptException cause) {
      // Kafka set the thread's flag again, which the checked exception says already.
      Thread.interrupted();
      InterruptedException checked = new InterruptedException(cause.getMessage());
      checked.initCause(cause);
      return checked;
    }
  }
}
