package city.xueliang.local;

import city.xueliang.domain.place.Registry;
import city.xueliang.domain.rule.RuleFiles;
import city.xueliang.embedded.EmbeddedKafka;
import city.xueliang.embedded.EmbeddedStore;
import city.xueliang.feeds.registry.RegistryPublisher;
import city.xueliang.flink.job.JobEnvironment;
import city.xueliang.local.kafka.CityTopics;
import city.xueliang.local.store.StoreTables;
import city.xueliang.placewatch.PlaceWatchJob;
import city.xueliang.placewatch.PlaceWatchOptions;
import city.xueliang.rules.RulesTopic;
import city.xueliang.schemas.Topics;
import city.xueliang.testing.TestingCluster;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.flink.api.common.JobID;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;

/** The parts of a local city in this JVM, where a test can choose and break them. */
final class TestingCity implements AutoCloseable {
  private static final int PARTITIONS = 2;
  private static final Duration CHECKPOINT_INTERVAL = Duration.ofSeconds(1);

  private final EmbeddedKafka kafka;
  private final EmbeddedStore store;
  private final TestingCluster cluster;
  private final JobID job;

  private TestingCity(Path folder, Registry registry, int parallelism) throws Exception {
    kafka = EmbeddedKafka.start(folder.resolve("kafka"), 0);
    kafka.createTopics(CityTopics.all());
    try (RegistryPublisher publisher = RegistryPublisher.to(kafka.bootstrapServers())) {
      publisher.publish(registry);
    }
    RulesTopic.replace(
        kafka.bootstrapServers(),
        new RuleFiles(ZoneOffset.UTC, "630100-ops-01").add(Path.of("../rules/default.yaml")).read(),
        "630100-ops-01");
    store = EmbeddedStore.start(folder.resolve("store"), 0);
    StoreTables.create(store);
    cluster = TestingCluster.start(parallelism, new Configuration());
    job = cluster.submit(environment(folder, parallelism));
  }

  /** Starts everything; returns when every task of the job runs. */
  static TestingCity start(Path folder, Registry registry, int parallelism) throws Exception {
    return new TestingCity(folder, registry, parallelism);
  }

  private StreamExecutionEnvironment environment(Path folder, int parallelism) throws Exception {
    Configuration options = new Configuration();
    options.set(PlaceWatchOptions.KAFKA, kafka.bootstrapServers());
    options.set(PlaceWatchOptions.INFLUX_URL, store.url());
    options.set(PlaceWatchOptions.HISTORY_SUFFIX, StoreTables.HISTORY_SUFFIX);
    // The records' times are fixed, whatever the clock of the broker says.
    options.set(PlaceWatchOptions.CHECK_APPEND_TIME, false);
    options.set(CoreOptions.DEFAULT_PARALLELISM, parallelism);
    options.set(
        CheckpointingOptions.CHECKPOINTS_DIRECTORY,
        folder.resolve("checkpoints").toUri().toString());
    StreamExecutionEnvironment environment = JobEnvironment.create(options, CHECKPOINT_INTERVAL);
    PlaceWatchJob.build(environment, options);
    return environment;
  }

  String kafka() {
    return kafka.bootstrapServers();
  }

  String store() {
    return store.url();
  }

  /** Returns when a checkpoint holds all that both feeds hold now. */
  void awaitAllRead() throws Exception {
    List<TopicPartition> partitions =
        Stream.of(Topics.CAMERA_EVENTS, Topics.SENSOR_READINGS)
            .flatMap(
                topic -> IntStream.range(0, PARTITIONS).mapToObj(n -> new TopicPartition(topic, n)))
            .toList();
    try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka()))) {
      Map<TopicPartition, ListOffsetsResultInfo> ends =
          admin
              .listOffsets(
                  partitions.stream()
                      .collect(Collectors.toMap(each -> each, each -> OffsetSpec.latest())))
              .all()
              .get();
      Awaitility.await("records in a checkpoint")
          .atMost(TestingCluster.PATIENCE)
          .until(
              () -> {
                Map<TopicPartition, OffsetAndMetadata> read =
                    admin
                        .listConsumerGroupOffsets(PlaceWatchJob.NAME)
                        .partitionsToOffsetAndMetadata()
                        .get();
                return partitions.stream()
                    .allMatch(
                        each ->
                            read.get(each) != null
                                && read.get(each).offset() >= ends.get(each).offset());
              });
    }
  }

  /** Ends the processes that the job runs in; it has to go on in others. */
  void fail() throws Exception {
    cluster.replaceTaskManager();
  }

  long restarts() {
    return cluster.restarts(job);
  }

  /** Sum of an intake counter over the job that was never restarted. */
  long intake(String counter) {
    return cluster.intake(job, counter);
  }

  @Override
  public void close() throws Exception {
    cluster.close();
    store.close();
    kafka.close();
  }
}
