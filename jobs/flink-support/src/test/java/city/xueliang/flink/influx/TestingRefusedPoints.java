package city.xueliang.flink.influx;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/** Keeps refused points in this JVM; the first flushes can be made to fail. */
final class TestingRefusedPoints implements RefusedPoints, RefusedPoints.Handler {
  private static final long serialVersionUID = 1L;

  /** What was refused and flushed since the last {@link #empty}. */
  static final List<Refused> DURABLE = new CopyOnWriteArrayList<>();

  private final AtomicInteger flushesToFail = new AtomicInteger();
  private transient Refused taken;

  record Refused(String line, String words) {}

  static TestingRefusedPoints empty() {
    DURABLE.clear();
    return new TestingRefusedPoints();
  }

  TestingRefusedPoints failingFlushes(int times) {
    flushesToFail.set(times);
    return this;
  }

  @Override
  public RefusedPoints.Handler open(WriterInitContext context) {
    return this;
  }

  @Override
  public void refuse(String lineProtocol, String serverWords) {
    taken = new Refused(lineProtocol, serverWords);
  }

  @Override
  public void flush() throws IOException {
    if (flushesToFail.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      throw new IOException("not now");
    }
    DURABLE.add(taken);
  }

  @Override
  public void close() {}
}
