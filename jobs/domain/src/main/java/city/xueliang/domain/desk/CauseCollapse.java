package city.xueliang.domain.desk;

import city.xueliang.domain.alert.Scope;
import city.xueliang.domain.alert.Signal;
import city.xueliang.domain.alert.Subject;
import city.xueliang.domain.alert.Why;
import city.xueliang.domain.desk.DarkDevices.Dark;
import city.xueliang.domain.place.ModelClass;
import city.xueliang.domain.rule.Condition.Absence;
import city.xueliang.domain.rule.Extent;
import city.xueliang.domain.rule.Handling.Collapse;
import city.xueliang.domain.rule.Rule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Makes one alert of devices that went dark for a common cause. A device that goes dark joins the
 * alert of its cause if there is one, else it waits for its patience; then the broadest cause that
 * enough dark devices share gets an alert that lists them all, and only a device without such a
 * cause gets an alert of its own.
 *
 * <p>A cause begins at its least number and share of devices. It ends when fewer than that number
 * and fewer than a quarter of the most that it had at a time are dark: so no more than a few alerts
 * come of its end, and one at the limit does not come and go.
 */
final class CauseCollapse {
  private static final int END_PART = 4;
  private static final int PERCENT = 100;
  private static final Set<ModelClass> ALL_CLASSES = Set.of(ModelClass.values());

  private final Cases cases;
  private final CaseWork work;
  private final DarkDevices dark;
  private final EnrolledDevices enrolled;

  CauseCollapse(Cases cases, CaseWork work, DarkDevices dark, EnrolledDevices enrolled) {
    this.cases = cases;
    this.work = work;
    this.dark = dark;
    this.enrolled = enrolled;
  }

  void raise(Rule rule, Signal signal, Turn turn) {
    dark.put(signal, turn.now() + rule.handling().collapse().patience().toMillis());
    for (AlertCase cause : causesOf(rule.id(), signal.subject())) {
      Scope wider = Scopes.widened(cause.alert().scope(), signal.subject().place());
      cause.holders().add(signal.subject());
      cause.set(AlertLife.count(cause.alert().draft().scope(wider).build(), signal));
      turn.count(cause);
    }
  }

  /** Counts it in the device's own alert, else in that of its cause, if there is one yet. */
  void repeat(Signal signal, Turn turn) {
    AlertCase single = cases.newest(signal.key());
    if (single != null && single.holders().contains(signal.subject())) {
      work.repeat(single, signal, turn);
      return;
    }
    List<AlertCase> causes = causesOf(signal.ruleId(), signal.subject());
    if (!causes.isEmpty()) {
      work.repeat(causes.get(0), signal, turn);
    }
  }

  /** Whether the device was dark. */
  boolean clear(Rule rule, Signal signal, Turn turn) {
    Dark device = dark.remove(signal.key());
    if (device == null) {
      return false;
    }
    AlertCase single = cases.newest(signal.key());
    if (single != null) {
      work.clear(single, device.device(), signal.why(), signal.occurredAt(), turn);
    }
    for (AlertCase cause : causesOf(signal.ruleId(), device.device())) {
      cause.holders().remove(device.device());
      turn.count(cause);
      if (isOver(rule, cause)) {
        end(rule, cause, signal.why(), signal.occurredAt(), turn);
      }
    }
    return true;
  }

  /** The patience of a device is over. */
  void judge(String key, Turn turn) {
    Dark device = dark.get(key);
    Rule rule = turn.rule(device.raised().ruleId());
    dark.judgeAt(key, 0);
    if (rule == null || isExplained(rule, device, turn)) {
      return;
    }
    AlertCase known = cases.newest(key);
    if (known == null || !known.alert().conditionHolds()) {
      Scope scope = Scopes.of(device.device(), Extent.DEVICE, turn.around());
      work.raise(rule, scope, device.raised(), List.of(device.device()), turn);
    } else {
      turn.touch(known);
    }
  }

  /** Ends the causes that a rule does not look for any more. */
  void ruleChanged(Rule rule, Turn turn) {
    for (AlertCase cause : List.copyOf(cases.causesOf(rule.id()))) {
      Collapse collapse = rule.handling().collapse();
      if (cause.alert().conditionHolds()
          && (collapse == null || !collapse.causes().contains(cause.alert().scope().cause()))) {
        end(rule, cause, Why.seen(List.of()), turn.now(), turn);
      }
    }
  }

  private boolean isExplained(Rule rule, Dark device, Turn turn) {
    Collapse collapse = rule.handling().collapse();
    if (collapse == null) {
      return false;
    }
    for (CauseKey cause : CauseKey.of(device.device())) {
      if (!collapse.causes().contains(cause.cause())) {
        continue;
      }
      AlertCase known = cases.newest(Scopes.key(rule.id(), cause));
      if (known != null && known.alert().conditionHolds()) {
        return true;
      }
      if (isEnough(rule, cause)) {
        begin(rule, cause, turn);
        return true;
      }
    }
    return false;
  }

  private boolean isEnough(Rule rule, CauseKey cause) {
    Collapse collapse = rule.handling().collapse();
    int gone = dark.of(rule.id(), cause).size();
    int expected = enrolled.count(cause, classes(rule));
    return gone >= collapse.least()
        && expected > 0
        && (double) gone * PERCENT >= collapse.percent() * expected;
  }

  private static Collection<ModelClass> classes(Rule rule) {
    return rule.condition() instanceof Absence absence ? absence.devices() : ALL_CLASSES;
  }

  private void begin(Rule rule, CauseKey cause, Turn turn) {
    Collection<Dark> all = dark.of(rule.id(), cause);
    List<Subject> devices = all.stream().map(Dark::device).toList();
    List<String> grids = devices.stream().map(Subject::place).toList();
    Scope scope = Scopes.of(cause, devices.get(0).district(), grids);
    work.raise(rule, scope, CauseSignal.of(all), devices, turn);
  }

  private static boolean isOver(Rule rule, AlertCase cause) {
    Collapse collapse = rule.handling().collapse();
    int left = cause.holders().size();
    boolean isFew =
        collapse != null && left < collapse.least() && left * END_PART < cause.holders().most();
    return left == 0 || isFew;
  }

  /** What is dark still waits for others once more. */
  private void end(Rule rule, AlertCase cause, Why against, long at, Turn turn) {
    Collapse collapse = rule.handling().collapse();
    long judgeAt = turn.now() + (collapse == null ? 0 : collapse.patience().toMillis());
    for (String device : cause.holders().devices()) {
      dark.judgeAt(rule.id() + '@' + device, judgeAt);
    }
    work.end(cause, against, at, turn);
  }

  /** Cases of causes that hold and have a device in common with it, the broadest first. */
  private List<AlertCase> causesOf(String ruleId, Subject device) {
    if (cases.causesOf(ruleId).isEmpty()) {
      return List.of();
    }
    List<AlertCase> found = new ArrayList<>();
    for (CauseKey cause : CauseKey.of(device)) {
      AlertCase known = cases.newest(Scopes.key(ruleId, cause));
      if (known != null && known.alert().conditionHolds()) {
        found.add(known);
      }
    }
    return found;
  }
}
