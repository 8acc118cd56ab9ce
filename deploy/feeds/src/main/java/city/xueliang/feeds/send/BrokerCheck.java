package city.xueliang.feeds.send;

import city.xueliang.domain.text.Texts;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Asks before the first record whether the broker answers and has the topics: a producer that waits
 * out every outage would wait for a mistyped address for ever.
 */
public final class BrokerCheck {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private BrokerCheck() {}

  /**
   * What keeps records from being sent, as a sentence; empty if nothing does.
   *
   * @param bootstrap {@code host:port}, more than one separated by commas
   * @param texts of this package
   */
  public static Optional<String> obstacle(String bootstrap, Collection<String> topics, Texts texts)
      throws InterruptedException {
    Map<String, Object> settings =
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrap,
            AdminClientConfig.CLIENT_ID_CONFIG,
            "xueliang-feeds-check",
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
            (int) PATIENCE.toMillis(),
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
            (int) PATIENCE.toMillis());
    try (Admin admin = Admin.create(settings)) {
      Set<String> missing = new TreeSet<>(topics);
      missing.removeAll(admin.listTopics().names().get());
      return missing.isEmpty()
          ? Optional.empty()
          : Optional.of(texts.text("topics-missing", bootstrap, String.join(", ", missing)));
    } catch (ExecutionException e) {
      return Optional.of(
          e.getCause() instanceof TimeoutException
              ? texts.text("no-broker", bootstrap, PATIENCE.toSeconds())
              : texts.text("broker-failed", bootstrap, e.getCause().getMessage()));
    } catch (KafkaException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      return Optional.of(texts.text("bad-bootstrap", bootstrap, cause.getMessage()));
    }
  }
}
