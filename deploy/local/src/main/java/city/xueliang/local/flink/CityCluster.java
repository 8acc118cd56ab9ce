package city.xueliang.local.flink;

import city.xueliang.flink.job.JobEnvironment;
import city.xueliang.flink.job.JobTasks;
import city.xueliang.flink.metrics.PrometheusPageFactory;
import city.xueliang.placewatch.PlaceWatchJob;
import city.xueliang.placewatch.PlaceWatchOptions;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.MetricOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;
import org.apache.flink.core.execution.CheckpointType;
import org.apache.flink.core.execution.RecoveryClaimMode;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Flink in this JVM, with its web page, and the job on it. */
public final class CityCluster implements AutoCloseable {
  private static final String HOST = "127.0.0.1";
  private static final String METRICS_PAGE = "page";
  private static final int PARALLELISM = 2;
  private static final Duration CHECKPOINT_LIMIT = Duration.ofMillis(1_500);

  private final MiniCluster cluster;
  private final CheckpointFolder checkpoints;
  private JobID job;

  private CityCluster(MiniCluster cluster, CheckpointFolder checkpoints) {
    this.cluster = cluster;
    this.checkpoints = checkpoints;
  }

  /**
   * Starts Flink.
   *
   * @param folder for checkpoints and temporary files
   * @param port of the web page; 0 takes a free one
   * @param metricsPort of the page for Prometheus
   */
  public static CityCluster start(Path folder, int port, int metricsPort) throws Exception {
    CheckpointFolder checkpoints =
        new CheckpointFolder(folder.resolve("checkpoints").toAbsolutePath());
    MiniCluster cluster =
        new MiniCluster(
            new MiniClusterConfiguration.Builder()
                .setConfiguration(clusterOptions(folder, port, metricsPort))
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(PARALLELISM)
                .setCommonBindAddress(HOST)
                .build());
    cluster.start();
    return new CityCluster(cluster, checkpoints);
  }

  /** Address of the web page. */
  public URI webPage() throws InterruptedException, ExecutionException {
    return cluster.getRestAddress().get();
  }

  /**
   * Starts the job where its newest checkpoint stands, and returns at once.
   *
   * @param options of the job, see {@link PlaceWatchOptions}
   * @return the checkpoint from which it goes on; null for a start from nothing
   */
  public Path submit(Configuration options) throws Exception {
    Configuration settings = new Configuration(options);
    settings.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, checkpoints.path().toUri().toString());
    settings.set(CoreOptions.DEFAULT_PARALLELISM, PARALLELISM);
    Path newest = checkpoints.newest().orElse(null);
    if (newest != null) {
      settings.set(StateRecoveryOptions.SAVEPOINT_PATH, newest.toUri().toString());
      settings.set(StateRecoveryOptions.RESTORE_MODE, RecoveryClaimMode.CLAIM);
    }
    StreamExecutionEnvironment environment =
        JobEnvironment.create(settings, options.get(PlaceWatchOptions.CHECKPOINT_INTERVAL));
    PlaceWatchJob.build(environment, options);
    var graph = environment.getStreamGraph();
    graph.setJobName(PlaceWatchJob.NAME);
    job = cluster.submitJob(graph).get().getJobID();
    return newest;
  }

  /** Whether each task of the job runs, or has run to its end. */
  public boolean isRunning() throws InterruptedException, ExecutionException {
    return JobTasks.areRunning(cluster.getExecutionGraph(job).get());
  }

  /** The state of the job, such as RUNNING or RESTARTING. */
  public JobStatus status() throws InterruptedException, ExecutionException {
    return cluster.getJobStatus(job).get();
  }

  /**
   * Stops the job after a last checkpoint, unless that takes too long: then an older one will do.
   */
  @Override
  public void close() throws Exception {
    if (job != null) {
      try {
        var ignored =
            cluster
                .triggerCheckpoint(job, CheckpointType.FULL)
                .get(CHECKPOINT_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
      } catch (ExecutionException | TimeoutException e) {
        // The checkpoint before it stands; what came since is read again.
      }
    }
    cluster.close();
  }

  private static Configuration clusterOptions(Path folder, int port, int metricsPort) {
    Configuration options = new Configuration();
    options.set(RestOptions.BIND_PORT, Integer.toString(port));
    options.set(RestOptions.ADDRESS, HOST);
    options.set(RestOptions.BIND_ADDRESS, HOST);
    options.set(JobManagerOptions.BIND_HOST, HOST);
    options.set(TaskManagerOptions.BIND_HOST, HOST);
    options.set(WebOptions.SUBMIT_ENABLE, false);
    options.set(WebOptions.CANCEL_ENABLE, false);
    options.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(0));
    // All channels are within this process: smaller buffers do.
    options.set(TaskManagerOptions.MEMORY_SEGMENT_SIZE, new MemorySize(16_384));
    options.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(48));
    options.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(48));
    options.set(CoreOptions.TMP_DIRS, folder.resolve("tmp").toAbsolutePath().toString());
    options.set(MetricOptions.REPORTERS_LIST, JobFiguresFactory.NAME + "," + METRICS_PAGE);
    PrometheusPageFactory.addTo(options, METRICS_PAGE, HOST, Integer.toString(metricsPort));
    options.setString(
        "metrics.reporter." + JobFiguresFactory.NAME + ".factory.class",
        JobFiguresFactory.class.getName());
    return options;
  }
}
