package city.xueliang.domain.desk;

import city.xueliang.domain.desk.Timetable.Kind;
import city.xueliang.domain.state.Varints;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/** How each rule stands with each subject that it was raised for. Mutable. */
final class Standings {
  /** How long it is known that a condition is gone, lest older signals bring it back. */
  private static final long TRAIL_MILLIS = Duration.ofMinutes(10).toMillis();

  private final Map<String, Standing> byKey = new HashMap<>();
  private final Timetable timetable;

  Standings(Timetable timetable) {
    this.timetable = timetable;
  }

  /**
   * How a rule stands with a subject.
   *
   * @param newestAt event time of the newest signal
   * @param scopeKey of the alert that it was counted in; empty if there is none yet
   * @param forgetAt desk's clock; 0 while the condition holds
   */
  record Standing(boolean holds, long newestAt, String scopeKey, long forgetAt) {}

  /** Null if it was not raised lately. */
  Standing get(String key) {
    return byKey.get(key);
  }

  boolean isEmpty() {
    return byKey.isEmpty();
  }

  void raise(String key, long at, String scopeKey) {
    put(key, new Standing(true, at, scopeKey, 0));
  }

  void clear(String key, long at, long now) {
    put(key, new Standing(false, at, "", now + TRAIL_MILLIS));
  }

  void forget(String key) {
    Standing before = byKey.remove(key);
    if (before != null) {
      timetable.remove(before.forgetAt, Kind.TRAIL, key);
    }
  }

  /** Forgets all of other rules. */
  void keepRules(Predicate<String> isKept) {
    byKey.keySet().stream()
        .filter(key -> !isKept.test(key.substring(0, key.indexOf('@'))))
        .toList()
        .forEach(this::forget);
  }

  private void put(String key, Standing next) {
    forget(key);
    byKey.put(key, next);
    timetable.add(next.forgetAt, Kind.TRAIL, key);
  }

  void write(DataOutput out) throws IOException {
    Varints.write(byKey.size(), out);
    for (Map.Entry<String, Standing> entry : byKey.entrySet()) {
      Standing standing = entry.getValue();
      out.writeUTF(entry.getKey());
      out.writeBoolean(standing.holds);
      out.writeLong(standing.newestAt);
      out.writeUTF(standing.scopeKey);
      Varints.write(standing.forgetAt, out);
    }
  }

  void read(DataInput in) throws IOException {
    for (long left = Varints.read(in); left > 0; left--) {
      put(
          in.readUTF(),
          new Standing(in.readBoolean(), in.readLong(), in.readUTF(), Varints.read(in)));
    }
  }

  void copyFrom(Standings other) {
    other.byKey.forEach(this::put);
  }
}
