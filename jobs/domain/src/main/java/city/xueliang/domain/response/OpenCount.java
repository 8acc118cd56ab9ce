package city.xueliang.domain.response;

import city.xueliang.domain.state.Varints;
import city.xueliang.domain.tally.Minutes;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * How many alerts were open when: at the ends of the minutes that may still be corrected, and now.
 * The same changes give the same counts in any order. Times are epoch milliseconds. Mutable.
 */
final class OpenCount {
  /** At the start of the first minute that is kept. */
  private long base;

  /** What changed in each minute, by its start. */
  private final NavigableMap<Long, Long> changes = new TreeMap<>();

  void add(long time, int change) {
    changes.merge(Minutes.startOf(time), (long) change, Long::sum);
  }

  /** How many are open at a full minute, with all that is known to happen before it. */
  long at(long time) {
    long open = base;
    for (long change : changes.headMap(time).values()) {
      open += change;
    }
    return open;
  }

  /** How many are open after all that is known. */
  long last() {
    return at(Long.MAX_VALUE);
  }

  /** Keeps the minutes apart no longer that ended by then. */
  void forget(long horizon) {
    Map.Entry<Long, Long> first = changes.firstEntry();
    while (first != null && Minutes.endOf(first.getKey()) <= horizon) {
      base += first.getValue();
      changes.pollFirstEntry();
      first = changes.firstEntry();
    }
  }

  /** Whether none is open or was in a minute that is kept. */
  boolean isEmpty() {
    return base == 0 && changes.isEmpty();
  }

  OpenCount copy() {
    OpenCount copy = new OpenCount();
    copy.base = base;
    copy.changes.putAll(changes);
    return copy;
  }

  /** 2 bytes, and about 6 for each minute. */
  void write(DataOutput out) throws IOException {
    Varints.writeSigned(base, out);
    Varints.write(changes.size(), out);
    for (Map.Entry<Long, Long> change : changes.entrySet()) {
      Varints.writeSigned(change.getKey() / Minutes.LENGTH_MILLIS, out);
      Varints.writeSigned(change.getValue(), out);
    }
  }

  static OpenCount read(DataInput in) throws IOException {
    OpenCount count = new OpenCount();
    count.base = Varints.readSigned(in);
    for (long left = Varints.read(in); left > 0; left--) {
      long minute = Varints.readSigned(in) * Minutes.LENGTH_MILLIS;
      count.changes.put(minute, Varints.readSigned(in));
    }
    return count;
  }
}
