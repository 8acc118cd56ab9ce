package city.xueliang.placewatch.intake;

import city.xueliang.schemas.RejectReason;
import java.util.EnumMap;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/** Counts rejections by reason. */
public final class RejectionCounters {
  private final MetricGroup group;
  private final EnumMap<RejectReason, Counter> counters = new EnumMap<>(RejectReason.class);

  public RejectionCounters(RuntimeContext context) {
    this.group = IntakeMetrics.group(context);
  }

  public void count(Rejection rejection) {
    counters
        .computeIfAbsent(
            rejection.reason(),
            reason ->
                group.addGroup(IntakeMetrics.REASON, reason.name()).counter(IntakeMetrics.REJECTED))
        .inc();
  }
}
