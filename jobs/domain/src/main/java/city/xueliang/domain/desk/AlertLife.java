package city.xueliang.domain.desk;

import city.xueliang.domain.alert.Alert;
import city.xueliang.domain.alert.AlertState;
import city.xueliang.domain.alert.Held;
import city.xueliang.domain.alert.Response;
import city.xueliang.domain.alert.Scope;
import city.xueliang.domain.alert.Signal;
import city.xueliang.domain.alert.Why;
import city.xueliang.domain.rule.CommandLevel;
import java.util.List;

/** The steps of an alert's life that the condition brings about. Its lists are kept elsewhere. */
final class AlertLife {
  private AlertLife() {}

  /** Of a condition that came up, before anybody was told. */
  static Alert begin(String id, Scope scope, Signal raised, int occurrences, CommandLevel start) {
    return new Alert(
        id,
        0,
        raised.ruleId(),
        raised.ruleVersion(),
        raised.colour(),
        scope,
        AlertState.OPEN,
        true,
        occurrences,
        0,
        raised.occurredAt(),
        raised.occurredAt(),
        0,
        raised.why(),
        List.of(),
        Response.notYet(start),
        Held.NOT,
        List.of(),
        0);
  }

  /** The condition came back soon after the alert had ended; on a shelf it stays there. */
  static Alert reopen(Alert ended, Signal raised, Scope scope, CommandLevel start, long now) {
    long shelvedUntil = ended.held().shelvedUntil();
    return seen(ended, raised)
        .draft()
        .scope(scope)
        .state(AlertState.OPEN)
        .conditionHolds(true)
        .reopenings(ended.reopenings() + 1)
        .clearedAt(0)
        .why(raised.why())
        .response(Response.notYet(start))
        .held(Held.NOT.shelved(shelvedUntil > now ? shelvedUntil : 0))
        .inhibits(List.of())
        .build();
  }

  /** The condition came up at a further device, or was seen once more. */
  static Alert count(Alert alert, Signal seen) {
    Alert counted = seen(alert, seen);
    return seen.kind() == Signal.Kind.RAISED
        ? counted.draft().why(alert.why().with(seen.why().evidence())).build()
        : counted;
  }

  /** The condition is gone. One that a seat closed stays closed. */
  static Alert end(Alert alert, Why against, long at) {
    return alert
        .draft()
        .state(alert.isOpen() ? AlertState.CLEARED : alert.state())
        .conditionHolds(false)
        .clearedAt(at)
        .lastOccurredAt(Math.max(alert.lastOccurredAt(), at))
        .why(alert.why().with(against.evidence()))
        .build();
  }

  private static Alert seen(Alert alert, Signal signal) {
    return alert
        .draft()
        .ruleVersion(signal.ruleVersion())
        .colour(signal.colour())
        .occurrences(alert.occurrences() + 1)
        .lastOccurredAt(Math.max(alert.lastOccurredAt(), signal.occurredAt()))
        .build();
  }
}
