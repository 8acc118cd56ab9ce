package city.xueliang.benchmark.cluster;

import city.xueliang.flink.job.JobEnvironment;
import city.xueliang.flink.job.JobTasks;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.api.common.JobID;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Flink in this process, on 127.0.0.1 only. A job that fails once has failed. */
public final class BenchmarkCluster implements AutoCloseable {
  private static final String HOST = "127.0.0.1";

  private final MiniCluster cluster;
  private final Path folder;
  private final int parallelism;

  private BenchmarkCluster(MiniCluster cluster, Path folder, int parallelism) {
    this.cluster = cluster;
    this.folder = folder;
    this.parallelism = parallelism;
  }

  /**
   * Starts Flink.
   *
   * @param folder for checkpoints and temporary files
   */
  public static BenchmarkCluster start(Path folder, int parallelism) throws Exception {
    Configuration options = new Configuration();
    options.set(RestOptions.BIND_PORT, "0");
    options.set(RestOptions.ADDRESS, HOST);
    options.set(RestOptions.BIND_ADDRESS, HOST);
    options.set(JobManagerOptions.BIND_HOST, HOST);
    options.set(TaskManagerOptions.BIND_HOST, HOST);
    options.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(0));
    options.set(CoreOptions.TMP_DIRS, folder.resolve("tmp").toAbsolutePath().toString());
    MiniCluster cluster =
        new MiniCluster(
            new MiniClusterConfiguration.Builder()
                .setConfiguration(options)
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(parallelism)
                .setCommonBindAddress(HOST)
                .build());
    cluster.start();
    return new BenchmarkCluster(cluster, folder, parallelism);
  }

  /** An environment with the settings of our jobs. */
  public StreamExecutionEnvironment environment(Duration checkpointInterval) {
    Configuration options = new Configuration();
    options.set(CoreOptions.DEFAULT_PARALLELISM, parallelism);
    options.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
    options.set(
        CheckpointingOptions.CHECKPOINTS_DIRECTORY,
        folder.resolve("checkpoints").toUri().toString());
    return JobEnvironment.create(options, checkpointInterval);
  }

  /** Runs a job to its end, and fails if it does. */
  public void run(StreamExecutionEnvironment environment) throws Exception {
    JobID job = submit(environment);
    cluster.requestJobResult(job).get().toJobExecutionResult(getClass().getClassLoader());
  }

  /** Starts a job. */
  public JobID submit(StreamExecutionEnvironment environment) throws Exception {
    return cluster.submitJob(environment.getStreamGraph()).get().getJobID();
  }

  /** Whether each task of a job runs, so that a checkpoint can be taken. */
  public boolean isRunning(JobID job) throws Exception {
    return JobTasks.areRunning(cluster.getExecutionGraph(job).get());
  }

  public MiniCluster flink() {
    return cluster;
  }

  @Override
  public void close() throws Exception {
    cluster.close();
  }
}
