package city.xueliang.domain.desk;

import city.xueliang.domain.alert.Signal;
import city.xueliang.domain.alert.Subject;
import city.xueliang.domain.desk.Timetable.Kind;
import city.xueliang.domain.state.Varints;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The devices for which a rule that looks for common causes holds, by these causes. Mutable. */
final class DarkDevices {
  private final Map<String, Dark> byKey = new LinkedHashMap<>();
  private final Map<RuleCause, TreeMap<String, Dark>> members = new HashMap<>();
  private final Timetable timetable;

  DarkDevices(Timetable timetable) {
    this.timetable = timetable;
  }

  /**
   * A device that went dark.
   *
   * @param raised by which it did
   * @param judgeAt desk's clock at which it gets an alert of its own or joins others; 0 if it did
   */
  record Dark(Signal raised, long judgeAt) {
    Subject device() {
      return raised.subject();
    }

    boolean isWaiting() {
      return judgeAt != 0;
    }
  }

  private record RuleCause(String ruleId, CauseKey cause) {}

  /** By {@link Signal#key()}; null if it is not dark. */
  Dark get(String key) {
    return byKey.get(key);
  }

  boolean isEmpty() {
    return byKey.isEmpty();
  }

  /** Lets a device be dark, and wait until then. */
  void put(Signal raised, long judgeAt) {
    String key = raised.key();
    remove(key);
    add(key, new Dark(raised, judgeAt));
  }

  /** Lets it wait until then; 0 for no more. */
  void judgeAt(String key, long at) {
    Dark dark = byKey.get(key);
    if (dark.judgeAt != at) {
      timetable.remove(dark.judgeAt, Kind.PATIENCE, key);
      add(key, new Dark(dark.raised, at));
    }
  }

  /** The device if it was dark, else null. */
  Dark remove(String key) {
    Dark dark = byKey.remove(key);
    if (dark != null) {
      timetable.remove(dark.judgeAt, Kind.PATIENCE, key);
      for (CauseKey cause : CauseKey.of(dark.device())) {
        RuleCause of = new RuleCause(dark.raised.ruleId(), cause);
        TreeMap<String, Dark> all = members.get(of);
        all.remove(dark.device().deviceId());
        if (all.isEmpty()) {
          members.remove(of);
        }
      }
    }
    return dark;
  }

  /** Those that have a cause in common by a rule, by device; not to be kept. */
  Collection<Dark> of(String ruleId, CauseKey cause) {
    TreeMap<String, Dark> all = members.get(new RuleCause(ruleId, cause));
    return all == null ? Set.of() : all.values();
  }

  /** Forgets all of other rules. */
  void keepRules(Predicate<String> isKept) {
    byKey.entrySet().stream()
        .filter(entry -> !isKept.test(entry.getValue().raised.ruleId()))
        .map(Map.Entry::getKey)
        .toList()
        .forEach(this::remove);
  }

  private void add(String key, Dark dark) {
    byKey.put(key, dark);
    timetable.add(dark.judgeAt, Kind.PATIENCE, key);
    for (CauseKey cause : CauseKey.of(dark.device())) {
      members
          .computeIfAbsent(new RuleCause(dark.raised.ruleId(), cause), any -> new TreeMap<>())
          .put(dark.device().deviceId(), dark);
    }
  }

  void write(DataOutput out) throws IOException {
    Signal.Form signals = new Signal.Form();
    Varints.write(byKey.size(), out);
    for (Dark dark : byKey.values()) {
      signals.write(dark.raised, out);
      Varints.write(dark.judgeAt, out);
    }
  }

  void read(DataInput in, int version) throws IOException {
    Signal.Form signals = new Signal.Form();
    for (long left = Varints.read(in); left > 0; left--) {
      Signal raised = signals.read(in, version);
      add(raised.key(), new Dark(raised, Varints.read(in)));
    }
  }

  void copyFrom(DarkDevices other) {
    other.byKey.forEach(this::add);
  }
}
