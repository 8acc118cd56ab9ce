package city.xueliang.benchmark.day;

import city.xueliang.benchmark.pipeline.FeedOptions;
import city.xueliang.benchmark.pipeline.SimulatedStreams;
import java.io.Serial;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.flink.api.connector.source.lib.NumberSequenceSource.NumberSequenceSplit;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiter;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;

/**
 * Keeps the one source of this process a few steps ahead of the alert desk, so that the desk's
 * clock tells when an alert would have been raised. Its state belongs to the process, for Flink
 * copies the strategy.
 */
final class Lockstep implements RateLimiterStrategy<NumberSequenceSplit> {
  @Serial private static final long serialVersionUID = 1L;

  private static final Turnstile OF_THIS_JVM = new Turnstile();

  private final FeedOptions options;
  private final long ahead;

  /**
   * @param ahead how many steps may be under way
   */
  Lockstep(FeedOptions options, long ahead) {
    this.options = options;
    this.ahead = ahead;
  }

  /** Begins anew. */
  static void reset() {
    OF_THIS_JVM.reset();
  }

  /**
   * The clock of a part of the desk has come so far.
   *
   * @param part of how many, from 0
   */
  static void reached(int part, int parts, long watermark) {
    OF_THIS_JVM.reached(part, parts, watermark);
  }

  @Override
  public RateLimiter<NumberSequenceSplit> createRateLimiter(int parallelism) {
    return number -> OF_THIS_JVM.pass(options, ahead);
  }

  private static final class Turnstile {
    private final CompletableFuture<Void> passed = CompletableFuture.completedFuture(null);
    private long steps;
    private final Map<Integer, Long> byPart = new HashMap<>();
    private long reached = Long.MIN_VALUE;
    private long awaited;
    private CompletableFuture<Void> waiting;

    private synchronized void reset() {
      steps = 0;
      byPart.clear();
      reached = Long.MIN_VALUE;
      waiting = null;
    }

    private synchronized CompletionStage<Void> pass(FeedOptions options, long ahead) {
      long step = steps++;
      awaited = options.endOf(step - ahead) - SimulatedStreams.DISORDER_MILLIS;
      if (step < ahead || reached >= awaited) {
        return passed;
      }
      waiting = new CompletableFuture<>();
      return waiting;
    }

    private synchronized void reached(int part, int parts, long watermark) {
      byPart.put(part, watermark);
      if (byPart.size() == parts) {
        reached = Collections.min(byPart.values());
      }
      if (waiting != null && reached >= awaited) {
        CompletableFuture<Void> next = waiting;
        waiting = null;
        next.complete(null);
      }
    }
  }
}
