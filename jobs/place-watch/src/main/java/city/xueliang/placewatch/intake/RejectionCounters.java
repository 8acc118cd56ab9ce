package city.xueliang.placewatch.intake;

import city.xueliang.schemas.RejectReason;
import java.util.EnumMap;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/** Counts the rejections of a topic by reason. */
final class RejectionCounters {
  private final MetricGroup topic;
  private final EnumMap<RejectReason, Counter> counters = new EnumMap<>(RejectReason.class);

  RejectionCounters(MetricGroup topic) {
    this.topic = topic;
  }

  void count(RejectReason reason) {
    counters
        .computeIfAbsent(
            reason,
            any ->
                topic.addGroup(IntakeMetrics.REASON, reason.name()).counter(IntakeMetrics.REJECTED))
        .inc();
  }
}
