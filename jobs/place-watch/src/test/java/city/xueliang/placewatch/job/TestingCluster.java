package city.xueliang.placewatch.job;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.core.execution.CheckpointType;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.runtime.testutils.InMemoryReporter;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.awaitility.Awaitility;

/** Flink in this JVM with two slots, whose figures can be read. */
final class TestingCluster implements AutoCloseable {
  static final int PARALLELISM = 2;

  /** The machine may be busy with other things. */
  static final Duration PATIENCE = Duration.ofSeconds(90);

  private final MiniCluster cluster;
  private final InMemoryReporter figures;

  private TestingCluster(MiniCluster cluster, InMemoryReporter figures) {
    this.cluster = cluster;
    this.figures = figures;
  }

  static TestingCluster start() throws Exception {
    InMemoryReporter figures = InMemoryReporter.createWithRetainedMetrics();
    Configuration options = new Configuration();
    options.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(0));
    MiniCluster cluster =
        new MiniCluster(
            new MiniClusterConfiguration.Builder()
                .setConfiguration(figures.addToConfiguration(options))
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(PARALLELISM)
                .setCommonBindAddress("127.0.0.1")
                .withRandomPorts()
                .build());
    cluster.start();
    return new TestingCluster(cluster, figures);
  }

  JobID submit(StreamExecutionEnvironment environment) throws Exception {
    return cluster
        .submitJob(environment.getStreamGraph())
        .get(PATIENCE.toSeconds(), TimeUnit.SECONDS)
        .getJobID();
  }

  JobStatus status(JobID job) throws Exception {
    return cluster.getJobStatus(job).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  /** The checkpoint's folder. */
  Path checkpoint(JobID job) throws Exception {
    return Path.of(
        java.net.URI.create(
            cluster.triggerCheckpoint(job, CheckpointType.FULL)
                .get(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .toString()));
  }

  void cancel(JobID job) throws Exception {
    cluster.cancelJob(job).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    Awaitility.await().atMost(PATIENCE).until(() -> status(job).isGloballyTerminalState());
  }

  /** Sum of an intake counter over all subtasks and operators, such as {@code read}. */
  long intake(JobID job, String counter) {
    return figures.findMetrics(job, "intake." + counter).values().stream()
        .mapToLong(metric -> ((Counter) metric).getCount())
        .sum();
  }

  /** How often the job was restarted. */
  long restarts(JobID job) {
    return figures.findJobMetricGroups(job, "numRestarts").stream()
        .mapToLong(metric -> ((Number) ((Gauge<?>) metric.f2).getValue()).longValue())
        .max()
        .orElseThrow();
  }

  Map<String, ?> all(JobID job) {
    return figures.getMetricsByIdentifiers(job);
  }

  @Override
  public void close() throws Exception {
    cluster.close();
  }
}
