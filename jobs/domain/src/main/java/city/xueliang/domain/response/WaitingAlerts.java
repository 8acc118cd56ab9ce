package city.xueliang.domain.response;

import city.xueliang.domain.state.Varints;
import city.xueliang.domain.tally.Minutes;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Since when how many alerts wait for somebody to be on site, to the minute. Mutable. */
final class WaitingAlerts {
  private static final long STALE_MILLIS = Duration.ofHours(24).toMillis();

  /** By the starts of minutes, epoch milliseconds. */
  private final NavigableMap<Long, Integer> bySince = new TreeMap<>();

  void add(long since, int change) {
    if (change != 0) {
      bySince.merge(
          Minutes.startOf(since), change, (one, more) -> one + more == 0 ? null : one + more);
    }
  }

  /** How many waited at a time, epoch milliseconds, for longer than a day. */
  long stale(long time) {
    long stale = 0;
    for (int count : bySince.headMap(time - STALE_MILLIS).values()) {
      stale += count;
    }
    return stale;
  }

  boolean isEmpty() {
    return bySince.isEmpty();
  }

  WaitingAlerts copy() {
    WaitingAlerts copy = new WaitingAlerts();
    copy.bySince.putAll(bySince);
    return copy;
  }

  /** 1 byte, and about 6 for each minute in which a wait began. */
  void write(DataOutput out) throws IOException {
    Varints.write(bySince.size(), out);
    for (Map.Entry<Long, Integer> each : bySince.entrySet()) {
      Varints.writeSigned(each.getKey() / Minutes.LENGTH_MILLIS, out);
      Varints.writeSigned(each.getValue(), out);
    }
  }

  static WaitingAlerts read(DataInput in) throws IOException {
    WaitingAlerts waiting = new WaitingAlerts();
    for (long left = Varints.read(in); left > 0; left--) {
      long minute = Varints.readSigned(in) * Minutes.LENGTH_MILLIS;
      waiting.bySince.put(minute, (int) Varints.readSigned(in));
    }
    return waiting;
  }
}
