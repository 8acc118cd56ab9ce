package city.xueliang.notify.delivery;

import city.xueliang.notify.channel.Channel;
import city.xueliang.notify.channel.Outcome;
import city.xueliang.notify.message.Message;
import city.xueliang.notify.message.Summary;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one channel has yet to send, in order, one attempt at a time. What exceeds the rate limit is
 * folded into a summary that goes out when the limit allows again; what is refused, or fails for
 * too long, is put aside. A record is finished only when its message, or the summary with it, was
 * taken or put aside: {@link #progress()} never runs ahead of that.
 *
 * <p>Used by one thread; no call waits.
 */
final class Outbox implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

  /** More stay in the topic. */
  private static final int ROOM = 100;

  private final String id;
  private final Duration retryFor;
  private final RateLimit limit;
  private final Backoff backoff;
  private final Attempts attempts;
  private final Supplier<Summary> summaries;
  private final LongSupplier nanos;
  private final Figures figures;

  private final Deque<Entry> waiting = new ArrayDeque<>();
  private final Map<Integer, Long> finished = new HashMap<>();
  private final Map<Integer, Long> heldFrom = new HashMap<>();
  private Summary held;
  private long heldSince;
  private Sending current;

  /**
   * An empty outbox.
   *
   * @param nanos nanoseconds of a clock that only goes forward
   */
  Outbox(
      Delivery delivery,
      Channel channel,
      Backoff backoff,
      Supplier<Summary> summaries,
      LongSupplier nanos,
      Figures figures) {
    this.id = delivery.id();
    this.retryFor = delivery.retryFor();
    this.limit = new RateLimit(delivery.perMinute());
    this.backoff = backoff;
    this.attempts = new Attempts(id, channel, delivery.timeout());
    this.summaries = summaries;
    this.nanos = nanos;
    this.figures = figures;
    this.held = summaries.get();
  }

  /** Adds a record of a partition, in the order of its offsets, with what it has to tell. */
  void add(int partition, long offset, Optional<Message> message) {
    waiting.add(new Entry(partition, offset, message, nanos.getAsLong()));
  }

  boolean hasRoom() {
    return waiting.size() < ROOM;
  }

  /** Whether an attempt is under way, so that it is worth looking again soon. */
  boolean isSending() {
    return attempts.isUnderWay();
  }

  /** For each partition that had records, the offset up to which all is finished. */
  Map<Integer, Long> progress() {
    Map<Integer, Long> progress = new HashMap<>(finished);
    heldFrom.forEach(progress::put);
    return progress;
  }

  /** Forgets everything that is not finished: it will be read again, here or elsewhere. */
  void clear() {
    attempts.cancel();
    current = null;
    waiting.clear();
    finished.clear();
    heldFrom.clear();
    held = summaries.get();
  }

  /** Does all that can be done now. */
  void step() {
    while (current != null ? advance(current) : takeUp()) {
      // One thing after the other.
    }
  }

  /** Makes the next thing the current one; false if there is nothing for now. */
  private boolean takeUp() {
    long now = nanos.getAsLong();
    Entry head = waiting.peek();
    if (head != null && head.message.isEmpty()) {
      finish(waiting.remove());
      return true;
    }
    if (head != null && (!held.isEmpty() || !limit.isFree(now))) {
      fold(waiting.remove(), head.message.get());
      return true;
    }
    if (!held.isEmpty()) {
      if (limit.isFree(now)) {
        current = new Sending(held.message(), heldSince, true);
        return true;
      }
      return false;
    }
    if (head == null) {
      return false;
    }
    current = new Sending(head.message.get(), head.seenAt, false);
    return true;
  }

  private void fold(Entry entry, Message message) {
    if (held.isEmpty()) {
      heldSince = entry.seenAt;
    }
    held.add(message);
    heldFrom.putIfAbsent(entry.partition, entry.offset);
    finish(entry);
    figures.countLimited();
    LOG.info("{}: {} waits for a summary, the rate limit is reached", id, message.key());
  }

  /** Brings the current message on; false if there is nothing to do but wait. */
  private boolean advance(Sending sending) {
    long now = nanos.getAsLong();
    if (attempts.isUnderWay()) {
      Optional<Outcome> outcome = attempts.poll(now);
      outcome.ifPresent(result -> judge(sending, result, now));
      return outcome.isPresent();
    }
    if (!backoff.isOver(now)) {
      if (now - sending.since >= retryFor.toNanos()) {
        putAside(sending, "it could not be sent for " + retryFor);
        return true;
      }
      return false;
    }
    if (!limit.isFree(now)) {
      return false;
    }
    limit.take(now);
    attempts.begin(sending.message, now);
    return true;
  }

  private void judge(Sending sending, Outcome outcome, long now) {
    switch (outcome.verdict()) {
      case TAKEN -> {
        backoff.succeeded();
        figures.countSent();
        LOG.info("{}: sent {}: {}", id, told(sending.message), outcome.reason());
        complete(sending);
      }
      case REFUSED -> {
        backoff.succeeded();
        putAside(sending, outcome.reason());
      }
      case TRY_AGAIN -> {
        backoff.failed(now, outcome.retryAfter());
        if (now - sending.since >= retryFor.toNanos()) {
          putAside(sending, outcome.reason());
        } else {
          figures.countRetried();
          LOG.warn("{}: {} is tried again: {}", id, told(sending.message), outcome.reason());
        }
      }
    }
  }

  private void putAside(Sending sending, String reason) {
    figures.countPutAside();
    LOG.error("{}: {} is put aside: {}", id, told(sending.message), reason);
    complete(sending);
  }

  private void complete(Sending sending) {
    current = null;
    if (sending.isSummary) {
      held = summaries.get();
      heldFrom.clear();
    } else {
      finish(waiting.remove());
    }
  }

  private void finish(Entry entry) {
    finished.put(entry.partition, entry.offset + 1);
  }

  private static String told(Message message) {
    return message.key() + message.happening().map(happening -> " " + happening).orElse("");
  }

  @Override
  public void close() {
    attempts.close();
  }

  private record Entry(int partition, long offset, Optional<Message> message, long seenAt) {}

  private record Sending(Message message, long since, boolean isSummary) {}
}
