package city.xueliang.placewatch.intake;

import org.apache.flink.metrics.MetricGroup;

/** Names of the figures about what the job took in, each of one {@link #TOPIC}. */
public final class IntakeMetrics {
  /** Records that came. */
  public static final String READ = "read";

  /** Records that were rejected; labelled {@link #REASON}. */
  public static final String REJECTED = "rejected";

  /** Records that came too late by their own times. */
  public static final String LATE = "late";

  /** Records in time whose windows were gone already, since their partition lagged. */
  public static final String MISSED = "missed";

  /** Records that had come before. */
  public static final String DUPLICATE = "duplicate";

  /** Time between append and read of the record that was read last, milliseconds. */
  public static final String LAG_MILLIS = "lagMillis";

  /** Verdicts on records that are in no row, see {@link TallyIntake}. */
  public static final String BEYOND_ROWS = "beyondRows";

  /**
   * How far event time is behind the clock, see {@link city.xueliang.flink.time.WatermarkDelay}.
   */
  public static final String WATERMARK_DELAY_MILLIS = "watermarkDelayMillis";

  /** Label of the topic. */
  public static final String TOPIC = "topic";

  /** Label of a rejection's reason. */
  public static final String REASON = "reason";

  private IntakeMetrics() {}

  /** The group in which an operator registers what is of no single topic. */
  public static MetricGroup group(MetricGroup operator) {
    return operator.addGroup("intake");
  }

  /** The group in which an operator registers its figures of a topic. */
  public static MetricGroup group(MetricGroup operator, String topic) {
    return group(operator).addGroup(TOPIC, topic);
  }
}
