package city.xueliang.console.coverage;

import city.xueliang.domain.tally.Window;
import city.xueliang.domain.tally.Windows;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The hours of a trend, as the city's time zone cuts them; the last one is still open.
 *
 * @param starts epoch milliseconds, the oldest first
 * @param end of the last one
 */
record LastHours(List<Long> starts, long end) {
  private static final int HOURS = 24;

  LastHours {
    starts = List.copyOf(starts);
  }

  static LastHours until(long now, ZoneId zone) {
    Windows windows = Windows.in(zone);
    Deque<Long> starts = new ArrayDeque<>();
    starts.add(windows.startOf(Window.HOUR, now));
    while (starts.size() < HOURS) {
      starts.addFirst(windows.startOf(Window.HOUR, starts.getFirst() - 1));
    }
    return new LastHours(List.copyOf(starts), windows.endOf(Window.HOUR, now));
  }

  /** Which of them a time lies in; -1 for none. */
  int indexOf(long time) {
    if (time >= end) {
      return -1;
    }
    int index = starts.size() - 1;
    while (index >= 0 && starts.get(index) > time) {
      index--;
    }
    return index;
  }
}
