package city.xueliang.flink.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.ReaderInfo;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.KafkaSourceEnumState;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;

class RegistrySnapshotTest {
  private static final KafkaPartitionSplit DEVICES =
      new KafkaPartitionSplit(new TopicPartition("devices", 0), 0, 10);

  private final List<Integer> readersWithoutMore = new ArrayList<>();
  private final RegistrySnapshot<String> snapshot =
      new RegistrySnapshot<>(
          KafkaSource.<String>builder()
              .setBootstrapServers("127.0.0.1:1")
              .setTopics("devices")
              .setBounded(OffsetsInitializer.latest())
              .setDeserializer(KafkaRecordDeserializationSchema.valueOnly(StringDeserializer.class))
              .build());

  @Test
  void aRestoredReaderIsToldThatNoMorePartitionsCome() throws Exception {
    var partitions =
        snapshot.restoreEnumerator(
            context(), new KafkaSourceEnumState(List.of(DEVICES), List.of(), true));

    partitions.addReader(0);
    partitions.addReader(1);

    assertThat(readersWithoutMore).containsExactly(0, 1);
  }

  @Test
  void aReaderThatWasRestoredBeforePartitionsWereFoundWaitsForThem() throws Exception {
    var partitions =
        snapshot.restoreEnumerator(
            context(), new KafkaSourceEnumState(List.of(), List.of(), false));

    partitions.addReader(0);

    assertThat(readersWithoutMore).isEmpty();
  }

  @Test
  void itEnds() {
    assertThat(snapshot.getBoundedness()).isEqualTo(Boundedness.BOUNDED);
  }

  @SuppressWarnings("unchecked") // A proxy has no type parameters.
  private SplitEnumeratorContext<KafkaPartitionSplit> context() {
    return (SplitEnumeratorContext<KafkaPartitionSplit>)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {SplitEnumeratorContext.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "currentParallelism" -> 2;
                  case "registeredReaders" ->
                      Map.of(0, new ReaderInfo(0, "127.0.0.1"), 1, new ReaderInfo(1, "127.0.0.1"));
                  case "signalNoMoreSplits" -> {
                    readersWithoutMore.add((Integer) arguments[0]);
                    yield null;
                  }
                  default -> null;
                });
  }
}
