package city.xueliang.benchmark.week;

import city.xueliang.benchmark.cluster.BenchmarkCluster;
import city.xueliang.benchmark.cluster.RunFolder;
import city.xueliang.benchmark.pipeline.SimulatedFeed;
import city.xueliang.domain.rule.Rulebook;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.flink.api.common.JobID;
import org.apache.flink.core.execution.CheckpointType;
import org.apache.flink.runtime.checkpoint.AbstractCheckpointStats;
import org.apache.flink.runtime.checkpoint.TaskStateStats;
import org.apache.flink.runtime.executiongraph.AccessExecutionGraph;
import org.apache.flink.runtime.executiongraph.AccessExecutionJobVertex;
import org.apache.flink.runtime.jobgraph.JobVertexID;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Runs the job day by day, and looks at it while it pauses at the end of each. */
final class WeekRun {
  private static final Duration CHECKPOINT_INTERVAL = Duration.ofSeconds(10);
  private static final long POLL_MILLIS = 20;

  /** Classes of which the job's state is made; their instances are counted. */
  private static final String OWN = "city.xueliang.";

  private static final String TIMERS =
      "org.apache.flink.streaming.api.operators.TimerHeapInternalTimer";
  private static final String ENTRIES =
      "org.apache.flink.runtime.state.heap.CopyOnWriteStateMap$StateMapEntry";
  private static final long FEW = 1_000;

  private final WeekOptions options;
  private final Rulebook rules;

  WeekRun(WeekOptions options, Rulebook rules) {
    this.options = options;
    this.rules = rules;
  }

  /**
   * Runs it.
   *
   * @param parent of a folder for Flink's files
   * @param told of each day
   */
  void run(Path parent, Consumer<DayFigures> told) throws Exception {
    DayGate.shut();
    RunFolder folder = RunFolder.in(parent);
    try (BenchmarkCluster cluster = BenchmarkCluster.start(folder.path(), options.parallelism())) {
      StreamExecutionEnvironment environment = cluster.environment(CHECKPOINT_INTERVAL);
      WeekJob.build(environment, options, rules);
      JobID job = cluster.submit(environment);
      await(cluster, job, () -> cluster.isRunning(job));
      for (int day = 1; day <= options.days(); day++) {
        long before = SimulatedFeed.sent();
        long begun = System.nanoTime();
        DayGate.open(WeekOptions.MINUTES_OF_DAY);
        await(cluster, job, DayGate::isWaiting);
        // Behind all records of the day.
        cluster.flink().triggerCheckpoint(job, CheckpointType.FULL).get();
        double seconds = (double) (System.nanoTime() - begun) / TimeUnit.SECONDS.toNanos(1);
        long records = SimulatedFeed.sent() - before;
        told.accept(look(cluster, job, day, records, Math.round(records / seconds)));
      }
    } finally {
      folder.delete();
    }
  }

  /** Until it is so, or the job has failed. */
  private void await(BenchmarkCluster cluster, JobID job, Callable<Boolean> isSo) throws Exception {
    while (!isSo.call()) {
      if (cluster.flink().getJobStatus(job).get().isGloballyTerminalState()) {
        cluster
            .flink()
            .requestJobResult(job)
            .get()
            .toJobExecutionResult(getClass().getClassLoader());
        throw new IllegalStateException("The job ended before its days were over");
      }
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
  }

  private static DayFigures look(
      BenchmarkCluster cluster, JobID job, int day, long records, long recordsPerSecond)
      throws Exception {
    AccessExecutionGraph graph = cluster.flink().getExecutionGraph(job).get();
    AbstractCheckpointStats checkpoint =
        graph.getCheckpointStatsSnapshot().getHistory().getLatestCompletedCheckpoint();
    Map<JobVertexID, String> tasks = new HashMap<>();
    for (AccessExecutionJobVertex task : graph.getAllVertices().values()) {
      tasks.put(task.getJobVertexId(), task.getName().replaceAll(" ->.*", ""));
    }
    Map<String, Long> stateBytes = new TreeMap<>();
    for (TaskStateStats task : checkpoint.getAllTaskStateStats()) {
      if (task.getStateSize() > 0) {
        stateBytes.merge(tasks.get(task.getJobVertexId()), task.getStateSize(), Long::sum);
      }
    }
    HeapLook heap = HeapLook.take();
    return new DayFigures(
        day,
        heap.bytes(),
        checkpoint.getStateSize(),
        stateBytes,
        instances(heap),
        records,
        SimulatedFeed.sentInLastMinutes(),
        recordsPerSecond);
  }

  private static Map<String, Long> instances(HeapLook heap) {
    Map<String, Long> instances = new TreeMap<>();
    heap.byClass()
        .forEach(
            (name, kept) -> {
              boolean isState = name.startsWith(OWN) || name.equals(TIMERS) || name.equals(ENTRIES);
              if (isState && kept.instances() >= FEW) {
                instances.put(name.replaceAll(".*\\.", ""), kept.instances());
              }
            });
    return instances;
  }
}
