package city.xueliang.domain.desk;

import java.util.TreeSet;

/** What is to be done when. Mutable; derived from the other parts of a desk. */
final class Timetable {
  private final TreeSet<Due> all = new TreeSet<>();

  /** Whose time it is. */
  enum Kind {
    /** Of an alert, by its id. */
    CASE,
    /** Of a device that waits for others, by rule and device. */
    PATIENCE,
    /** Of a subject whose condition was gone long ago, by rule and subject. */
    TRAIL
  }

  record Due(long at, Kind kind, String key) implements Comparable<Due> {
    @Override
    public int compareTo(Due other) {
      int byTime = Long.compare(at, other.at);
      if (byTime != 0) {
        return byTime;
      }
      int byKind = kind.compareTo(other.kind);
      return byKind != 0 ? byKind : key.compareTo(other.key);
    }
  }

  /** Nothing is due at {@code Long.MAX_VALUE} or 0. */
  void add(long at, Kind kind, String key) {
    if (at != 0 && at != Long.MAX_VALUE) {
      all.add(new Due(at, kind, key));
    }
  }

  void remove(long at, Kind kind, String key) {
    all.remove(new Due(at, kind, key));
  }

  /** {@code Long.MAX_VALUE} for none. */
  long next() {
    return all.isEmpty() ? Long.MAX_VALUE : all.first().at;
  }

  /** The earliest one, which is taken out; null if none is due by now. */
  Due take(long now) {
    return next() <= now ? all.pollFirst() : null;
  }
}
