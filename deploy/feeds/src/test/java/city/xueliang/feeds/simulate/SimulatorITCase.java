package city.xueliang.feeds.simulate;

import static city.xueliang.feeds.simulate.TestingCities.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.xueliang.domain.place.Registry;
import city.xueliang.embedded.EmbeddedKafka;
import city.xueliang.embedded.TopicSpec;
import city.xueliang.feeds.send.FeedProducer;
import city.xueliang.feeds.send.PaceClock;
import city.xueliang.feeds.send.Pacer;
import city.xueliang.feeds.simulate.city.CityOptions;
import city.xueliang.feeds.simulate.city.SimulatedCity;
import city.xueliang.schemas.Topics;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SimulatorITCase {
  private static final double RATE = 200;

  @TempDir private Path folder;
  private EmbeddedKafka kafka;

  @BeforeEach
  void startBroker() {
    kafka = EmbeddedKafka.start(folder.resolve("kafka"), 0);
    kafka.createTopics(
        Stream.of(Topics.CAMERA_EVENTS, Topics.SENSOR_READINGS, Topics.PLACES, Topics.DEVICES)
            .map(topic -> new TopicSpec(topic, 2, Map.of()))
            .toList());
  }

  @AfterEach
  void stopBroker() {
    kafka.close();
  }

  @Test
  void whatArrivedIsWhatTheTruthTells() throws IOException {
    Path truth = folder.resolve("truth.jsonl");
    StringWriter out = new StringWriter();
    CommandLine command = SimulateCommand.commandLine(Locale.ENGLISH);
    int exit =
        command
            .setOut(new PrintWriter(out, true))
            .execute(
                "--bootstrap=" + kafka.bootstrapServers(),
                "--scale=0.01",
                "--rate=" + RATE,
                "--duration=5m",
                "--start-at=" + NOON,
                "--speed=0",
                "--faults=duplicates=0.02,late=0.02,malformed=0.05",
                "--truth=" + truth);
    assertThat(exit).isZero();

    Registry city = SimulatedCity.xining(new CityOptions(1, 0.01, RATE));
    assertThat(count(Topics.PLACES)).isEqualTo(city.places().size());
    assertThat(count(Topics.DEVICES)).isEqualTo(city.devices().size());

    TestingIntake intake = new TestingIntake(city);
    // A duplicate is one whichever of the two comes first, so the partitions' order does not
    // matter.
    each(Topics.CAMERA_EVENTS, record -> intake.judge(Topics.CAMERA_EVENTS, record.value()));
    each(Topics.SENSOR_READINGS, record -> intake.judge(Topics.SENSOR_READINGS, record.value()));
    JsonNode told = lastLine(truth);
    assertThat(told.at("/topics/camera-events").asLong()).isEqualTo(count(Topics.CAMERA_EVENTS));
    assertThat(told.at("/topics/sensor-readings").asLong())
        .isEqualTo(count(Topics.SENSOR_READINGS));
    assertThat(intake.verdicts())
        .containsEntry("GOOD", told.get("good").asLong())
        .containsEntry("DUPLICATE", told.get("duplicate").asLong())
        .containsEntry("LATE", told.get("late").asLong())
        .containsEntry("CLOCK_AHEAD", told.get("clock_ahead").asLong())
        .containsEntry("UNKNOWN_DEVICE", told.get("unknown_device").asLong())
        .containsEntry(
            "UNREADABLE",
            told.at("/malformed/random_bytes").asLong() + told.at("/malformed/truncated").asLong())
        .containsEntry("WRONG_TYPE", told.at("/malformed/wrong_type").asLong());
    assertThat(out.toString()).contains("sent: " + told.get("sent").asLong() + " records");
  }

  @Test
  void aStoppedSimulatorTellsAllThatItSent() throws Exception {
    Path file = folder.resolve("truth.jsonl");
    Registry city = SimulatedCity.xining(new CityOptions(1, 0.01, RATE));
    Pacer live = Pacer.atSpeed(1, PaceClock.SYSTEM);
    try (FeedProducer producer = new FeedProducer(kafka.bootstrapServers());
        GroundTruth truth = GroundTruth.to(file)) {
      Simulator simulator =
          new Simulator(city, SimulationOptions.of(NOON, RATE), live, producer, truth);
      Thread thread = new Thread(simulator, "simulator");
      thread.start();
      await().until(() -> simulator.tally().sent() > 100);
      simulator.stop();
      thread.join(Duration.ofSeconds(20).toMillis());
      assertThat(thread.isAlive()).isFalse();
      assertThat(simulator.isStopped()).isTrue();
    }
    assertThat(lastLine(file).get("sent").asLong())
        .isEqualTo(count(Topics.CAMERA_EVENTS) + count(Topics.SENSOR_READINGS));
  }

  @Test
  void aStoppedSimulatorTellsTheTruthAlsoWithoutABroker() throws Exception {
    Path file = folder.resolve("truth.jsonl");
    Registry city = SimulatedCity.xining(new CityOptions(1, 0.01, RATE));
    Pacer live = Pacer.atSpeed(1, PaceClock.SYSTEM);
    try (FeedProducer producer = new FeedProducer(kafka.bootstrapServers());
        GroundTruth truth = GroundTruth.to(file)) {
      Simulator simulator =
          new Simulator(city, SimulationOptions.of(NOON, RATE), live, producer, truth);
      Thread thread = new Thread(simulator, "simulator");
      thread.start();
      await().until(() -> producer.counts().acknowledged() > 100);
      kafka.close();
      simulator.stop();
      thread.join(Duration.ofSeconds(5).toMillis());
      assertThat(thread.isAlive()).isFalse();
      assertThat(lastLine(file).get("sent").asLong()).isEqualTo(simulator.tally().sent());
    }
  }

  private static JsonNode lastLine(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    return new ObjectMapper().readTree(lines.get(lines.size() - 1));
  }

  private long count(String topic) {
    List<Long> offsets = new ArrayList<>();
    each(topic, record -> offsets.add(record.offset()));
    return offsets.size();
  }

  private void each(String topic, Consumer<ConsumerRecord<byte[], byte[]>> taker) {
    Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrapServers());
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        consumer.poll(Duration.ofSeconds(1)).forEach(taker);
      }
    }
  }
}
