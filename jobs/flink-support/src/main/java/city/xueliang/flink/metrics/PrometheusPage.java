package city.xueliang.flink.metrics;

import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.exporter.HTTPServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.Iterator;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.prometheus.AbstractPrometheusReporter;
import org.apache.flink.util.PortRange;

/**
 * The page of metrics at {@code /metrics}. Flink's own listens on every address of the machine and
 * cannot be told otherwise; this one listens on one, with all else that is Flink's.
 */
final class PrometheusPage extends AbstractPrometheusReporter {
  private static final String FILTER_LABELS = "filterLabelValueCharacters";

  private final HTTPServer server;

  private PrometheusPage(String host, PortRange ports) throws IOException {
    server = listen(host, ports.getPortsIterator(), registry());
    log.info("Metrics at http://{}:{}/metrics", host, server.getPort());
  }

  /**
   * Listens on the first port that is free.
   *
   * @throws UncheckedIOException if none is, or if the machine has no such address
   */
  static PrometheusPage listen(String host, PortRange ports) {
    try {
      return new PrometheusPage(host, ports);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The page of metrics cannot listen on %s:%s".formatted(host, ports), e);
    }
  }

  /** Labels keep their values as they are: a topic is camera-events and not camera_events. */
  @Override
  public void open(MetricConfig settings) {
    settings.putIfAbsent(FILTER_LABELS, "false");
    super.open(settings);
  }

  @Override
  public void close() {
    server.stop();
    super.close();
  }

  private static HTTPServer listen(String host, Iterator<Integer> ports, CollectorRegistry registry)
      throws IOException {
    while (true) {
      try {
        return new HTTPServer(new InetSocketAddress(host, ports.next()), registry, true);
      } catch (BindException e) {
        if (!ports.hasNext()) {
          throw e;
        }
      }
    }
  }

  /** Where the base class keeps all metrics, which it shows to its own package only. */
  private CollectorRegistry registry() {
    try {
      Field registry = AbstractPrometheusReporter.class.getDeclaredField("registry");
      registry.setAccessible(true);
      return (CollectorRegistry) registry.get(this);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Flink's Prometheus reporter is of another release", e);
    }
  }
}
