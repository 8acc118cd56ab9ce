package city.xueliang.local;

import city.xueliang.console.ConsoleServer;
import city.xueliang.domain.place.Registry;
import city.xueliang.domain.rule.Rulebook;
import city.xueliang.domain.text.Texts;
import city.xueliang.embedded.EmbeddedKafka;
import city.xueliang.embedded.EmbeddedStore;
import city.xueliang.feeds.registry.RegistryPublisher;
import city.xueliang.feeds.registry.RegistryTopics;
import city.xueliang.local.flink.CityCluster;
import city.xueliang.local.kafka.CityTopics;
import city.xueliang.local.store.StoreTables;
import city.xueliang.rules.RulesTopic;
import city.xueliang.schemas.Topics;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** The whole city in this JVM: broker, store, Flink with the job, and the simulator. */
final class City implements AutoCloseable {
  /** That lays down the rules with which the city starts. */
  static final String SEAT = "630100-ops-01";

  private final CityOptions options;
  private final DataFolder folder;
  private final Texts texts;
  private volatile EmbeddedKafka kafka;
  private volatile EmbeddedStore store;
  private volatile CityCluster cluster;
  private volatile ConsoleServer console;
  private volatile CityFeed feed;
  private Path startedFrom;

  City(CityOptions options, DataFolder folder, Texts texts) {
    this.texts = texts;
    this.options = options;
    this.folder = folder;
  }

  /** Starts everything but the simulator; returns when every task of the job runs. */
  void start(Registry registry, Rulebook rules) throws Exception {
    // Flink takes the longest and needs neither of the others until the job is there.
    CompletableFuture<Void> flinkStarted =
        started(
            () ->
                cluster =
                    CityCluster.start(
                        folder.flink(), options.ports().flink(), options.ports().metrics()));
    CompletableFuture<Void> storeStarted = started(this::startStore);
    try {
      kafka = EmbeddedKafka.start(folder.kafka(), options.ports().kafka());
      kafka.createTopics(CityTopics.all());
      publish(registry);
      publish(rules);
      join(storeStarted);
      console = ConsoleServer.start(settings().ofConsole());
    } finally {
      // Whatever fails, nothing is still starting when the city is closed.
      join(CompletableFuture.allOf(flinkStarted, storeStarted));
    }
    startedFrom = cluster.submit(settings().ofJob());
  }

  /** Whether every task of the job runs, and the console knows the city. */
  boolean isRunning() throws InterruptedException, ExecutionException {
    return cluster.isRunning() && console.isReady();
  }

  /** Lets the simulator send, if there is to be one. */
  void startFeed(Registry registry) throws Exception {
    if (options.rate() > 0) {
      feed = CityFeed.start(registry, options, kafka.bootstrapServers(), folder.truth(), texts);
    }
  }

  /** Fails if the simulator did. */
  void requireFeed() throws CityException {
    if (feed != null) {
      feed.requireRunning();
    }
  }

  /** Ends the simulator and waits until all that it sent has arrived. */
  void stopFeed() throws Exception {
    if (feed != null) {
      feed.close();
      feed = null;
    }
  }

  String kafkaAddress() {
    return kafka.bootstrapServers();
  }

  String storeAddress() {
    return store != null ? store.url() : options.influx().url();
  }

  URI flinkAddress() throws InterruptedException, ExecutionException {
    return cluster.webPage();
  }

  /** The command centre's page. */
  String consoleAddress() {
    return "http://127.0.0.1:" + console.port();
  }

  /** Where Prometheus finds the metrics. */
  String metricsAddress() {
    return "http://127.0.0.1:" + options.ports().metrics() + "/metrics";
  }

  /** The checkpoint from which the job went on, if it did not start from nothing. */
  Optional<Path> startedFrom() {
    return Optional.ofNullable(startedFrom);
  }

  /** The state of the job, such as RUNNING. */
  String jobStatus() throws InterruptedException, ExecutionException {
    return cluster.status().name();
  }

  /** Places with rows in the embedded store; nothing if the rows go elsewhere. */
  Optional<Long> placesWithRows() {
    return Optional.ofNullable(store).map(StoreTables::places);
  }

  /** Stops everything, the readers before what they read from. */
  @Override
  public void close() throws Exception {
    try (EmbeddedStore closedLast = store;
        EmbeddedKafka closedFourth = kafka;
        ConsoleServer closedThird = console;
        CityCluster closedSecond = cluster;
        CityFeed closedFirst = feed) {
      // Closing is all there is to do, each of them also if another one fails.
    }
  }

  /**
   * A made-up registry fills in what is missing, so that a change made since the first start stays.
   */
  private void publish(Registry registry) {
    Registry wanted = registry;
    if (options.places().isEmpty()) {
      RegistryTopics topics = new RegistryTopics(kafka.bootstrapServers());
      Set<String> places = topics.keys(Topics.PLACES);
      Set<String> devices = topics.keys(Topics.DEVICES);
      wanted =
          new Registry(
              registry.places().stream().filter(p -> !places.contains(p.code())).toList(),
              registry.devices().stream().filter(d -> !devices.contains(d.deviceId())).toList());
    }
    try (RegistryPublisher publisher = RegistryPublisher.to(kafka.bootstrapServers())) {
      publisher.publish(wanted);
    }
  }

  /** What was laid down since the first start stays, unless the user asks for other rules. */
  private void publish(Rulebook rules) {
    if (options.replacesRules()
        || RulesTopic.inForce(kafka.bootstrapServers()).entries().isEmpty()) {
      RulesTopic.replace(kafka.bootstrapServers(), rules, SEAT);
    }
  }

  /** How many rules are in force. */
  int rulesInForce() {
    return RulesTopic.inForce(kafka.bootstrapServers()).rules().size();
  }

  private CitySettings settings() {
    return new CitySettings(options, kafka.bootstrapServers(), storeAddress());
  }

  private void startStore() {
    if (options.influx() == null) {
      store = EmbeddedStore.start(folder.store(), options.ports().store());
      StoreTables.create(store);
    }
  }

  private interface Step {
    void run() throws Exception;
  }

  private static CompletableFuture<Void> started(Step step) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            step.run();
          } catch (Exception e) {
            throw new CompletionException(e);
          }
        },
        task -> new Thread(task, "city-start").start());
  }

  private static void join(CompletableFuture<Void> steps) throws Exception {
    try {
      steps.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }
}
