package city.xueliang.flink.time;

import java.time.Duration;
import org.apache.flink.util.clock.RelativeClock;

/** A clock that goes on only when told to. */
final class TestingClock implements RelativeClock {
  private long millis = 7_000;

  void goOn(Duration span) {
    millis += span.toMillis();
  }

  @Override
  public long relativeTimeMillis() {
    return millis;
  }

  @Override
  public long relativeTimeNanos() {
    return millis * 1_000_000;
  }
}
