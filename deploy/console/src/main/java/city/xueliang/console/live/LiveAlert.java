package city.xueliang.console.live;

import city.xueliang.schemas.Alert;
import city.xueliang.schemas.AlertState;
import java.time.Instant;
import java.util.List;

/**
 * The newest revision of an alert, with what is known of those before.
 *
 * @param partition of the topic, in which all revisions of an alert are
 * @param offset of this revision
 * @param timeline the oldest step first
 */
public record LiveAlert(Alert alert, int partition, long offset, List<AlertStep> timeline) {
  public LiveAlert {
    timeline = List.copyOf(timeline);
  }

  /** Whether it wants work, or would if nothing held it back. */
  public boolean isOpen() {
    return isOpen(alert);
  }

  /** When this revision was made, epoch milliseconds. */
  public long changedAt() {
    Instant at = alert.getChangedAt() == null ? alert.getLastOccurredAt() : alert.getChangedAt();
    return at.toEpochMilli();
  }

  /** A state that a newer writer added is taken for an open one: nothing is to be missed. */
  static boolean isOpen(Alert alert) {
    return alert.getState() != AlertState.CLOSED && alert.getState() != AlertState.CLEARED;
  }
}
