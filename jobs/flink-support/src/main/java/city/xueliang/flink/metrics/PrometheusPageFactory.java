package city.xueliang.flink.metrics;

import java.util.Properties;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MetricOptions;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.metrics.reporter.MetricReporterFactory;
import org.apache.flink.util.PortRange;

/**
 * Makes the page from which Prometheus reads the metrics, for {@code
 * metrics.reporter.<name>.factory.class}. Settings, beside {@code metrics.reporter.<name>.}:
 *
 * <ul>
 *   <li>{@code host}: the address to listen on, 127.0.0.1 by default; 0.0.0.0 for all
 *   <li>{@code port}: the port or, for several processes on one machine, a range such as 9249-9259,
 *       of which the first free one is taken; 9249 by default
 * </ul>
 *
 * <p>On a cluster, this module and {@code flink-metrics-prometheus} have to be in Flink's {@code
 * lib}: reporters start before there is a job.
 */
public final class PrometheusPageFactory implements MetricReporterFactory {
  static final String HOST = "host";
  static final String PORT = "port";
  private static final String DEFAULT_HOST = "127.0.0.1";
  private static final String DEFAULT_PORT = "9249";

  /** Adds the page to a cluster's options. */
  public static void addTo(Configuration cluster, String name, String host, String ports) {
    Configuration page = MetricOptions.forReporter(cluster, name);
    page.set(MetricOptions.REPORTER_FACTORY_CLASS, PrometheusPageFactory.class.getName());
    page.setString(HOST, host);
    page.setString(PORT, ports);
  }

  @Override
  public MetricReporter createMetricReporter(Properties properties) {
    MetricConfig settings = (MetricConfig) properties;
    return PrometheusPage.listen(
        settings.getString(HOST, DEFAULT_HOST),
        new PortRange(settings.getString(PORT, DEFAULT_PORT)));
  }
}
