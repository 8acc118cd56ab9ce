package city.xueliang.notify.delivery;

import city.xueliang.notify.channel.Channel;
import city.xueliang.notify.channel.Outcome;
import city.xueliang.notify.message.Message;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Makes one attempt at a time on a thread of its own, so that nobody has to wait for it. */
final class Attempts implements AutoCloseable {
  /** A server that drips its answer, or asks for many turns, keeps within each single timeout. */
  private static final int TURNS = 4;

  private final Channel channel;
  private final long patience;
  private final ExecutorService thread;
  private Future<Outcome> underWay;
  private long begun;

  Attempts(String id, Channel channel, Duration timeout) {
    this.channel = channel;
    this.patience = timeout.multipliedBy(TURNS).toNanos();
    this.thread =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread sender = new Thread(task, "send-" + id);
              sender.setDaemon(true);
              return sender;
            });
  }

  boolean isUnderWay() {
    return underWay != null;
  }

  void begin(Message message, long now) {
    begun = now;
    underWay = thread.submit(() -> channel.send(message));
  }

  /** How the attempt went, once that is known. */
  Optional<Outcome> poll(long now) {
    if (!underWay.isDone()) {
      if (now - begun < patience) {
        return Optional.empty();
      }
      cancel();
      return Optional.of(Outcome.tryAgain("no answer in time"));
    }
    Future<Outcome> done = underWay;
    underWay = null;
    try {
      return Optional.of(done.get());
    } catch (ExecutionException e) {
      // A mistake of ours in this message, which must not hold up the next one.
      return Optional.of(Outcome.refused(e.getCause().getClass().getName()));
    } catch (CancellationException e) {
      return Optional.of(Outcome.tryAgain("cancelled"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of(Outcome.tryAgain("interrupted"));
    }
  }

  void cancel() {
    if (underWay != null) {
      underWay.cancel(true);
      underWay = null;
    }
  }

  @Override
  public void close() {
    cancel();
    thread.shutdownNow();
  }
}
