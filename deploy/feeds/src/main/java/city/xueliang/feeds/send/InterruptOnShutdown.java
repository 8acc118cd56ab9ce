package city.xueliang.feeds.send;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Interrupts the thread that opened it when the process is asked to end, and lets it finish: what
 * it sent is counted and told before the process is gone.
 */
public final class InterruptOnShutdown implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 10;

  private final Thread worker = Thread.currentThread();
  private final CountDownLatch finished = new CountDownLatch(1);
  private final Thread hook = new Thread(this::interrupt, "interrupt-on-shutdown");

  private InterruptOnShutdown() {}

  /** Watches over the calling thread until it closes the result. */
  public static InterruptOnShutdown watch() {
    InterruptOnShutdown watch = new InterruptOnShutdown();
    Runtime.getRuntime().addShutdownHook(watch.hook);
    return watch;
  }

  @Override
  public void close() {
    finished.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // the shutdown that interrupted us is under way; the hook ends by the latch
    }
  }

  private void interrupt() {
    worker.interrupt();
    try {
      if (!finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        Runtime.getRuntime().halt(1);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
