package city.xueliang.local;

import city.xueliang.domain.place.Registry;
import city.xueliang.feeds.simulate.SimulatedRecord;
import city.xueliang.feeds.simulate.Simulation;
import city.xueliang.feeds.simulate.SimulationOptions;
import city.xueliang.feeds.simulate.city.CityOptions;
import city.xueliang.feeds.simulate.city.SimulatedCity;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Some client that produces into the topics; what it sends is of a simulated city. */
final class OutsideClient {
  static final double SCALE = 0.05;
  static final long SEED = 7;
  private static final double PACE = 500;

  private OutsideClient() {}

  /** Minutes of the city's life that are over, with all faults and with incidents. */
  static List<SimulatedRecord> life(Instant start, Duration length) {
    return life(
        SimulatedCity.xining(new CityOptions(SEED, SCALE, PACE)),
        SimulationOptions.of(start, PACE).withSeed(SEED).withDuration(length));
  }

  /** All that a city sends, in the order of its gateway. */
  static List<SimulatedRecord> life(Registry city, SimulationOptions options) {
    Simulation simulation = new Simulation(city, options, incident -> {});
    return Stream.iterate(simulation, Simulation::hasNext, s -> s).map(Simulation::next).toList();
  }

  static void send(String bootstrap, List<SimulatedRecord> records)
      throws InterruptedException, ExecutionException {
    sendAll(
        bootstrap,
        records.stream()
            .map(
                record ->
                    new ProducerRecord<>(
                        record.topic(),
                        record.key().getBytes(StandardCharsets.US_ASCII),
                        record.value()))
            .toList());
  }

  /** Returns when each record is in its topic. */
  static void sendAll(String bootstrap, List<ProducerRecord<byte[], byte[]>> records)
      throws InterruptedException, ExecutionException {
    Map<String, Object> settings =
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrap,
            ProducerConfig.LINGER_MS_CONFIG,
            "5");
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      List<Future<RecordMetadata>> sent = new ArrayList<>();
      for (ProducerRecord<byte[], byte[]> record : records) {
        sent.add(producer.send(record));
      }
      for (Future<RecordMetadata> one : sent) {
        one.get();
      }
    }
  }
}
