package city.xueliang.console.live;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/** Rules, silences and policies in force, by their keys. For several threads at a time. */
public final class LiveRulebook {
  private final SortedMap<String, Laid> laid = new ConcurrentSkipListMap<>();
  private final AtomicLong version = new AtomicLong();

  LiveRulebook() {}

  /** Another number after each change. */
  public long version() {
    return version.get();
  }

  /** All of them, as they are now. */
  public SortedMap<String, Laid> all() {
    return Collections.unmodifiableSortedMap(new TreeMap<>(laid));
  }

  /** What is in force under a key. */
  public Optional<Laid> find(String key) {
    return Optional.ofNullable(laid.get(key));
  }

  /** Lays a rule, silence or policy down, or takes it out of force. */
  public void lay(Laid next) {
    version.incrementAndGet();
    if (next.change().isRemoval()) {
      laid.remove(next.change().key());
    } else {
      laid.put(next.change().key(), next);
    }
  }

  /** Forgets all, for the topic is read anew. */
  void clear() {
    laid.clear();
  }
}
