package city.xueliang.domain.desk;

import city.xueliang.domain.alert.Alert;
import city.xueliang.domain.desk.Timetable.Kind;
import city.xueliang.domain.state.Varints;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The alerts of a desk, those that ended not long ago among them, in the order of their birth. */
final class Cases {
  private final Map<String, AlertCase> byId = new LinkedHashMap<>();
  private final Map<String, AlertCase> newest = new HashMap<>();
  private final Map<String, Map<String, AlertCase>> byRule = new HashMap<>();
  private final Map<String, Map<String, AlertCase>> causes = new HashMap<>();
  private final Map<String, Long> dues = new HashMap<>();
  private final Timetable timetable;

  Cases(Timetable timetable) {
    this.timetable = timetable;
  }

  /** The case of an alert; null if it is not known. */
  AlertCase get(String id) {
    return byId.get(id);
  }

  /** The newest case of a rule and scope, ended or not; null if there is none. */
  AlertCase newest(String ruleAndScope) {
    return newest.get(ruleAndScope);
  }

  List<AlertCase> all() {
    return new ArrayList<>(byId.values());
  }

  /** All cases of a rule; not to be kept. */
  Collection<AlertCase> ofRule(String ruleId) {
    return byRule.getOrDefault(ruleId, Map.of()).values();
  }

  /** The cases of common causes of a rule; not to be kept. */
  Collection<AlertCase> causesOf(String ruleId) {
    return causes.getOrDefault(ruleId, Map.of()).values();
  }

  boolean isEmpty() {
    return byId.isEmpty();
  }

  void add(AlertCase added) {
    Alert alert = added.alert();
    byId.put(added.id(), added);
    if (!added.isSuperseded()) {
      AlertCase older = newest.put(added.key(), added);
      if (older != null) {
        older.supersede();
      }
    }
    byRule.computeIfAbsent(alert.ruleId(), any -> new LinkedHashMap<>()).put(added.id(), added);
    if (alert.scope().isOfCause()) {
      causes.computeIfAbsent(alert.ruleId(), any -> new LinkedHashMap<>()).put(added.id(), added);
    }
    schedule(added);
  }

  void remove(AlertCase removed) {
    byId.remove(removed.id());
    newest.remove(removed.key(), removed);
    remove(byRule, removed);
    remove(causes, removed);
    Long due = dues.remove(removed.id());
    if (due != null) {
      timetable.remove(due, Kind.CASE, removed.id());
    }
  }

  /** Follows a change of what is due next. */
  void schedule(AlertCase changed) {
    long due = changed.due();
    Long before = dues.put(changed.id(), due);
    if (before == null || before != due) {
      if (before != null) {
        timetable.remove(before, Kind.CASE, changed.id());
      }
      timetable.add(due, Kind.CASE, changed.id());
    }
  }

  /** Notes that the timetable does not have it any more. */
  void unschedule(AlertCase taken) {
    dues.remove(taken.id());
  }

  private static void remove(Map<String, Map<String, AlertCase>> all, AlertCase removed) {
    Map<String, AlertCase> cases = all.get(removed.alert().ruleId());
    if (cases != null) {
      cases.remove(removed.id());
      if (cases.isEmpty()) {
        all.remove(removed.alert().ruleId());
      }
    }
  }

  void write(DataOutput out) throws IOException {
    Varints.write(byId.size(), out);
    for (AlertCase each : byId.values()) {
      each.write(out);
    }
  }

  void read(DataInput in, int version) throws IOException {
    for (long left = Varints.read(in); left > 0; left--) {
      add(AlertCase.read(in, version));
    }
  }

  void copyFrom(Cases other) {
    other.byId.values().forEach(each -> add(each.copy()));
  }
}
