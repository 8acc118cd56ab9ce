package city.xueliang.flink.metrics;

import java.util.Map;
import org.apache.flink.metrics.CharacterFilter;
import org.apache.flink.metrics.LogicalScopeProvider;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;

/** The group of an operator in some job. */
final class TestingGroup extends UnregisteredMetricsGroup implements LogicalScopeProvider {
  @Override
  public Map<String, String> getAllVariables() {
    return Map.of("<operator>", "split-devices");
  }

  @Override
  public String getLogicalScope(CharacterFilter filter) {
    return getLogicalScope(filter, '_');
  }

  @Override
  public String getLogicalScope(CharacterFilter filter, char delimiter) {
    return "some" + delimiter + "job";
  }

  @Override
  public MetricGroup getWrappedMetricGroup() {
    return this;
  }
}
