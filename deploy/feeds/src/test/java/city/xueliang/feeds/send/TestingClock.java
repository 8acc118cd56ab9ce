package city.xueliang.feeds.send;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A clock that stands still but for sleeping, and remembers how long each sleep was. */
public final class TestingClock implements PaceClock {
  // near the overflow on purpose: such a clock starts anywhere
  private long nanos = Long.MAX_VALUE - 1_000;
  private final List<Duration> sleeps = new ArrayList<>();

  @Override
  public long nanoTime() {
    return nanos;
  }

  @Override
  public void sleep(long wait) {
    sleeps.add(Duration.ofNanos(wait));
    nanos += wait;
  }

  public void advance(Duration time) {
    nanos += time.toNanos();
  }

  public List<Duration> sleeps() {
    return sleeps;
  }
}
