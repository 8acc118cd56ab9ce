package city.xueliang.placewatch.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.api.common.JobID;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.runtime.clusterframework.types.ResourceID;
import org.apache.flink.runtime.executiongraph.ExecutionAttemptID;
import org.apache.flink.runtime.metrics.groups.TaskManagerMetricGroup;
import org.apache.flink.runtime.metrics.groups.TaskMetricGroup;
import org.apache.flink.runtime.metrics.util.TestingMetricRegistry;
import org.apache.flink.runtime.operators.testutils.MockEnvironment;
import org.apache.flink.runtime.operators.testutils.MockEnvironmentBuilder;

/** Counts what an operator under test counts. */
final class OperatorFigures {
  private final Map<String, List<Counter>> counters = new ConcurrentHashMap<>();
  private final Map<String, Gauge<?>> gauges = new ConcurrentHashMap<>();

  /** An environment for one operator whose counters are kept here. */
  MockEnvironment environment() {
    TestingMetricRegistry registry =
        TestingMetricRegistry.builder()
            .setRegisterConsumer(
                (metric, name, group) -> {
                  if (metric instanceof Counter counter) {
                    counters.computeIfAbsent(name, any -> new ArrayList<>()).add(counter);
                  } else if (metric instanceof Gauge<?> gauge) {
                    gauges.put(name, gauge);
                  }
                })
            .build();
    TaskMetricGroup task =
        TaskManagerMetricGroup.createTaskManagerMetricGroup(
                registry, "127.0.0.1", ResourceID.generate())
            .addJob(new JobID(), "job")
            .addTask(ExecutionAttemptID.randomId(), "task");
    return new MockEnvironmentBuilder().setMetricGroup(task).setMaxParallelism(128).build();
  }

  /** What the newest gauge of this name shows. */
  Object gauge(String name) {
    return gauges.get(name).getValue();
  }

  /** Sum over all counters with this name. */
  long count(String name) {
    return counters.getOrDefault(name, List.of()).stream().mapToLong(Counter::getCount).sum();
  }
}
