package city.xueliang.benchmark.day;

import city.xueliang.domain.alert.Alert;
import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Keeps every revision of every alert in this process, and tells the source how far the desk is.
 */
final class CollectAlerts implements Sink<Alert> {
  @Serial private static final long serialVersionUID = 1L;

  private static final List<Alert> REVISIONS = new ArrayList<>();

  /** Forgets those of an earlier run. */
  static void reset() {
    synchronized (REVISIONS) {
      REVISIONS.clear();
    }
  }

  /** In the order in which they were told. */
  static List<Alert> revisions() {
    synchronized (REVISIONS) {
      return List.copyOf(REVISIONS);
    }
  }

  @Override
  public SinkWriter<Alert> createWriter(WriterInitContext context) {
    return new Writer(
        context.getTaskInfo().getIndexOfThisSubtask(),
        context.getTaskInfo().getNumberOfParallelSubtasks());
  }

  private record Writer(int part, int parts) implements SinkWriter<Alert> {
    @Override
    public void write(Alert alert, Context context) {
      synchronized (REVISIONS) {
        REVISIONS.add(alert);
      }
    }

    @Override
    public void writeWatermark(Watermark watermark) {
      Lockstep.reached(part, parts, watermark.getTimestamp());
    }

    @Override
    public void flush(boolean endOfInput) {}

    @Override
    public void close() {}
  }
}
