package city.xueliang.feeds.replay;

import city.xueliang.feeds.replay.Moment.ClockChange;
import java.util.EnumMap;
import java.util.Map;

/** How many local times of a file a change of the clocks skipped or doubled. */
final class ClockChanges {
  private final Map<ClockChange, Long> counts = new EnumMap<>(ClockChange.class);

  void add(Moment moment) {
    if (moment.change() != ClockChange.NONE) {
      counts.merge(moment.change(), 1L, Long::sum);
    }
  }

  long count(ClockChange change) {
    return counts.getOrDefault(change, 0L);
  }
}
