package city.xueliang.flink.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.embedded.EmbeddedKafka;
import city.xueliang.embedded.TopicSpec;
import city.xueliang.flink.time.RegistryWatermarks;
import java.io.Serial;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.flink.util.CloseableIterator;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class KafkaConnectorsITCase {
  private static final int PARTITIONS = 2;

  @RegisterExtension
  private static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(1)
              .build());

  @TempDir private static Path folder;
  private static EmbeddedKafka broker;
  private static KafkaConnectors kafka;

  @BeforeAll
  static void start() {
    broker = EmbeddedKafka.start(folder, 0);
    kafka = new KafkaConnectors(broker.bootstrapServers(), "testing");
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @Test
  void aSnapshotEndsWithWhatTheTopicHeld() throws Exception {
    create("places");
    publish("places", "city", "district", "grid");

    try (CloseableIterator<String> read = read(kafka.snapshot("places", strings()))) {
      List<String> all = new ArrayList<>();
      read.forEachRemaining(all::add);
      assertThat(all).containsExactlyInAnyOrder("city", "district", "grid");
    }
  }

  @Test
  void aSnapshotOfAnEmptyTopicEndsToo() throws Exception {
    create("nothing");

    try (CloseableIterator<String> read = read(kafka.snapshot("nothing", strings()))) {
      assertThat(read.hasNext()).isFalse();
    }
  }

  @Test
  void changesGoOnAfterWhatTheTopicHeld() throws Exception {
    create("devices");
    publish("devices", "camera");

    try (CloseableIterator<String> read = read(kafka.changes("devices", strings()))) {
      assertThat(read.next()).isEqualTo("camera");
      publish("devices", "sensor");
      assertThat(read.next()).isEqualTo("sensor");
    }
  }

  @Test
  void aFeedBeginsWithItsOldestRecordAndGoesOn() throws Exception {
    create("camera-events");
    publish("camera-events", "flame");

    try (CloseableIterator<String> read = read(kafka.feed("camera-events", strings()))) {
      assertThat(read.next()).isEqualTo("flame");
      publish("camera-events", "smoke");
      assertThat(read.next()).isEqualTo("smoke");
    }
  }

  @Test
  void aRegistryHasNoWatermarkUntilItWasReadToItsEndAndTheGreatestEverAfter() throws Exception {
    create("registry");
    publish("registry", "old-1", "old-2", "old-3");
    StreamExecutionEnvironment environment = environment();
    DataStream<String> snapshot =
        environment
            .fromSource(
                kafka.snapshot("registry", strings()), RegistryWatermarks.ofSnapshot(), "snapshot")
            .map(text -> "snapshot " + text);
    DataStream<String> changes =
        environment
            .fromSource(
                kafka.changes("registry", strings()), RegistryWatermarks.ofChanges(), "changes")
            .map(text -> "changes " + text);

    try (CloseableIterator<String> told =
        snapshot.union(changes).process(new TellWatermark()).executeAndCollect()) {
      List<String> ofSnapshot = new ArrayList<>();
      while (ofSnapshot.size() < 3) {
        String next = told.next();
        if (next.startsWith("snapshot")) {
          ofSnapshot.add(next);
        }
      }
      assertThat(ofSnapshot).allMatch(text -> text.endsWith(" none"));
      String next;
      do {
        publish("registry", "new");
        next = told.next();
      } while (!next.endsWith(" greatest"));
    }
  }

  @Test
  void aSinkWritesKeysAndValuesAndNullForARemoval() throws Exception {
    create("alerts");
    StreamExecutionEnvironment environment = environment();
    environment
        .fromData("a=open", "b=open", "a=")
        .sinkTo(kafka.sink("alerts", new KeyEqualsValue()));

    environment.execute();

    Map<String, List<String>> written = written("alerts", 3);
    assertThat(written.get("a")).containsExactly("open", null);
    assertThat(written.get("b")).containsExactly("open");
  }

  private static StreamExecutionEnvironment environment() {
    StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
    environment.setParallelism(1);
    environment.setBufferTimeout(10);
    return environment;
  }

  private static CloseableIterator<String> read(KafkaSource<String> source) throws Exception {
    return environment()
        .fromSource(source, WatermarkStrategy.noWatermarks(), "source")
        .executeAndCollect();
  }

  private static KafkaRecordDeserializationSchema<String> strings() {
    return KafkaRecordDeserializationSchema.valueOnly(new SimpleStringSchema());
  }

  private static void create(String topic) {
    broker.createTopics(List.of(new TopicSpec(topic, PARTITIONS, Map.of())));
  }

  private static void publish(String topic, String... texts) throws Exception {
    Map<String, Object> settings =
        Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers());
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      for (String text : texts) {
        producer.send(new ProducerRecord<>(topic, text, text)).get(10, TimeUnit.SECONDS);
      }
    }
  }

  /** The texts of each key, in the order of their offsets, once there are so many records. */
  private static Map<String, List<String>> written(String topic, int count) {
    Map<String, List<String>> byKey = new HashMap<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers()),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          IntStream.range(0, PARTITIONS).mapToObj(n -> new TopicPartition(topic, n)).toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      for (int found = 0; found < count; ) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
          byKey
              .computeIfAbsent(new String(record.key(), UTF_8), any -> new ArrayList<>())
              .add(record.value() == null ? null : new String(record.value(), UTF_8));
          found++;
        }
      }
    }
    return byKey;
  }

  /** Adds to each text whether there was a watermark when it came. */
  private static final class TellWatermark extends ProcessFunction<String, String> {
    @Serial private static final long serialVersionUID = 1L;

    @Override
    public void processElement(String text, Context context, Collector<String> out) {
      long watermark = context.timerService().currentWatermark();
      out.collect(
          text
              + (watermark == Long.MIN_VALUE
                  ? " none"
                  : watermark == Long.MAX_VALUE ? " greatest" : " " + watermark));
    }
  }

  /** Of "key=value"; nothing after the sign removes the key. */
  private static final class KeyEqualsValue implements RecordBytes<String> {
    @Serial private static final long serialVersionUID = 1L;

    private transient boolean opened;

    @Override
    public void open() {
      opened = true;
    }

    @Override
    public byte[] key(String pair) {
      return bytes(pair.substring(0, pair.indexOf('=')));
    }

    @Override
    public byte[] value(String pair) {
      String value = pair.substring(pair.indexOf('=') + 1);
      return value.isEmpty() ? null : bytes(value);
    }

    private byte[] bytes(String text) {
      assertThat(opened).isTrue();
      return text.getBytes(UTF_8);
    }
  }
}
