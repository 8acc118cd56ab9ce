package city.xueliang.notify.happening;

import city.xueliang.schemas.Alert;
import city.xueliang.schemas.AlertState;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was last known of each alert, so that the next revision shows what happened. A few numbers
 * for each alert that the topic still holds; made anew by reading the topic.
 *
 * <p>An alert that is held back (shelved, inhibited or silenced) has nothing to tell. When it is
 * let go it is told as opened, if it still stands, or as ended, if people were told of it before.
 */
public final class AlertHistory {
  private final Map<String, Seen> seen = new HashMap<>();

  /**
   * Takes a revision.
   *
   * @return what happened; nothing if the revision is not higher than the one seen, if the alert is
   *     held back, or if the change is none that is told
   */
  public Optional<Happening> take(Alert alert) {
    Seen before = seen.get(alert.getAlertId());
    if (before != null && alert.getRevision() <= before.revision) {
      return Optional.empty();
    }
    if (isHeldBack(alert)) {
      seen.put(
          alert.getAlertId(),
          new Seen(alert.getRevision(), true, before == null ? null : before.told));
      return Optional.empty();
    }
    Told now = Told.of(alert);
    Optional<Happening> happening =
        before == null ? first(alert, now) : next(before.told, before.heldBack, now);
    boolean wasOverBeforeItWasTold = before != null && before.told == null && now.isEnded();
    seen.put(
        alert.getAlertId(),
        new Seen(alert.getRevision(), false, wasOverBeforeItWasTold ? null : now));
    return happening;
  }

  /** Forgets an alert that the topic no longer holds. */
  public void forget(String alertId) {
    seen.remove(alertId);
  }

  public int size() {
    return seen.size();
  }

  /** Whether a seat, another alert or a silence holds it back. */
  public static boolean isHeldBack(Alert alert) {
    return alert.getShelvedUntil() != null
        || alert.getInhibitedBy() != null
        || alert.getSilencedBy() != null;
  }

  /** Of an alert whose earlier revisions the topic no longer holds, or of one that is new. */
  private static Optional<Happening> first(Alert alert, Told now) {
    if (now.isEnded()) {
      return alert.getOpenedAt() == null ? Optional.empty() : Optional.of(now.end());
    }
    if (now.isTakenUp()) {
      return Optional.of(Happening.ACKNOWLEDGED);
    }
    return Optional.of(now.reopenings > 0 ? Happening.REOPENED : Happening.OPENED);
  }

  private static Optional<Happening> next(Told before, boolean wasHeldBack, Told now) {
    if (now.isEnded()) {
      return before == null || before.state == now.state
          ? Optional.empty()
          : Optional.of(now.end());
    }
    if (before == null || wasHeldBack) {
      return Optional.of(Happening.OPENED);
    }
    if (before.isEnded() || now.reopenings > before.reopenings) {
      return Optional.of(Happening.REOPENED);
    }
    if (now.escalations > before.escalations) {
      return Optional.of(Happening.ESCALATED);
    }
    return now.isTakenUp() && !before.isTakenUp()
        ? Optional.of(Happening.ACKNOWLEDGED)
        : Optional.empty();
  }

  /**
   * The newest revision.
   *
   * @param told the newest state that was not held back; null if there was none
   */
  private record Seen(int revision, boolean heldBack, Told told) {}

  /** What the changes of an alert are read from. */
  private record Told(AlertState state, int escalations, int reopenings) {
    static Told of(Alert alert) {
      return new Told(alert.getState(), alert.getEscalations(), alert.getReopenings());
    }

    boolean isEnded() {
      return state == AlertState.CLOSED || state == AlertState.CLEARED;
    }

    boolean isTakenUp() {
      return state == AlertState.ACKNOWLEDGED || state == AlertState.ON_SITE;
    }

    Happening end() {
      return state == AlertState.CLOSED ? Happening.CLOSED : Happening.CLEARED;
    }
  }
}
