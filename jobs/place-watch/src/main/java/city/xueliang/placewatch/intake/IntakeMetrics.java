package city.xueliang.placewatch.intake;

import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.metrics.MetricGroup;

/** Names of the figures about what the job took in. */
public final class IntakeMetrics {
  /** Records that came, of any topic. */
  public static final String READ = "read";

  /** Records that were rejected; labelled {@link #REASON}. */
  public static final String REJECTED = "rejected";

  /** Label of a rejection's reason. */
  public static final String REASON = "reason";

  /** Records that came too late by their own times. */
  public static final String LATE = "late";

  /** Records in time whose windows were gone already, since their partition lagged. */
  public static final String MISSED = "missed";

  /** Records that had come before. */
  public static final String DUPLICATE = "duplicate";

  private IntakeMetrics() {}

  /** The group in which they are registered. */
  public static MetricGroup group(RuntimeContext context) {
    return context.getMetricGroup().addGroup("intake");
  }
}
