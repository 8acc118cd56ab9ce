package city.xueliang.feeds.send;

import city.xueliang.schemas.CameraEvent;
import city.xueliang.schemas.SensorReading;
import city.xueliang.schemas.SingleObjectCodec;
import city.xueliang.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Sends records to the topics, in order per device. While the broker is away records are kept and
 * tried again, and {@code send} waits as soon as the buffer is full or the client has given up on
 * where the broker was, so that memory is bounded and nothing is lost; what is refused for good is
 * counted, never dropped silently.
 *
 * <p>The {@code send} methods are for one thread; the counts can be read by any.
 */
public final class FeedProducer implements AutoCloseable {
  private static final int BUFFER_BYTES = 64 << 20;
  private static final int BATCH_BYTES = 256 << 10;
  private static final int LINGER_MILLIS = 10;
  private static final Duration LEAVE = Duration.ofSeconds(5);

  private final Producer<byte[], byte[]> producer;
  private final SingleObjectCodec<CameraEvent> events = SingleObjectCodec.of(CameraEvent.class);
  private final SingleObjectCodec<SensorReading> readings =
      SingleObjectCodec.of(SensorReading.class);
  private final AtomicLong sent = new AtomicLong();
  private final AtomicLong acknowledged = new AtomicLong();
  private final AtomicLong errors = new AtomicLong();
  private final AtomicReference<String> firstError = new AtomicReference<>("");

  /**
   * Opens a producer. No broker is asked yet: {@link BrokerCheck} tells whether one is there.
   *
   * @param bootstrap {@code host:port}, more than one separated by commas
   */
  public FeedProducer(String bootstrap) {
    this(
        new KafkaProducer<>(
            settings(bootstrap), new ByteArraySerializer(), new ByteArraySerializer()));
  }

  FeedProducer(Producer<byte[], byte[]> producer) {
    this.producer = producer;
  }

  public void send(CameraEvent event) {
    sendRaw(Topics.CAMERA_EVENTS, keyOf(event.getDeviceId()), events.encode(event));
  }

  public void send(SensorReading reading) {
    sendRaw(Topics.SENSOR_READINGS, keyOf(reading.getDeviceId()), readings.encode(reading));
  }

  /** Sends any bytes as they are, also such as no reader understands. */
  @SuppressWarnings("FutureReturnValueIgnored") // the callback hears the same outcome
  public void sendRaw(String topic, byte[] key, byte[] value) {
    sent.incrementAndGet();
    producer.send(new ProducerRecord<>(topic, key, value), this::onCompletion);
  }

  /** Returns when every record sent until now is either acknowledged or refused. */
  public void flush() {
    producer.flush();
  }

  public FeedCounts counts() {
    // sent is read last: what is under way must never look negative
    long done = acknowledged.get();
    long refused = errors.get();
    return new FeedCounts(sent.get(), done, refused);
  }

  /** Why the first refused record was refused; empty if none was. */
  public String firstError() {
    return firstError.get();
  }

  /**
   * Gives records under way a few seconds more, then leaves: call {@link #flush()} before if all
   * are to arrive.
   */
  @Override
  public void close() {
    // an interrupt must not keep the records under way from their last seconds
    boolean interrupted = Thread.interrupted();
    producer.close(LEAVE);
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void onCompletion(RecordMetadata metadata, Exception failure) {
    if (failure == null) {
      acknowledged.incrementAndGet();
    } else {
      firstError.compareAndSet("", failure.getMessage());
      errors.incrementAndGet();
    }
  }

  private static byte[] keyOf(String deviceId) {
    return deviceId.getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, Object> settings(String bootstrap) {
    return Map.ofEntries(
        Map.entry(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap),
        Map.entry(ProducerConfig.CLIENT_ID_CONFIG, "xueliang-feeds"),
        Map.entry(ProducerConfig.ACKS_CONFIG, "all"),
        Map.entry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true),
        // lz4 falls back to plain Java where its native code cannot be loaded; zstd does not
        Map.entry(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4"),
        Map.entry(ProducerConfig.LINGER_MS_CONFIG, LINGER_MILLIS),
        Map.entry(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES),
        Map.entry(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER_BYTES),
        // an outage ends when the broker is back, not after a timeout that loses the record
        Map.entry(ProducerConfig.RETRIES_CONFIG, Integer.MAX_VALUE),
        Map.entry(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE),
        Map.entry(ProducerConfig.MAX_BLOCK_MS_CONFIG, Long.MAX_VALUE),
        Map.entry(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000),
        Map.entry(ProducerConfig.RETRY_BACKOFF_MAX_MS_CONFIG, 1_000));
  }
}
