package city.xueliang.flink.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import org.apache.flink.api.java.typeutils.GenericTypeInfo;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.junit.jupiter.api.Test;

class JobEnvironmentTest {
  private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

  @Test
  void whatIsNotGivenIsOurs() {
    StreamExecutionEnvironment environment =
        JobEnvironment.create(new Configuration(), TEN_SECONDS);

    assertThat(environment.getMaxParallelism()).isEqualTo(128);
    assertThat(environment.getCheckpointInterval()).isEqualTo(10_000);
    assertThat(
            environment
                .getConfiguration()
                .get(CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION))
        .isEqualTo(ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
  }

  @Test
  void whatIsGivenWinsOverOurs() {
    Configuration given = new Configuration();
    given.set(PipelineOptions.MAX_PARALLELISM, 64);
    given.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofSeconds(3));

    StreamExecutionEnvironment environment = JobEnvironment.create(given, TEN_SECONDS);

    assertThat(environment.getMaxParallelism()).isEqualTo(64);
    assertThat(environment.getCheckpointInterval()).isEqualTo(3_000);
  }

  @Test
  void aTypeWithoutASerializerOfItsOwnIsRefused() {
    StreamExecutionEnvironment environment =
        JobEnvironment.create(new Configuration(), TEN_SECONDS);

    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(
            () ->
                new GenericTypeInfo<>(Thread.class)
                    .createSerializer(environment.getConfig().getSerializerConfig()))
        .withMessageContaining("Thread");
  }

  @Test
  void anOperatorWithoutUidIsRefused() {
    StreamExecutionEnvironment environment =
        JobEnvironment.create(new Configuration(), TEN_SECONDS);
    environment.fromSequence(1, 3).uid("numbers").sinkTo(new DiscardingSink<>());

    assertThatIllegalStateException()
        .isThrownBy(() -> environment.getStreamGraph().getJobGraph())
        .withMessageContaining("UID");
  }

  @Test
  void stationsHaveUidsThatAreTheirNames() {
    StreamExecutionEnvironment environment =
        JobEnvironment.create(new Configuration(), TEN_SECONDS);
    Stations.station(
        "discard",
        Stations.station("negate", environment.fromSequence(1, 3).uid("numbers").map(n -> -n))
            .sinkTo(new DiscardingSink<>()));

    assertThat(environment.getStreamGraph().getStreamNodes())
        .anySatisfy(
            node -> {
              assertThat(node.getTransformationUID()).isEqualTo("negate");
              assertThat(node.getOperatorName()).isEqualTo("negate");
            })
        .anySatisfy(node -> assertThat(node.getOperatorName()).startsWith("discard"));
  }
}
