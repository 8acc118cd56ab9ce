package city.xueliang.domain.desk;

import city.xueliang.domain.alert.Alert;
import city.xueliang.domain.desk.RulesInForce.Inhibitor;
import city.xueliang.domain.rule.Handling.Inhibition;

/**
 * Lets alerts hold back each other: those of rules that say so, at an equal place, and those of a
 * common cause, which hold back what it explains. A held or ended alert holds back nothing, except
 * that of a cause: its devices have no alerts of their own while the cause holds. Neither rules nor
 * causes form circles, so there is one outcome, whatever the order.
 */
final class Inhibitions {
  private final Cases cases;
  private final DarkDevices dark;

  Inhibitions(Cases cases, DarkDevices dark) {
    this.cases = cases;
    this.dark = dark;
  }

  /** Sees to all that a turn touched, and to what follows from that. */
  void settle(Turn turn) {
    for (AlertCase next = turn.nextUnsettled(); next != null; next = turn.nextUnsettled()) {
      beHeldBack(next, turn);
      holdBack(next, turn);
    }
  }

  private void beHeldBack(AlertCase target, Turn turn) {
    String before = target.alert().held().inhibitedBy();
    String by = target.alert().isOpen() ? inhibitor(target, turn) : "";
    if (!by.equals(before)) {
      leave(before, target, turn);
      if (target.alert().isOpen()) {
        HoldBack.hold(target, target.alert().held().inhibited(by), turn);
      }
    }
    AlertCase source = cases.get(by);
    if (source != null && source.inhibited().add(target.id())) {
      turn.count(source);
    }
  }

  private void leave(String before, AlertCase target, Turn turn) {
    AlertCase source = cases.get(before);
    if (source != null && source.inhibited().remove(target.id())) {
      turn.count(source);
    }
  }

  private void holdBack(AlertCase source, Turn turn) {
    Alert alert = source.alert();
    boolean explains = alert.scope().isOfCause() && alert.conditionHolds();
    boolean sounds = alert.isSounding();
    if (explains && !source.effects().isExplaining()) {
      touchExplained(source, turn);
    }
    if (sounds && !source.effects().isHoldingBack()) {
      touchTargets(source, turn);
    }
    boolean letsGo =
        (source.effects().isExplaining() && !explains)
            || (source.effects().isHoldingBack() && !sounds);
    source.effects().explaining(explains);
    source.effects().holdingBack(sounds);
    if (letsGo) {
      source.inhibited().stream().map(cases::get).forEach(turn::touch);
    }
  }

  private void touchTargets(AlertCase source, Turn turn) {
    Alert alert = source.alert();
    for (Inhibition inhibition : turn.book().inhibitedBy(alert.ruleId())) {
      for (AlertCase target : cases.ofRule(inhibition.ruleId())) {
        if (target.alert().isOpen()
            && Reach.isEqual(
                inhibition.equal(), alert.scope(), target.alert().scope(), turn.around())) {
          turn.touch(target);
        }
      }
    }
  }

  private void touchExplained(AlertCase cause, Turn turn) {
    cases.causesOf(cause.alert().ruleId()).stream()
        .filter(other -> other.alert().isOpen())
        .forEach(turn::touch);
    for (String device : cause.holders().devices()) {
      AlertCase single = cases.newest(cause.alert().ruleId() + '@' + device);
      if (single != null && single.alert().isOpen()) {
        turn.touch(single);
      }
    }
  }

  /** Id of what holds back an open alert; empty for nothing. What does already goes on. */
  private String inhibitor(AlertCase target, Turn turn) {
    AlertCase current = cases.get(target.alert().held().inhibitedBy());
    if (current != null && mayHoldBack(current, target, turn)) {
      return current.id();
    }
    String cause = "";
    for (AlertCase other : cases.causesOf(target.alert().ruleId())) {
      if (explains(other, target)) {
        cause = other.id();
        break;
      }
    }
    return cause.isEmpty() ? inhibitorByRule(target, turn) : cause;
  }

  private String inhibitorByRule(AlertCase target, Turn turn) {
    Alert alert = target.alert();
    for (Inhibitor inhibitor : turn.book().inhibitorsOf(alert.ruleId())) {
      for (AlertCase source : cases.ofRule(inhibitor.ruleId())) {
        if (source.alert().isSounding()
            && Reach.isEqual(
                inhibitor.equal(), source.alert().scope(), alert.scope(), turn.around())) {
          return source.id();
        }
      }
    }
    return "";
  }

  private boolean mayHoldBack(AlertCase source, AlertCase target, Turn turn) {
    if (source.alert().ruleId().equals(target.alert().ruleId())) {
      return explains(source, target) || waitsAfter(source, target);
    }
    if (!source.alert().isSounding()) {
      return false;
    }
    return turn.book().inhibitorsOf(target.alert().ruleId()).stream()
        .anyMatch(
            inhibitor ->
                inhibitor.ruleId().equals(source.alert().ruleId())
                    && Reach.isEqual(
                        inhibitor.equal(),
                        source.alert().scope(),
                        target.alert().scope(),
                        turn.around()));
  }

  /** Whether all that an alert is about has a common cause that is known. */
  private static boolean explains(AlertCase cause, AlertCase target) {
    if (!cause.alert().scope().isOfCause() || !cause.alert().conditionHolds()) {
      return false;
    }
    if (!target.alert().scope().isOfCause()) {
      return cause.holders().containsDevice(target.alert().scope().deviceId());
    }
    return CauseKey.isBroader(cause.alert().scope().cause(), target.alert().scope().cause())
        && cause.holders().containsAll(target.holders());
  }

  /** Whether a device waits for others once more after its cause was over. */
  private boolean waitsAfter(AlertCase cause, AlertCase target) {
    DarkDevices.Dark device =
        dark.get(target.alert().ruleId() + '@' + target.alert().scope().deviceId());
    return cause.alert().scope().isOfCause() && device != null && device.isWaiting();
  }
}
