package city.xueliang.console.browser;

import city.xueliang.console.ConsoleServer;
import city.xueliang.console.ConsoleSettings;
import city.xueliang.console.StoreSettings;
import city.xueliang.console.limit.Limits;
import city.xueliang.console.signin.AccessSettings;
import city.xueliang.domain.rule.RuleFiles;
import city.xueliang.embedded.EmbeddedKafka;
import city.xueliang.embedded.EmbeddedStore;
import city.xueliang.embedded.TopicSpec;
import city.xueliang.feeds.registry.RegistryPublisher;
import city.xueliang.rules.RulesTopic;
import city.xueliang.schemas.Topics;
import city.xueliang.store.layout.QuestDbTables;
import city.xueliang.store.reading.QuestDbSource;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.DeletedRecords;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;

/**
 * A console over a real broker and store that hold a small city and the default rules. Alerts come
 * from a {@link TestingDesk}, rows from the test.
 */
public final class TestingConsole implements AutoCloseable {
  static final ZoneId XINING = ZoneId.of("Asia/Shanghai");

  private static final String SEAT = "630100-ops-01";
  private static final String HISTORY_SUFFIX = "_history";

  private final EmbeddedKafka kafka;
  private final EmbeddedStore store;
  private final TestingDesk desk;
  private final AccessSettings access;
  private final Limits limits;
  private ConsoleServer server;
  private int port;

  private TestingConsole(Path folder, AccessSettings access, Limits limits) throws Exception {
    this.access = access;
    this.limits = limits;
    kafka = EmbeddedKafka.start(folder.resolve("kafka"), 0);
    kafka.createTopics(topics());
    try (RegistryPublisher publisher = RegistryPublisher.to(kafka.bootstrapServers())) {
      publisher.publish(TestingCity.REGISTRY);
    }
    RulesTopic.replace(
        kafka.bootstrapServers(),
        new RuleFiles(XINING, SEAT).add(Path.of("../rules/default.yaml")).read(),
        SEAT);
    store = EmbeddedStore.start(folder.resolve("store"), 0);
    QuestDbTables.statements(HISTORY_SUFFIX).forEach(store::execute);
    desk = TestingDesk.start(kafka.bootstrapServers());
    startServer();
  }

  /** For everybody on this machine. */
  public static TestingConsole start(Path folder) throws Exception {
    return start(folder, AccessSettings.DEMO);
  }

  public static TestingConsole start(Path folder, AccessSettings access) throws Exception {
    return start(folder, access, Limits.DEFAULT);
  }

  public static TestingConsole start(Path folder, AccessSettings access, Limits limits)
      throws Exception {
    return new TestingConsole(folder, access, limits);
  }

  /** Past a proxy, if there is one; without a slash at the end. */
  public String url() {
    return (access.tls().isPresent() ? "https" : "http") + "://127.0.0.1:" + port;
  }

  public int port() {
    return port;
  }

  public TestingDesk desk() {
    return desk;
  }

  /** Writes rows and returns when the store answers with them. */
  public void write(List<StoreRow> rows) {
    StoreRow.write(store, rows);
  }

  /** Has the topic of alerts let go of its oldest records, as it does by their age. */
  void dropOldestAlerts(long records) throws Exception {
    Map<String, Object> settings =
        Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers());
    try (Admin admin = Admin.create(settings)) {
      TopicPartition alerts = new TopicPartition(Topics.ALERTS, 0);
      DeletedRecords deleted =
          admin
              .deleteRecords(Map.of(alerts, RecordsToDelete.beforeOffset(records)))
              .lowWatermarks()
              .get(alerts)
              .get();
      if (deleted.lowWatermark() != records) {
        throw new IllegalStateException("They begin at " + deleted.lowWatermark());
      }
    }
  }

  /** As if its machine had lost power; the broker and the store stay. */
  void stopServer() {
    server.close();
  }

  /** At the port that it had, if it had one. */
  void startServer() {
    server =
        ConsoleServer.start(
            new ConsoleSettings(
                ConsoleSettings.LOOPBACK,
                port,
                kafka.bootstrapServers(),
                StoreSettings.of(new QuestDbSource(store.url(), HISTORY_SUFFIX)),
                XINING,
                access,
                limits));
    port = server.port();
  }

  @Override
  public void close() {
    server.close();
    desk.close();
    store.close();
    kafka.close();
  }

  private static List<TopicSpec> topics() {
    Stream<TopicSpec> compacted =
        Stream.of(Topics.PLACES, Topics.DEVICES, Topics.RULES, Topics.ALERTS)
            .map(
                name ->
                    new TopicSpec(
                        name, 1, Map.of("cleanup.policy", "compact,delete", "retention.ms", "-1")));
    Stream<TopicSpec> kept =
        Stream.of(
                Topics.CAMERA_EVENTS,
                Topics.SENSOR_READINGS,
                Topics.DISPATCH_ACTIONS,
                Topics.PLACE_METRICS,
                Topics.REJECTED_RECORDS,
                Topics.AUDIT_RECORDS)
            .map(name -> new TopicSpec(name, 2, Map.of()));
    return Stream.concat(compacted, kept).toList();
  }
}
