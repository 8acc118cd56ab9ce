package city.xueliang.domain.desk;

import city.xueliang.domain.alert.Alert;
import city.xueliang.domain.alert.Response;
import city.xueliang.domain.rule.CommandLevel;
import city.xueliang.domain.rule.ResponsePolicy.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Tells what became of alerts: at once where their state, response or holds changed, and once a
 * second at most where something was only counted.
 */
final class Publishing {
  private static final long COUNTS_EVERY_MILLIS = 1_000;

  private final Cases cases;

  Publishing(Cases cases) {
    this.cases = cases;
  }

  void publish(Turn turn, Consumer<Alert> out) {
    for (AlertCase changed : turn.changed()) {
      sound(changed, turn);
      if (isWorked(changed)) {
        tell(changed, turn.now(), out, true);
      } else if (changed.tellAt() != 0 && changed.tellAt() <= turn.now()) {
        tellCounts(changed, turn.now(), out);
      } else if (changed.tellAt() == 0) {
        countLater(changed, turn.now(), out);
      }
      cases.schedule(changed);
    }
  }

  /** Tells the seats of an alert that nothing holds back any more, with deadlines from now. */
  private static void sound(AlertCase of, Turn turn) {
    Alert alert = of.alert();
    boolean sounds = alert.isSounding();
    if (!sounds && !of.effects().isSounding()) {
      return;
    }
    Response response = alert.response();
    Terms terms = sounds ? turn.terms(alert) : null;
    if (sounds && !of.effects().isSounding()) {
      response = response.opened(turn.now(), higher(response.commandLevel(), terms));
    }
    Alert opened = alert.draft().response(response).build();
    long next = sounds ? Deadlines.next(opened, terms, turn.now()) : 0;
    of.set(opened.draft().response(response.due(response.commandLevel(), 0, next)).build());
    of.effects().sounding(sounds);
  }

  private static CommandLevel higher(CommandLevel level, Terms terms) {
    return terms == null || level.compareTo(terms.start()) >= 0 ? level : terms.start();
  }

  private static boolean isWorked(AlertCase changed) {
    Alert told = changed.told();
    Alert alert = changed.alert();
    return told == null
        || told.state() != alert.state()
        || told.conditionHolds() != alert.conditionHolds()
        || !told.response().equals(alert.response())
        || !told.held().equals(alert.held());
  }

  /** Counts of one alert are told at once if it was quiet; those of a cause together. */
  private void countLater(AlertCase changed, long now, Consumer<Alert> out) {
    long quietAt = changed.told().changedAt() + COUNTS_EVERY_MILLIS;
    if (changed.alert().scope().isOfCause()) {
      changed.tellAt(now + COUNTS_EVERY_MILLIS);
    } else if (quietAt <= now) {
      tellCounts(changed, now, out);
    } else {
      changed.tellAt(quietAt);
    }
  }

  private static void tellCounts(AlertCase changed, long now, Consumer<Alert> out) {
    Alert alert = withLists(changed);
    if (alert.equals(changed.told())) {
      changed.tellAt(0);
    } else {
      tell(changed, now, out, false);
    }
  }

  private static void tell(AlertCase changed, long now, Consumer<Alert> out, boolean isWorked) {
    Alert next = withLists(changed);
    changed.set(next.draft().revision(next.revision() + 1).changedAt(now).build());
    changed.tell(isWorked);
    out.accept(changed.alert());
  }

  /** What an ended alert held back stays on record. */
  private static Alert withLists(AlertCase of) {
    Alert alert = of.alert();
    List<String> devices = of.holders().devices();
    List<String> inhibits = alert.isOpen() ? new ArrayList<>(of.inhibited()) : alert.inhibits();
    return alert.draft().devices(devices).inhibits(inhibits).build();
  }
}
