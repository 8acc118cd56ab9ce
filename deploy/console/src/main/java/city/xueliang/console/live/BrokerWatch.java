package city.xueliang.console.live;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;

/**
 * Asks the broker every second for the topics, for a consumer does not say when the broker is away
 * or its topics are others.
 */
final class BrokerWatch implements AutoCloseable {
  private static final Duration BETWEEN = Duration.ofSeconds(1);
  private static final int REQUEST_MILLIS = 5_000;

  private final String bootstrap;
  private final Reachability reachability;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "console-broker");
  private volatile CityTopics newest;

  private BrokerWatch(String bootstrap, Reachability reachability) {
    this.bootstrap = bootstrap;
    this.reachability = reachability;
  }

  static BrokerWatch start(String bootstrap, Reachability reachability) {
    BrokerWatch watch = new BrokerWatch(bootstrap, reachability);
    watch.thread.setDaemon(true);
    watch.thread.start();
    return watch;
  }

  /** The topics when the broker was last reached; empty if it never was. */
  Optional<CityTopics> newest() {
    return Optional.ofNullable(newest);
  }

  @Override
  public void close() {
    stopping.countDown();
    thread.interrupt();
  }

  private void run() {
    Map<String, Object> settings =
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrap,
            AdminClientConfig.CLIENT_ID_CONFIG,
            "console-broker",
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
            REQUEST_MILLIS,
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
            REQUEST_MILLIS);
    try (Admin admin = Admin.create(settings)) {
      do {
        look(admin);
      } while (!stopping.await(BETWEEN.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look(Admin admin) throws InterruptedException {
    try {
      newest = CityTopics.ask(admin, CityRecords.TOPICS);
      reachability.reached();
    } catch (KafkaException e) {
      reachability.lost(e.getMessage());
    }
  }
}
