package city.xueliang.feeds.send;

import java.util.concurrent.TimeUnit;

/** The clock by which a {@link Pacer} waits. */
public interface PaceClock {
  /** The machine's own clock. */
  PaceClock SYSTEM =
      new PaceClock() {
        @Override
        public long nanoTime() {
          return System.nanoTime();
        }

        @Override
        public void sleep(long nanos) throws InterruptedException {
          TimeUnit.NANOSECONDS.sleep(nanos);
        }
      };

  /** Nanoseconds since an instant of its own. */
  long nanoTime();

  /** Returns when the time is over, or throws as soon as the thread is interrupted. */
  void sleep(long nanos) throws InterruptedException;
}
