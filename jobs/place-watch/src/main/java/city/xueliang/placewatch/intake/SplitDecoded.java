package city.xueliang.placewatch.intake;

import city.xueliang.domain.intake.IntakeRow;
import city.xueliang.domain.tally.Minutes;
import city.xueliang.flink.state.BinaryTypeInfo;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * Sends values on and rejections aside, counting both. A record counts in the minute in which it
 * was appended to its topic; one whose broker kept no such time, in that in which it is read.
 *
 * @param <T> what the topic's records become
 */
public final class SplitDecoded<T> extends CountingOperator<T>
    implements OneInputStreamOperator<Decoded<T>, T> {
  private static final long serialVersionUID = 1L;

  /** The counts, in parts that are to be merged. */
  public static final OutputTag<IntakeRow> COUNTS =
      new OutputTag<>("intake-counts", BinaryTypeInfo.of(IntakeRow.class, new IntakeRow.Form()));

  private final String topic;
  private transient Counter read;
  private transient RejectionCounters rejected;
  private transient long newestLagMillis;

  public SplitDecoded(String topic) {
    this.topic = topic;
  }

  @Override
  public void open() throws Exception {
    super.open();
    MetricGroup figures = IntakeMetrics.group(getMetricGroup(), topic);
    read = figures.counter(IntakeMetrics.READ);
    rejected = new RejectionCounters(figures);
    figures.gauge(IntakeMetrics.LAG_MILLIS, () -> newestLagMillis);
  }

  @Override
  public void processElement(StreamRecord<Decoded<T>> record) {
    Decoded<T> decoded = record.getValue();
    read.inc();
    if (decoded.isCounted()) {
      count(decoded);
    }
    if (decoded.rejection() == null) {
      output.collect(record.replace(decoded.value()));
    } else {
      rejected.count(decoded.rejection().reason());
      output.collect(
          RejectedRecords.TAG, new StreamRecord<>(decoded.rejection(), record.getTimestamp()));
    }
  }

  @Override
  void send(IntakeRow part) {
    output.collect(COUNTS, new StreamRecord<>(part));
  }

  private void count(Decoded<T> decoded) {
    long now = getProcessingTimeService().getCurrentProcessingTime();
    long appendedAt = decoded.appendedAt() < 0 ? now : decoded.appendedAt();
    newestLagMillis = Math.max(0, now - appendedAt);
    long minute = Minutes.startOf(appendedAt);
    if (decoded.rejection() == null) {
      buffer().addTaken(topic, minute, newestLagMillis);
    } else {
      buffer().addRejected(topic, decoded.rejection().reason().name(), minute, newestLagMillis);
    }
  }
}
