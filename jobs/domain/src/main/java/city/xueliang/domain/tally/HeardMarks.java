package city.xueliang.domain.tally;

import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.state.Varints;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * In which windows each measure of a device was heard at one standpoint. Flat, for a city has a
 * million of these: 16 bytes for each measure and hour, 8 for each measure and day. Mutable.
 */
final class HeardMarks {
  private static final long[] NONE = {};

  /** A window's start and a measure's code in one number. */
  private static final int CODE_BITS = 8;

  /** Key of measure and hour, then a bit for each of its minutes, in turn. */
  private long[] hours = NONE;

  /** Keys of measure and day. */
  private long[] days = NONE;

  /** Marks the windows of a time; returns the bits of those that were not marked yet. */
  int mark(Windows windows, Measure measure, long time) {
    long hour = windows.startOf(Window.HOUR, time);
    long minute = minuteBit(hour, time);
    int at = hourAt(key(measure, hour));
    if (at >= 0) {
      if ((hours[at + 1] & minute) != 0) {
        return 0;
      }
      hours[at + 1] |= minute;
      return Window.MINUTE.bit();
    }
    hours = Arrays.copyOf(hours, hours.length + 2);
    hours[hours.length - 2] = key(measure, hour);
    hours[hours.length - 1] = minute;
    int fresh = Window.MINUTE.bit() | Window.HOUR.bit();
    long day = key(measure, windows.startOf(Window.DAY, time));
    if (hasDay(day)) {
      return fresh;
    }
    days = Arrays.copyOf(days, days.length + 1);
    days[days.length - 1] = day;
    return fresh | Window.DAY.bit();
  }

  /** The bits of the windows of a time that are marked. */
  int marked(Windows windows, Measure measure, long time) {
    long hour = windows.startOf(Window.HOUR, time);
    int at = hourAt(key(measure, hour));
    int marked = hasDay(key(measure, windows.startOf(Window.DAY, time))) ? Window.DAY.bit() : 0;
    if (at >= 0) {
      marked |= Window.HOUR.bit();
      marked |= (hours[at + 1] & minuteBit(hour, time)) != 0 ? Window.MINUTE.bit() : 0;
    }
    return marked;
  }

  /** Forgets the windows that ended by then; whether nothing is left. */
  boolean forget(Windows windows, long horizon) {
    int kept = 0;
    for (int i = 0; i < hours.length; i += 2) {
      if (windows.endOf(Window.HOUR, start(hours[i])) > horizon) {
        hours[kept++] = hours[i];
        hours[kept++] = hours[i + 1];
      }
    }
    hours = Arrays.copyOf(hours, kept);
    kept = 0;
    for (long day : days) {
      if (windows.endOf(Window.DAY, start(day)) > horizon) {
        days[kept++] = day;
      }
    }
    days = Arrays.copyOf(days, kept);
    return hours.length == 0 && days.length == 0;
  }

  HeardMarks copy() {
    HeardMarks copy = new HeardMarks();
    copy.hours = hours.clone();
    copy.days = days.clone();
    return copy;
  }

  /** 2 bytes, up to 15 for each measure and hour, and 5 for each measure and day. */
  void write(DataOutput out) throws IOException {
    Varints.write(hours.length / 2, out);
    for (int i = 0; i < hours.length; i += 2) {
      Varints.writeSigned(hours[i], out);
      Varints.write(hours[i + 1], out);
    }
    Varints.write(days.length, out);
    for (long day : days) {
      Varints.writeSigned(day, out);
    }
  }

  static HeardMarks read(DataInput in) throws IOException {
    HeardMarks marks = new HeardMarks();
    marks.hours = new long[2 * (int) Varints.read(in)];
    for (int i = 0; i < marks.hours.length; i += 2) {
      marks.hours[i] = Varints.readSigned(in);
      marks.hours[i + 1] = Varints.read(in);
    }
    marks.days = new long[(int) Varints.read(in)];
    for (int i = 0; i < marks.days.length; i++) {
      marks.days[i] = Varints.readSigned(in);
    }
    return marks;
  }

  private int hourAt(long key) {
    for (int i = 0; i < hours.length; i += 2) {
      if (hours[i] == key) {
        return i;
      }
    }
    return -1;
  }

  private boolean hasDay(long key) {
    for (long day : days) {
      if (day == key) {
        return true;
      }
    }
    return false;
  }

  private static long minuteBit(long hour, long time) {
    return 1L << ((time - hour) / Minutes.LENGTH_MILLIS);
  }

  private static long key(Measure measure, long start) {
    return ((start / Minutes.LENGTH_MILLIS) << CODE_BITS) | measure.code();
  }

  private static long start(long key) {
    return (key >> CODE_BITS) * Minutes.LENGTH_MILLIS;
  }
}
