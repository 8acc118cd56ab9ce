package city.xueliang.placewatch.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.java.typeutils.runtime.kryo.KryoSerializer;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.junit.jupiter.api.Test;

class JobGraphTest {
  private final StreamGraph graph =
      TestingJob.environment("127.0.0.1:1", "http://127.0.0.1:1", new Configuration())
          .getStreamGraph();

  /**
   * A savepoint finds an operator's state by its uid. So a line of the list may be added, but never
   * changed; one that is taken out is never used again.
   */
  @Test
  void uidsAreThoseOfTheList() throws Exception {
    assertThat(graph.getStreamNodes().stream().map(StreamNode::getTransformationUID).sorted())
        .containsExactlyElementsOf(uids());
  }

  @Test
  void nothingIsSerializedByKryo() {
    assertThat(graph.getExecutionConfig().getSerializerConfig().hasGenericTypesDisabled()).isTrue();
    assertThat(graph.getStreamNodes().stream().flatMap(JobGraphTest::serializers))
        .isNotEmpty()
        .noneMatch(serializer -> serializer instanceof KryoSerializer);
  }

  private static Stream<TypeSerializer<?>> serializers(StreamNode node) {
    return Stream.concat(
        Stream.of(node.getTypeSerializersIn()), Stream.ofNullable(node.getTypeSerializerOut()));
  }

  private static List<String> uids() throws Exception {
    try (var list = JobGraphTest.class.getResourceAsStream("operator-uids.txt")) {
      return new String(list.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
