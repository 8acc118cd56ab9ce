package city.xueliang.domain.desk;

import city.xueliang.domain.alert.Scope;
import city.xueliang.domain.alert.Signal;
import city.xueliang.domain.alert.Signal.Kind;
import city.xueliang.domain.alert.Subject;
import city.xueliang.domain.alert.Why;
import city.xueliang.domain.desk.Standings.Standing;
import city.xueliang.domain.rule.Rule;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Brings signals to the alerts that they belong to, each once. */
final class SignalIntake {
  private final Cases cases;
  private final Standings standings;
  private final DarkDevices dark;
  private final ParkedSignals parked;
  private final CaseWork work;
  private final CauseCollapse collapse;

  SignalIntake(
      Cases cases,
      Standings standings,
      DarkDevices dark,
      EnrolledDevices enrolled,
      ParkedSignals parked) {
    this.cases = cases;
    this.standings = standings;
    this.dark = dark;
    this.parked = parked;
    work = new CaseWork(cases);
    collapse = new CauseCollapse(cases, work, dark, enrolled);
  }

  void take(Signal signal, Turn turn) {
    Rule rule = turn.rule(signal.ruleId());
    if (rule == null) {
      parked.add(signal, turn.now());
      return;
    }
    Standing standing = standings.get(signal.key());
    boolean holds = standing != null && standing.holds();
    if (standing != null && signal.occurredAt() < standing.newestAt()) {
      return;
    }
    if (signal.kind() == Kind.CLEARED) {
      if (holds) {
        clear(rule, signal, standing, turn);
      }
    } else if (!holds) {
      raise(rule, signal, turn);
    } else if (signal.occurredAt() > standing.newestAt()) {
      repeat(signal, standing, turn);
    }
  }

  /** Takes those that waited for their rule, if it is known now. */
  void retryParked(Turn turn) {
    parked.take(id -> turn.rule(id) != null, turn.now()).forEach(signal -> take(signal, turn));
  }

  void patienceOver(String key, Turn turn) {
    collapse.judge(key, turn);
  }

  /** What was raised for a device that is not waited for any more is over. */
  void forget(Subject device, Turn turn) {
    for (Rule rule : turn.book().rules()) {
      Signal gone = Signal.of(Kind.CLEARED, rule, device, Why.seen(List.of()), turn.now());
      Standing standing = standings.get(gone.key());
      if (standing != null && standing.holds()) {
        clear(rule, gone, standing, turn);
      }
      standings.forget(gone.key());
    }
  }

  void rulesChanged(Turn turn) {
    Set<String> removed =
        cases.all().stream()
            .map(each -> each.alert().ruleId())
            .filter(id -> turn.rule(id) == null)
            .collect(Collectors.toSet());
    for (AlertCase each : cases.all()) {
      if (removed.contains(each.alert().ruleId())) {
        work.end(each, Why.seen(List.of()), turn.now(), turn);
      }
    }
    standings.keepRules(id -> turn.rule(id) != null);
    dark.keepRules(id -> turn.rule(id) != null);
    turn.book().rules().forEach(rule -> collapse.ruleChanged(rule, turn));
    retryParked(turn);
  }

  private void raise(Rule rule, Signal signal, Turn turn) {
    if (rule.handling().collapse() != null && signal.subject().isDevice()) {
      standings.raise(signal.key(), signal.occurredAt(), "");
      collapse.raise(rule, signal, turn);
      return;
    }
    Scope scope = Scopes.of(signal.subject(), rule.handling().groupBy(), turn.around());
    standings.raise(signal.key(), signal.occurredAt(), scope.key());
    work.raise(rule, scope, signal, List.of(signal.subject()), turn);
  }

  private void repeat(Signal signal, Standing standing, Turn turn) {
    standings.raise(signal.key(), signal.occurredAt(), standing.scopeKey());
    if (dark.get(signal.key()) != null) {
      collapse.repeat(signal, turn);
      return;
    }
    AlertCase known = cases.newest(signal.ruleId() + '@' + standing.scopeKey());
    if (known != null && known.holders().contains(signal.subject())) {
      work.repeat(known, signal, turn);
    }
  }

  private void clear(Rule rule, Signal signal, Standing standing, Turn turn) {
    standings.clear(signal.key(), signal.occurredAt(), turn.now());
    if (collapse.clear(rule, signal, turn)) {
      return;
    }
    AlertCase known = cases.newest(signal.ruleId() + '@' + standing.scopeKey());
    if (known != null) {
      work.clear(known, signal.subject(), signal.why(), signal.occurredAt(), turn);
    }
  }
}
