package city.xueliang.local.flink;

import city.xueliang.placewatch.desk.AlertFigures;
import city.xueliang.placewatch.intake.IntakeMetrics;
import city.xueliang.schemas.Topics;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.reporter.MetricReporter;

/**
 * The job's own figures since this JVM started. A task that was started again counts on from what
 * it had counted before, and counts a record that it reads again twice.
 */
public final class JobFigures implements MetricReporter {
  static final JobFigures OF_THIS_JVM = new JobFigures();

  private static final Set<String> WATCHED =
      Set.of(
          IntakeMetrics.READ,
          IntakeMetrics.REJECTED,
          IntakeMetrics.LATE,
          IntakeMetrics.MISSED,
          IntakeMetrics.DUPLICATE,
          AlertFigures.OPENED,
          AlertFigures.CLEARED,
          "rowsWritten",
          "writeRetries",
          "pointsRefused",
          "numRestarts",
          "pendingRecords");

  private final Map<Metric, Figure> live = new ConcurrentHashMap<>();
  private final Map<Figure, Long> ended = new ConcurrentHashMap<>();

  private JobFigures() {}

  /** The figures of the job that runs in this JVM. */
  public static JobFigures ofThisJvm() {
    return OF_THIS_JVM;
  }

  /**
   * What a metric counts.
   *
   * @param label the operator or, for rejections, the reason
   */
  private record Figure(String name, String label) {}

  /** Records read from both feeds. */
  public long read() {
    return sum(IntakeMetrics.READ, "split-" + Topics.CAMERA_EVENTS)
        + sum(IntakeMetrics.READ, "split-" + Topics.SENSOR_READINGS);
  }

  /** Rejected records by reason. */
  public Map<String, Long> rejected() {
    Map<String, Long> byReason = new TreeMap<>();
    figures(IntakeMetrics.REJECTED)
        .forEach((figure, n) -> byReason.merge(figure.label(), n, Long::sum));
    return byReason;
  }

  public long duplicates() {
    return sum(IntakeMetrics.DUPLICATE);
  }

  /** Late by their own times, or because their partition lagged. */
  public long late() {
    return sum(IntakeMetrics.LATE) + sum(IntakeMetrics.MISSED);
  }

  public long rowsWritten() {
    return sum("rowsWritten");
  }

  public long writeRetries() {
    return sum("writeRetries");
  }

  public long alertsOpened() {
    return sum(AlertFigures.OPENED);
  }

  public long alertsCleared() {
    return sum(AlertFigures.CLEARED);
  }

  /** Restarts of the job after a failure. */
  public long restarts() {
    return sum("numRestarts");
  }

  /** Records in the topics that the job has not read yet. */
  public long pending() {
    return sum("pendingRecords");
  }

  @Override
  public void open(MetricConfig config) {}

  @Override
  public void close() {}

  @Override
  public void notifyOfAddedMetric(Metric metric, String name, MetricGroup group) {
    if (WATCHED.contains(name)) {
      live.put(metric, figure(name, group));
    }
  }

  @Override
  public void notifyOfRemovedMetric(Metric metric, String name, MetricGroup group) {
    Figure figure = live.remove(metric);
    if (figure != null && metric instanceof Counter counter) {
      ended.merge(figure, counter.getCount(), Long::sum);
    }
  }

  private static Figure figure(String name, MetricGroup group) {
    Map<String, String> variables = group.getAllVariables();
    String reason = variables.get("<" + IntakeMetrics.REASON + ">");
    return new Figure(
        name, reason != null ? reason : variables.getOrDefault("<operator_name>", ""));
  }

  private long sum(String name) {
    return figures(name).values().stream().mapToLong(Long::longValue).sum();
  }

  private long sum(String name, String label) {
    return figures(name).getOrDefault(new Figure(name, label), 0L);
  }

  private Map<Figure, Long> figures(String name) {
    Map<Figure, Long> figures = new ConcurrentHashMap<>();
    ended.forEach((figure, n) -> addIf(figures, name, figure, n));
    live.forEach((metric, figure) -> addIf(figures, name, figure, value(metric)));
    return figures;
  }

  private static void addIf(Map<Figure, Long> figures, String name, Figure figure, long n) {
    if (figure.name().equals(name)) {
      figures.merge(figure, n, Long::sum);
    }
  }

  private static long value(Metric metric) {
    if (metric instanceof Counter counter) {
      return counter.getCount();
    }
    return metric instanceof Gauge<?> gauge && gauge.getValue() instanceof Number number
        ? number.longValue()
        : 0;
  }
}
