package city.xueliang.console.stream;

import city.xueliang.console.access.Seat;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/**
 * One who watches. Nothing that is sent to it ever waits for it: what it does not take yet is kept,
 * and where that is too much the connection ends, for the browser comes back with its id.
 */
final class StreamClient implements WriteListener {
  /** More than the city's coverage with some seconds of busy changes; the bytes are shared. */
  static final int MOST_PENDING_BYTES = 1 << 20;

  private final Seat seat;
  private final String metricsOf;
  private final BooleanSupplier isValid;
  private final ServletOutputStream out;
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private final Deque<byte[]> pending = new ArrayDeque<>();
  private volatile Runnable whenEnded = () -> {};
  private int pendingBytes;
  private boolean isUnflushed;

  /**
   * Of a request that is asynchronous already.
   *
   * @param metricsOf place whose minutes it asked for; null for none
   * @param isValid whether its session still is
   */
  StreamClient(Seat seat, String metricsOf, BooleanSupplier isValid, ServletOutputStream out) {
    this.seat = seat;
    this.metricsOf = metricsOf;
    this.isValid = isValid;
    this.out = out;
  }

  Seat seat() {
    return seat;
  }

  String metricsOf() {
    return metricsOf;
  }

  boolean isValid() {
    return isValid.getAsBoolean();
  }

  /** What is done once when it ends; set before anything is sent. */
  void whenEnded(Runnable action) {
    whenEnded = action;
  }

  /** Completes when nothing more will be sent. */
  CompletableFuture<Void> ended() {
    return ended;
  }

  /** Sends it now or as soon as the client takes it. */
  void send(byte[] bytes) {
    boolean isTooSlow;
    synchronized (this) {
      isTooSlow = pendingBytes > MOST_PENDING_BYTES;
      if (!isTooSlow) {
        pending.add(bytes);
        pendingBytes += bytes.length;
      }
    }
    if (isTooSlow) {
      end();
    } else {
      onWritePossible();
    }
  }

  /** Sends nothing more; the request ends. */
  void end() {
    if (ended.complete(null)) {
      whenEnded.run();
    }
  }

  @Override
  public void onWritePossible() {
    try {
      write();
    } catch (IOException | IllegalStateException e) {
      end();
    }
  }

  private synchronized void write() throws IOException {
    while (!ended.isDone() && out.isReady()) {
      byte[] next = pending.poll();
      if (next != null) {
        pendingBytes -= next.length;
        isUnflushed = true;
        out.write(next);
      } else if (isUnflushed) {
        isUnflushed = false;
        out.flush();
      } else {
        return;
      }
    }
  }

  @Override
  public void onError(Throwable failure) {
    end();
  }
}
