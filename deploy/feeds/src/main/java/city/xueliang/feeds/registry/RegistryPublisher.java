package city.xueliang.feeds.registry;

import city.xueliang.domain.place.Device;
import city.xueliang.domain.place.Place;
import city.xueliang.domain.place.Registry;
import city.xueliang.schemas.SingleObjectCodec;
import city.xueliang.schemas.Topics;
import java.util.Collection;
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
 * Writes places and devices to their compacted topics, keyed by code and device id. Each call
 * returns when the broker has acknowledged every record, or throws {@link KafkaException}; a call
 * that failed may be repeated, since the newest record of a key counts.
 *
 * <p>Not safe for use by two threads at once.
 */
public final class RegistryPublisher implements AutoCloseable {
  private final SingleObjectCodec<city.xueliang.schemas.Place> places =
      SingleObjectCodec.of(city.xueliang.schemas.Place.class);
  private final SingleObjectCodec<city.xueliang.schemas.Device> devices =
      SingleObjectCodec.of(city.xueliang.schemas.Device.class);
  private final Producer<String, byte[]> producer;

  /** Publishes over this producer and closes it in the end. */
  public RegistryPublisher(Producer<String, byte[]> producer) {
    this.producer = producer;
  }

  /** Publishes to the broker at these addresses, {@code host:port} separated by commas. */
  public static RegistryPublisher to(String bootstrapServers) {
    Map<String, Object> settings =
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true,
            ProducerConfig.ACKS_CONFIG, "all",
            ProducerConfig.LINGER_MS_CONFIG, 20,
            ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000,
            ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000,
            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 30_000);
    return new RegistryPublisher(
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer()));
  }

  /** Writes every place and device, whether it changed or not. */
  public void publish(Registry registry) {
    Acknowledgements acknowledgements = new Acknowledgements();
    // Places first: who reads both topics then seldom meets a device before its grid.
    for (Place place : registry.places()) {
      byte[] value = places.encode(RegistryRecords.toRecord(place));
      acknowledgements.send(Topics.PLACES, place.code(), value);
    }
    acknowledgements.await();
    for (Device device : registry.devices()) {
      byte[] value = devices.encode(RegistryRecords.toRecord(device));
      acknowledgements.send(Topics.DEVICES, device.deviceId(), value);
    }
    acknowledgements.await();
  }

  /** Writes a tombstone for each key, so that compaction forgets it. */
  public void remove(String topic, Collection<String> keys) {
    Acknowledgements acknowledgements = new Acknowledgements();
    for (String key : keys) {
      acknowledgements.send(topic, key, null);
    }
    acknowledgements.await();
  }

  @Override
  public void close() {
    producer.close();
  }

  /** The broker's answers to the records of one call. */
  private final class Acknowledgements {
    private final AtomicReference<Exception> firstFailure = new AtomicReference<>();
    private final AtomicInteger failures = new AtomicInteger();
    private int sent;

    void send(String topic, String key, byte[] value) {
      sent++;
      // The callback hears of a failure: there is nothing to ask the future.
      var unused =
          producer.send(
              new ProducerRecord<>(topic, key, value), (metadata, failure) -> note(failure));
    }

    private void note(Exception failure) {
      if (failure != null) {
        firstFailure.compareAndSet(null, failure);
        failures.incrementAndGet();
      }
    }

    void await() {
      producer.flush();
      if (firstFailure.get() != null) {
        throw new KafkaException(
            "%d of %d records were not acknowledged: %s"
                .formatted(failures.get(), sent, firstFailure.get().getMessage()),
            firstFailure.get());
      }
    }
  }
}
