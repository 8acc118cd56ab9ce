package city.xueliang.console.live;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Alerts that stood when the topic let go of them, for those who still show them. Of one partition.
 *
 * <p>Not safe for use by two threads at once.
 */
final class GoneAlerts {
  private static final int MOST_KEPT = 5_000;

  /** By the offset of the record with which they went; of the next one if they went by age. */
  private final NavigableMap<Long, List<LiveAlert>> byOffset = new TreeMap<>();

  private int kept;

  /** Who knows less of the topic than this may know alerts that went without a trace here. */
  private long knownFrom;

  void add(long offset, LiveAlert alert) {
    if (!alert.isOpen()) {
      return;
    }
    byOffset.computeIfAbsent(offset, any -> new ArrayList<>()).add(alert);
    kept++;
    // Never the newest, for what is known reaches to the state's end.
    while (kept > MOST_KEPT && byOffset.size() > 1) {
      Map.Entry<Long, List<LiveAlert>> oldest = byOffset.pollFirstEntry();
      kept -= oldest.getValue().size();
      forgetUntil(oldest.getKey() + 1);
    }
  }

  /** Notes that it is not known what went before an offset. */
  void forgetUntil(long offset) {
    knownFrom = Math.max(knownFrom, offset);
  }

  /** Whether all is known that went since the record at an offset. */
  boolean isKnownSince(long offset) {
    return offset >= knownFrom;
  }

  /** What went with the record at an offset, and later. */
  List<LiveAlert> since(long offset) {
    return byOffset.tailMap(offset, true).values().stream().flatMap(Collection::stream).toList();
  }
}
