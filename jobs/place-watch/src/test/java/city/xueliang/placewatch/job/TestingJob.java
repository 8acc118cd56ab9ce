package city.xueliang.placewatch.job;

import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.rule.Rule;
import city.xueliang.domain.rule.RulebookChange;
import city.xueliang.embedded.LoopbackPorts;
import city.xueliang.flink.job.JobEnvironment;
import city.xueliang.flink.metrics.PrometheusPageFactory;
import city.xueliang.placewatch.PlaceWatchJob;
import city.xueliang.placewatch.PlaceWatchOptions;
import city.xueliang.placewatch.job.CityFeeds.Sent;
import city.xueliang.rulebook.RulebookRecords;
import city.xueliang.schemas.Topics;
import city.xueliang.testing.TestingCluster;
import city.xueliang.testing.TestingRule;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The real job with a real broker, on a cluster of its own; the store is a small one. */
final class TestingJob implements AutoCloseable {
  static final int PARALLELISM = 2;

  final TestingTopics topics;
  final TestingStore store;
  private final TestingCluster cluster;
  private final Path checkpoints;
  private final int metricsPort = LoopbackPorts.claim("metrics", 0);
  private JobID job;

  private TestingJob(Path folder) throws Exception {
    topics = TestingTopics.start(folder.resolve("kafka"));
    publish(
        TestingRule.above("gas", Measure.GAS_LEL_PERCENT, PlainCity.LIMIT, PlainCity.CLEAR_LIMIT)
            .build());
    store = TestingStore.start();
    Configuration settings = new Configuration();
    // A test may go back to one that is not the newest.
    settings.set(CheckpointingOptions.MAX_RETAINED_CHECKPOINTS, 100);
    PrometheusPageFactory.addTo(settings, "page", "127.0.0.1", Integer.toString(metricsPort));
    cluster = TestingCluster.start(PARALLELISM, settings);
    checkpoints = folder.resolve("checkpoints");
  }

  /** Starts broker, store and cluster; the job is not submitted yet. */
  static TestingJob prepare(Path folder) throws Exception {
    return new TestingJob(folder);
  }

  void send(List<Sent> records) throws Exception {
    records.forEach(record -> topics.send(record.topic(), record.key(), record.value()));
    topics.flush();
  }

  /** Returns when the rule is in its topic. */
  void publish(Rule rule) throws Exception {
    publish(RulebookChange.of(rule));
  }

  /** Returns when the change is in its topic, whether it makes sense or not. */
  void publish(RulebookChange change) throws Exception {
    topics.send(Topics.RULES, change.key(), new RulebookRecords().encode(change));
    topics.flush();
  }

  void submit() throws Exception {
    submit(new Configuration());
  }

  /** Goes on from a checkpoint. */
  void restore(Path checkpoint) throws Exception {
    Configuration settings = new Configuration();
    settings.set(StateRecoveryOptions.SAVEPOINT_PATH, checkpoint.toUri().toString());
    submit(settings);
  }

  /** Takes a checkpoint, which stays when the job is cancelled. */
  Path checkpoint() {
    return cluster.checkpoint(job);
  }

  void cancel() throws Exception {
    cluster.cancel(job);
  }

  /** Ends the processes that the job runs in; it has to go on in others. */
  void fail() throws Exception {
    cluster.replaceTaskManager();
  }

  /** Sum of an intake counter over the running job. */
  long intake(String counter) {
    return cluster.intake(job, counter);
  }

  /** The metrics as Prometheus reads them. */
  MetricsPage metricsPage() throws Exception {
    return MetricsPage.read(metricsPort);
  }

  boolean isRunning() throws Exception {
    return cluster.status(job) == JobStatus.RUNNING;
  }

  long restarts() {
    return cluster.restarts(job);
  }

  static StreamExecutionEnvironment environment(
      String bootstrapServers, String storeUrl, Configuration settings) {
    Configuration options = new Configuration(settings);
    options.set(PlaceWatchOptions.KAFKA, bootstrapServers);
    options.set(PlaceWatchOptions.INFLUX_URL, storeUrl);
    // The records' times are fixed, whatever the clock of the broker says.
    options.set(PlaceWatchOptions.CHECK_APPEND_TIME, false);
    options.set(CoreOptions.DEFAULT_PARALLELISM, PARALLELISM);
    StreamExecutionEnvironment environment = JobEnvironment.create(options, Duration.ofSeconds(1));
    PlaceWatchJob.build(environment, options);
    return environment;
  }

  /**
   * Starts the job.
   *
   * @param settings options of the job and of Flink
   */
  void submit(Configuration settings) throws Exception {
    settings.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, checkpoints.toUri().toString());
    job = cluster.submit(environment(topics.bootstrapServers(), store.url(), settings));
  }

  @Override
  public void close() throws Exception {
    cluster.close();
    store.close();
    topics.close();
  }
}
