package city.xueliang.benchmark.week;

import java.io.Serial;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.flink.api.connector.source.lib.NumberSequenceSource.NumberSequenceSplit;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiter;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;

/**
 * Lets the one source of this process go on for a number of minutes and then wait, without holding
 * back a checkpoint. Its state belongs to the process, for Flink copies the strategy.
 */
final class DayGate implements RateLimiterStrategy<NumberSequenceSplit> {
  @Serial private static final long serialVersionUID = 1L;

  private static final Turnstile OF_THIS_JVM = new Turnstile();

  /** Forgets the source of an earlier run. */
  static void shut() {
    OF_THIS_JVM.shut();
  }

  /** Lets so many more minutes pass. */
  static void open(long minutes) {
    OF_THIS_JVM.open(minutes);
  }

  /** Whether all minutes have passed and the source asked for one more. */
  static boolean isWaiting() {
    return OF_THIS_JVM.isWaiting();
  }

  @Override
  public RateLimiter<NumberSequenceSplit> createRateLimiter(int parallelism) {
    return number -> OF_THIS_JVM.pass(number);
  }

  private static final class Turnstile {
    private final CompletableFuture<Void> passed = CompletableFuture.completedFuture(null);
    private long left;
    private CompletableFuture<Void> waiting;

    private synchronized CompletionStage<Void> pass(int number) {
      if (left >= number) {
        left -= number;
        return passed;
      }
      waiting = new CompletableFuture<>();
      return waiting;
    }

    private synchronized void shut() {
      left = 0;
      waiting = null;
    }

    private synchronized void open(long minutes) {
      left += minutes;
      if (waiting != null) {
        left--;
        waiting.complete(null);
        waiting = null;
      }
    }

    private synchronized boolean isWaiting() {
      return waiting != null;
    }
  }
}
