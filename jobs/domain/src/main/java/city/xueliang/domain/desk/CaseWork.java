package city.xueliang.domain.desk;

import city.xueliang.domain.alert.Alert;
import city.xueliang.domain.alert.Scope;
import city.xueliang.domain.alert.Signal;
import city.xueliang.domain.alert.Subject;
import city.xueliang.domain.alert.Why;
import city.xueliang.domain.rule.Rule;
import java.time.Duration;
import java.util.Collection;

/** Opens, counts, reopens and ends cases as conditions come and go. */
final class CaseWork {
  /** An ended alert is kept so long at least, for those who act on it late. */
  private static final long LEAST_KEPT_MILLIS = Duration.ofMinutes(10).toMillis();

  private final Cases cases;

  CaseWork(Cases cases) {
    this.cases = cases;
  }

  /** The condition came up for these subjects of one scope. */
  AlertCase raise(Rule rule, Scope scope, Signal signal, Collection<Subject> of, Turn turn) {
    AlertCase known = cases.newest(rule.id() + '@' + scope.key());
    if (known == null) {
      return begin(rule, scope, signal, of, turn);
    }
    Alert alert = known.alert();
    if (alert.conditionHolds()) {
      of.forEach(known.holders()::add);
      known.set(AlertLife.count(alert, signal));
      turn.count(known);
      return known;
    }
    if (!isRelapse(rule, alert, signal)) {
      return begin(rule, scope, signal, of, turn);
    }
    of.forEach(known.holders()::add);
    known.set(
        AlertLife.reopen(alert, signal, scope, turn.start(scope, signal.colour()), turn.now()));
    known.inhibited().clear();
    known.effects().sounding(false);
    known.forgetAt(0);
    HoldBack.silence(known, turn);
    turn.touch(known);
    return known;
  }

  /** The condition was seen once more. */
  void repeat(AlertCase known, Signal signal, Turn turn) {
    known.set(AlertLife.count(known.alert(), signal));
    turn.count(known);
  }

  /** The condition is gone for a subject, and for the alert if it was the last one. */
  void clear(AlertCase known, Subject subject, Why against, long at, Turn turn) {
    if (!known.holders().contains(subject)) {
      return;
    }
    known.holders().remove(subject);
    if (known.holders().isEmpty()) {
      end(known, against, at, turn);
    } else {
      turn.count(known);
    }
  }

  /** The condition is gone, or not judged any more. */
  void end(AlertCase known, Why against, long at, Turn turn) {
    if (!known.alert().conditionHolds()) {
      return;
    }
    known.holders().clear();
    known.set(AlertLife.end(known.alert(), against, at));
    known.forgetAt(turn.now() + keptMillis(turn.rule(known.alert().ruleId())));
    turn.touch(known);
  }

  private AlertCase begin(
      Rule rule, Scope scope, Signal signal, Collection<Subject> of, Turn turn) {
    String id = AlertIds.of(rule.id() + '@' + scope.key(), signal.occurredAt());
    AlertCase begun =
        new AlertCase(
            AlertLife.begin(id, scope, signal, of.size(), turn.start(scope, signal.colour())));
    of.forEach(begun.holders()::add);
    HoldBack.silence(begun, turn);
    cases.add(begun);
    turn.touch(begun);
    return begun;
  }

  /** Within the hold-off, or so that the identity would be the same again. */
  private static boolean isRelapse(Rule rule, Alert ended, Signal signal) {
    long end = Math.max(ended.clearedAt(), ended.response().closedAt());
    return signal.occurredAt() < end + rule.handling().holdOff().toMillis()
        || signal.occurredAt() <= ended.firstOccurredAt();
  }

  private static long keptMillis(Rule rule) {
    return rule == null
        ? LEAST_KEPT_MILLIS
        : Math.max(LEAST_KEPT_MILLIS, rule.handling().holdOff().toMillis());
  }
}
