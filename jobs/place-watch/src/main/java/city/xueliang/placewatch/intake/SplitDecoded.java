package city.xueliang.placewatch.intake;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Sends values on and rejections aside, counting both.
 *
 * @param <T> what the topic's records become
 */
public final class SplitDecoded<T> extends ProcessFunction<Decoded<T>, T> {
  private static final long serialVersionUID = 1L;

  private transient Counter read;
  private transient RejectionCounters rejected;

  @Override
  public void open(OpenContext context) {
    read = IntakeMetrics.group(getRuntimeContext()).counter(IntakeMetrics.READ);
    rejected = new RejectionCounters(getRuntimeContext());
  }

  @Override
  public void processElement(Decoded<T> decoded, Context context, Collector<T> out) {
    read.inc();
    if (decoded.rejection() == null) {
      out.collect(decoded.value());
    } else {
      rejected.count(decoded.rejection());
      context.output(RejectedRecords.TAG, decoded.rejection());
    }
  }
}
