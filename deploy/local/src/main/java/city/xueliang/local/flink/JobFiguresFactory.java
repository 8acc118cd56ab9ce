package city.xueliang.local.flink;

import java.util.Properties;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.metrics.reporter.MetricReporterFactory;

/** Made by Flink, which finds it by name, and gives the one set of figures of this JVM. */
public final class JobFiguresFactory implements MetricReporterFactory {
  static final String NAME = "city";

  @Override
  public MetricReporter createMetricReporter(Properties properties) {
    return JobFigures.OF_THIS_JVM;
  }
}
