package city.xueliang.notify.delivery;

import java.util.concurrent.atomic.LongAdder;

/** Counts of one channel since its start; may be read by any thread. */
public final class Figures {
  private final LongAdder sent = new LongAdder();
  private final LongAdder retried = new LongAdder();
  private final LongAdder limited = new LongAdder();
  private final LongAdder putAside = new LongAdder();

  void countSent() {
    sent.increment();
  }

  void countRetried() {
    retried.increment();
  }

  void countLimited() {
    limited.increment();
  }

  void countPutAside() {
    putAside.increment();
  }

  /** Messages that the channel took, a summary as one. */
  public long sent() {
    return sent.sum();
  }

  /** Failed attempts that are worth another. */
  public long retried() {
    return retried.sum();
  }

  /** Messages that went into a summary. */
  public long limited() {
    return limited.sum();
  }

  /** Messages that were given up, a summary as one. */
  public long putAside() {
    return putAside.sum();
  }

  @Override
  public String toString() {
    return "sent %d, retried %d, limited %d, put aside %d"
        .formatted(sent(), retried(), limited(), putAside());
  }
}
