package city.xueliang.domain.desk;

import city.xueliang.domain.alert.Action;
import city.xueliang.domain.alert.Action.Refusal;
import city.xueliang.domain.alert.Alert;
import city.xueliang.domain.alert.AlertState;
import city.xueliang.domain.alert.Response;
import city.xueliang.domain.rule.CommandLevel;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What seats may do with alerts, and what comes of it. */
final class Actions {
  static final Duration LONGEST_SHELF = Duration.ofHours(24);

  private final Cases cases;

  Actions(Cases cases) {
    this.cases = cases;
  }

  /** Does it, or says why not. One that was done already is neither done nor refused. */
  Optional<Refused> act(Action action, Turn turn) {
    AlertCase known = cases.get(action.alertId());
    if (known == null) {
      return refused(
          Refusal.UNKNOWN_ALERT,
          "No alert with this id is open here, or ended within the last minutes");
    }
    if (!Jurisdiction.covers(action.seat(), known.alert().scope())) {
      return refused(
          Refusal.OUTSIDE_JURISDICTION,
          "The alert is about "
              + known.alert().scope().place()
              + "; the seat acts in "
              + Jurisdiction.of(action.seat())
              + " only");
    }
    if (known.actions().contains(action.id())) {
      return Optional.empty();
    }
    if (action.revision() != 0 && action.revision() < known.workedRevision()) {
      return refused(
          Refusal.STALE_REVISION,
          "The seat saw revision "
              + action.revision()
              + "; since revision "
              + known.workedRevision()
              + " the alert is "
              + state(known.alert()));
    }
    Optional<Refused> refused = Optional.ofNullable(notAllowed(action, known.alert(), turn.now()));
    if (refused.isEmpty()) {
      known.actions().add(action.id());
      known.set(after(action, known.alert(), turn.now()));
      turn.touch(known);
    }
    return refused;
  }

  /** Null if it is allowed. */
  private static Refused notAllowed(Action action, Alert alert, long now) {
    boolean allowed = action.kind().isAllowed(alert.state(), alert.held().shelvedUntil() != 0);
    return switch (action.kind()) {
      case ACKNOWLEDGE -> unless(allowed, alert, action, "OPEN");
      case ON_SITE -> unless(allowed, alert, action, "OPEN or ACKNOWLEDGED");
      case CLOSE ->
          action.reason() == null
              ? new Refused(Refusal.NOT_ALLOWED, "CLOSE needs a reason; none is given")
              : unless(allowed, alert, action, "not CLOSED");
      case SHELVE ->
          isShelfTime(action.until(), now)
              ? unless(allowed, alert, action, "open")
              : new Refused(
                  Refusal.NOT_ALLOWED,
                  "SHELVE needs a time within "
                      + LONGEST_SHELF.toHours()
                      + " h after "
                      + Instant.ofEpochMilli(now)
                      + "; given is "
                      + (action.until() == 0 ? "none" : Instant.ofEpochMilli(action.until())));
      case UNSHELVE -> unless(allowed, alert, action, "shelved");
      case ESCALATE ->
          unless(
              allowed && alert.response().commandLevel() != CommandLevel.CITY,
              alert,
              action,
              "open and below CITY");
    };
  }

  private static boolean isShelfTime(long until, long now) {
    return until > now && until <= now + LONGEST_SHELF.toMillis();
  }

  private static Refused unless(boolean allowed, Alert alert, Action action, String needs) {
    return allowed
        ? null
        : new Refused(
            Refusal.NOT_ALLOWED,
            "The alert is " + state(alert) + "; " + action.kind() + " needs one that is " + needs);
  }

  private static Alert after(Action action, Alert alert, long now) {
    Response response = alert.response();
    String seat = action.seat();
    return switch (action.kind()) {
      case ACKNOWLEDGE ->
          alert
              .draft()
              .state(AlertState.ACKNOWLEDGED)
              .response(response.acknowledged(seat, now))
              .build();
      case ON_SITE ->
          alert.draft().state(AlertState.ON_SITE).response(response.onSite(seat, now)).build();
      case CLOSE ->
          alert
              .draft()
              .state(AlertState.CLOSED)
              .response(response.closed(seat, now, action.reason()))
              .build();
      case SHELVE -> shelved(alert, action.until(), seat);
      case UNSHELVE -> shelved(alert, 0, seat);
      case ESCALATE ->
          alert.draft().response(response.touched(seat, response.commandLevel().up())).build();
    };
  }

  private static Alert shelved(Alert alert, long until, String seat) {
    Response response = alert.response();
    return alert
        .draft()
        .held(alert.held().shelved(until))
        .response(response.touched(seat, response.commandLevel()))
        .build();
  }

  private static String state(Alert alert) {
    String shelf = alert.held().shelvedUntil() == 0 ? "" : ", shelved";
    return alert.state() + ", at level " + alert.response().commandLevel() + shelf;
  }

  private static Optional<Refused> refused(Refusal refusal, String detail) {
    return Optional.of(new Refused(refusal, detail));
  }
}
