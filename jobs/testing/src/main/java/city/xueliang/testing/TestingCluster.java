package city.xueliang.testing;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.execution.ExecutionState;
import org.apache.flink.runtime.executiongraph.AccessExecutionVertex;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.runtime.testutils.InMemoryReporter;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.awaitility.Awaitility;

/** Flink in this JVM, whose figures can be read. */
public final class TestingCluster implements AutoCloseable {
  /** The machine may be busy with other things. */
  public static final Duration PATIENCE = Duration.ofSeconds(90);

  private final MiniCluster cluster;
  private final InMemoryReporter figures;

  private TestingCluster(MiniCluster cluster, InMemoryReporter figures) {
    this.cluster = cluster;
    this.figures = figures;
  }

  /**
   * Starts it.
   *
   * @param slots of its one task manager: the greatest parallelism of a job
   * @param settings beside those that every test needs
   */
  public static TestingCluster start(int slots, Configuration settings) throws Exception {
    InMemoryReporter figures = InMemoryReporter.createWithRetainedMetrics();
    Configuration options = new Configuration(settings);
    options.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(0));
    // The whole job, at a parallelism of 4, in one process.
    options.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(128));
    options.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(128));
    MiniCluster cluster =
        new MiniCluster(
            new MiniClusterConfiguration.Builder()
                .setConfiguration(figures.addToConfiguration(options))
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(slots)
                .setCommonBindAddress("127.0.0.1")
                .withRandomPorts()
                .build());
    cluster.start();
    return new TestingCluster(cluster, figures);
  }

  /** Submits a job and returns when all of its tasks run, or have run to their end. */
  public JobID submit(StreamExecutionEnvironment environment) throws Exception {
    JobID job =
        cluster
            .submitJob(environment.getStreamGraph())
            .get(PATIENCE.toSeconds(), TimeUnit.SECONDS)
            .getJobID();
    Awaitility.await().atMost(PATIENCE).until(() -> isRunning(job));
    return job;
  }

  private boolean isRunning(JobID job) throws Exception {
    // Before that the job has no tasks yet.
    if (status(job) != JobStatus.RUNNING) {
      return false;
    }
    for (AccessExecutionVertex task :
        cluster
            .getExecutionGraph(job)
            .get(PATIENCE.toSeconds(), TimeUnit.SECONDS)
            .getAllExecutionVertices()) {
      if (task.getExecutionState() != ExecutionState.RUNNING
          && task.getExecutionState() != ExecutionState.FINISHED) {
        return false;
      }
    }
    return true;
  }

  /** The state of a job, such as RUNNING. */
  public JobStatus status(JobID job) throws Exception {
    return cluster.getJobStatus(job).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  /** Takes a checkpoint, as soon as each task can, and gives back its folder. */
  public Path checkpoint(JobID job) {
    return Awaitility.await()
        .atMost(PATIENCE)
        .ignoreExceptionsInstanceOf(ExecutionException.class)
        .until(() -> Path.of(URI.create(cluster.triggerCheckpoint(job).get())), any -> true);
  }

  /** Ends the task manager at once and starts another one, on which the job has to go on. */
  public void replaceTaskManager() throws Exception {
    cluster.terminateTaskManager(0).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    cluster.startTaskManager();
  }

  /** Cancels a job and returns when it has ended. */
  public void cancel(JobID job) throws Exception {
    cluster.cancelJob(job).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    Awaitility.await().atMost(PATIENCE).until(() -> status(job).isGloballyTerminalState());
  }

  /** Sum of an intake counter over all subtasks and operators, such as {@code read}. */
  public long intake(JobID job, String counter) {
    long sum = 0;
    for (MetricGroup group : figures.findGroups(".*intake.*")) {
      if (job.toString().equals(group.getAllVariables().get("<job_id>"))
          && figures.getMetricsByGroup(group).get(counter) instanceof Counter found) {
        sum += found.getCount();
      }
    }
    return sum;
  }

  /** How often the job was restarted. */
  public long restarts(JobID job) {
    return figures.findJobMetricGroups(job, "numRestarts").stream()
        .mapToLong(metric -> ((Number) ((Gauge<?>) metric.f2).getValue()).longValue())
        .max()
        .orElseThrow();
  }

  @Override
  public void close() throws Exception {
    cluster.close();
  }
}
