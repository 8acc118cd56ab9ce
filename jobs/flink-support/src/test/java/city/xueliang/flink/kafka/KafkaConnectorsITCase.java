package city.xueliang.flink.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.flink.time.RegistryWatermarks;
import java.io.Serial;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.flink.util.CloseableIterator;
import org.apache.flink.util.Collector;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class KafkaConnectorsITCase {
  @RegisterExtension
  private static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(1)
              .build());

  @TempDir private static Path folder;
  private static TestingTopics topics;
  private static KafkaConnectors kafka;

  @BeforeAll
  static void start() {
    topics = new TestingTopics(folder);
    kafka = new KafkaConnectors(topics.bootstrapServers(), "testing");
  }

  @AfterAll
  static void stop() {
    topics.close();
  }

  @Test
  void aSnapshotEndsWithWhatTheTopicHeld() throws Exception {
    topics.create("places");
    topics.publish("places", "city", "district", "grid");

    try (CloseableIterator<String> read = read(kafka.snapshot("places", strings()))) {
      List<String> all = new ArrayList<>();
      read.forEachRemaining(all::add);
      assertThat(all).containsExactlyInAnyOrder("city", "district", "grid");
    }
  }

  @Test
  void aSnapshotOfAnEmptyTopicEndsToo() throws Exception {
    topics.create("nothing");

    try (CloseableIterator<String> read = read(kafka.snapshot("nothing", strings()))) {
      assertThat(read.hasNext()).isFalse();
    }
  }

  @Test
  void changesGoOnAfterWhatTheTopicHeld() throws Exception {
    topics.create("devices");
    topics.publish("devices", "camera");

    try (CloseableIterator<String> read = read(kafka.changes("devices", strings()))) {
      assertThat(read.next()).isEqualTo("camera");
      topics.publish("devices", "sensor");
      assertThat(read.next()).isEqualTo("sensor");
    }
  }

  @Test
  void aFeedBeginsWithItsOldestRecordAndGoesOn() throws Exception {
    topics.create("camera-events");
    topics.publish("camera-events", "flame");

    try (CloseableIterator<String> read = read(kafka.feed("camera-events", strings()))) {
      assertThat(read.next()).isEqualTo("flame");
      topics.publish("camera-events", "smoke");
      assertThat(read.next()).isEqualTo("smoke");
    }
  }

  @Test
  void aRegistryHasNoWatermarkUntilItWasReadToItsEndAndTheGreatestEverAfter() throws Exception {
    topics.create("registry");
    topics.publish("registry", "old-1", "old-2", "old-3");
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
        topics.publish("registry", "new");
        next = told.next();
      } while (!next.endsWith(" greatest"));
    }
  }

  @Test
  void aSinkWritesKeysAndValuesAndNullForARemoval() throws Exception {
    topics.create("alerts");
    StreamExecutionEnvironment environment = environment();
    environment
        .fromData("a=open", "b=open", "a=")
        .sinkTo(kafka.sink("alerts", new KeyEqualsValue()));

    environment.execute();

    Map<String, List<String>> written = topics.written("alerts", 3);
    assertThat(written.get("a")).containsExactly("open", null);
    assertThat(written.get("b")).containsExactly("open");
  }

  private static StreamExecutionEnvironment environment() {
    StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
    environment.setParallelism(1);
    environment.setBufferTimeout(10);
    return environment;
  }

  private static CloseableIterator<String> read(Source<String, ?, ?> source) throws Exception {
    return environment()
        .fromSource(source, WatermarkStrategy.noWatermarks(), "source")
        .executeAndCollect();
  }

  private static KafkaRecordDeserializationSchema<String> strings() {
    return KafkaRecordDeserializationSchema.valueOnly(new SimpleStringSchema());
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
}
