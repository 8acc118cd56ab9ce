package city.xueliang.domain.desk;

import city.xueliang.domain.alert.Alert;
import city.xueliang.domain.alert.Scope;
import city.xueliang.domain.rule.Colour;
import city.xueliang.domain.rule.CommandLevel;
import city.xueliang.domain.rule.ResponsePolicy.Terms;
import city.xueliang.domain.rule.Rule;
import java.util.LinkedHashSet;
import java.util.Set;

/** What one call of a desk knows and has changed so far. */
final class Turn {
  private final Surroundings around;
  private final long now;
  private final Set<AlertCase> changed = new LinkedHashSet<>();
  private final LinkedHashSet<AlertCase> unsettled = new LinkedHashSet<>();

  Turn(Surroundings around, long now) {
    this.around = around;
    this.now = now;
  }

  long now() {
    return now;
  }

  Surroundings around() {
    return around;
  }

  RulesInForce book() {
    return around.rulebook();
  }

  /** Null if there is none. */
  Rule rule(String id) {
    return book().rule(id);
  }

  /** Deadlines of an alert; null for none. */
  Terms terms(Alert alert) {
    return book().policies().terms(alert.scope(), alert.colour(), around);
  }

  /** The level that is told of such an alert at first. */
  CommandLevel start(Scope scope, Colour colour) {
    Terms terms = book().policies().terms(scope, colour, around);
    return terms == null ? CommandLevel.COMMUNITY : terms.start();
  }

  /** A case is another one, so that others may be held back by it or not any more. */
  void touch(AlertCase touched) {
    changed.add(touched);
    unsettled.add(touched);
  }

  /** A case counted something, which changes nothing for others. */
  void count(AlertCase counted) {
    changed.add(counted);
  }

  /** The next case whose effect on others is to be seen to; null if none is left. */
  AlertCase nextUnsettled() {
    if (unsettled.isEmpty()) {
      return null;
    }
    AlertCase next = unsettled.iterator().next();
    unsettled.remove(next);
    return next;
  }

  /** In the order in which they changed first. */
  Set<AlertCase> changed() {
    return changed;
  }
}
