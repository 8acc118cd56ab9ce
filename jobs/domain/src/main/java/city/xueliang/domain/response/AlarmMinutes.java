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
 * How many alarms a seat had in which minute. EEMUA 191 and ISA-18.2 judge a seat by ten minutes:
 * one alarm in them can be worked, ten are a flood. Times are epoch milliseconds. Mutable.
 */
final class AlarmMinutes {
  /** As many minutes are looked at together. */
  static final int SPAN = 10;

  /** From so many alarms in that span on it is a flood. */
  private static final int FLOOD = 10;

  private static final long LENGTH = Minutes.LENGTH_MILLIS;

  /** By the starts of minutes. */
  private final NavigableMap<Long, Integer> alarms = new TreeMap<>();

  /**
   * What is found in some minutes.
   *
   * @param peak most alarms in the span that ends with one of them
   * @param floodMinutes those with which the span of a flood ends
   */
  record Load(long peak, long floodMinutes) {}

  void add(long time) {
    alarms.merge(Minutes.startOf(time), 1, Integer::sum);
  }

  /** Of the minutes from one full minute to another, exclusive. */
  Load load(long from, long to) {
    if (alarms.isEmpty()) {
      return new Load(0, 0);
    }
    long last = Math.min(to, alarms.lastKey() + SPAN * LENGTH);
    long first = Math.max(from, alarms.firstKey());
    long inSpan = 0;
    for (int count : alarms.subMap(first - (SPAN - 1) * LENGTH, first).values()) {
      inSpan += count;
    }
    long peak = 0;
    long floodMinutes = 0;
    for (long minute = first; minute < last; minute += LENGTH) {
      inSpan += alarms.getOrDefault(minute, 0);
      peak = Math.max(peak, inSpan);
      floodMinutes += inSpan >= FLOOD ? 1 : 0;
      inSpan -= alarms.getOrDefault(minute - (SPAN - 1) * LENGTH, 0);
    }
    return new Load(peak, floodMinutes);
  }

  /** Whether the span that ends with the minute of a time has an alarm. */
  boolean isRinging(long time) {
    return !alarms.isEmpty() && alarms.lastKey() > Minutes.startOf(time) - SPAN * LENGTH;
  }

  /** Forgets the minutes that no window from then on looks at. */
  void forgetBefore(long start) {
    if (start == Long.MAX_VALUE) {
      alarms.clear();
    } else {
      alarms.headMap(start - (SPAN - 1) * LENGTH).clear();
    }
  }

  AlarmMinutes copy() {
    AlarmMinutes copy = new AlarmMinutes();
    copy.alarms.putAll(alarms);
    return copy;
  }

  /** 1 byte, and 2 or more for each minute with an alarm. */
  void write(DataOutput out) throws IOException {
    Varints.write(alarms.size(), out);
    long before = 0;
    for (Map.Entry<Long, Integer> each : alarms.entrySet()) {
      long minute = each.getKey() / LENGTH;
      Varints.writeSigned(minute - before, out);
      Varints.write(each.getValue(), out);
      before = minute;
    }
  }

  static AlarmMinutes read(DataInput in) throws IOException {
    AlarmMinutes minutes = new AlarmMinutes();
    long minute = 0;
    for (long left = Varints.read(in); left > 0; left--) {
      minute += Varints.readSigned(in);
      minutes.alarms.put(minute * LENGTH, (int) Varints.read(in));
    }
    return minutes;
  }
}
