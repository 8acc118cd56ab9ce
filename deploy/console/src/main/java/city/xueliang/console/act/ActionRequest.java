package city.xueliang.console.act;

import city.xueliang.console.http.ApiException;
import city.xueliang.console.http.ApiException.Reason;
import city.xueliang.console.http.JsonBody;
import city.xueliang.console.live.AlertAction;
import city.xueliang.domain.alert.CloseReason;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * What a seat wants with an alert.
 *
 * @param revision of the alert that the seat saw
 * @param reason of CLOSE; null for the others
 * @param until of SHELVE, epoch milliseconds; empty for the others
 */
record ActionRequest(AlertAction action, int revision, CloseReason reason, OptionalLong until) {
  private static final Duration LONGEST_SHELF = Duration.ofHours(24);
  private static final String REASON = "reason";
  private static final String UNTIL = "until";

  /**
   * Reads the rest of a request.
   *
   * @param now epoch milliseconds
   */
  static ActionRequest of(AlertAction action, JsonBody body, long now) {
    int revision = (int) body.integer("revision", 1, Integer.MAX_VALUE);
    CloseReason reason =
        action == AlertAction.CLOSE
            ? body.choice(REASON, CloseReason.class)
            : body.optionalChoice(REASON, CloseReason.class);
    long latest = now + LONGEST_SHELF.toMillis();
    OptionalLong until =
        action == AlertAction.SHELVE
            ? OptionalLong.of(body.integer(UNTIL, now + 1, latest))
            : body.optionalInteger(UNTIL, now + 1, latest);
    body.refuseOthers();
    if (reason != null && action != AlertAction.CLOSE) {
      throw new ApiException(Reason.BAD_PARAMETER, REASON, reason.name(), "CLOSE");
    }
    if (until.isPresent() && action != AlertAction.SHELVE) {
      throw new ApiException(
          Reason.BAD_PARAMETER, UNTIL, Long.toString(until.getAsLong()), "SHELVE");
    }
    return new ActionRequest(action, revision, reason, until);
  }
}
