package city.xueliang.flink.job;

import java.time.Duration;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The environment in which every job of ours runs. */
public final class JobEnvironment {
  private JobEnvironment() {}

  /**
   * An environment with our settings; whatever the given options set stays as it is.
   *
   * @param options Flink's own, such as the folder for checkpoints or the parallelism
   */
  public static StreamExecutionEnvironment create(
      Configuration options, Duration checkpointInterval) {
    Configuration settings = new Configuration();
    settings.set(PipelineOptions.GENERIC_TYPES, false);
    settings.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
    settings.set(PipelineOptions.MAX_PARALLELISM, 128);
    settings.set(ExecutionOptions.BUFFER_TIMEOUT, Duration.ofMillis(10));
    settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, checkpointInterval);
    // A store that is away can hold barriers back for as long as it is away; that is no failure.
    settings.set(CheckpointingOptions.TOLERABLE_FAILURE_NUMBER, Integer.MAX_VALUE);
    settings.set(
        CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
        ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
    settings.set(RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay");
    settings.addAll(options);
    return StreamExecutionEnvironment.getExecutionEnvironment(settings);
  }
}
