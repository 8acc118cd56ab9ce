/** What can be said of an AlertSummary (openapi.yaml) alone. */
import {rank} from './colour-sign.js';

const STANDING = new Set(['OPEN', 'ACKNOWLEDGED', 'ON_SITE']);

/** Whether it has not ended. */
export const stands = alert => STANDING.has(alert.state);

/** What holds it back: 'shelved', 'silenced', 'inhibited', or null if nothing does. */
export function heldBack(alert) {
  if (alert.shelvedUntil) {
    return 'shelved';
  }
  if (alert.silencedBy) {
    return 'silenced';
  }
  return alert.inhibitedBy ? 'inhibited' : null;
}

/** Whether seats have to do with it now: it stands and nothing holds it back. */
export const sounds = alert => stands(alert) && heldBack(alert) === null;

/** Whether no seat has seen it yet. */
export const unacknowledged = alert => alert.state === 'OPEN';

/** Whether a deadline of 1-3-5 was missed and nobody is there yet. */
export const overdue = (alert, at) =>
  alert.state !== 'ON_SITE' && (alert.escalations > 0 || (alert.nextDeadlineAt ?? Infinity) < at);

/** Since when the seats know of it. */
export const since = alert => alert.openedAt || alert.firstOccurredAt;

/** By colour, then the next deadline, then age: what has to be worked first stands first. */
export function compareAlerts(one, other) {
  return (
    rank(one.colour) - rank(other.colour) ||
    deadline(one) - deadline(other) ||
    since(one) - since(other) ||
    (one.id < other.id ? -1 : 1)
  );
}

/** What has no deadline left because all were missed goes before what has none for it is being worked. */
function deadline(alert) {
  if (alert.nextDeadlineAt) {
    return alert.nextDeadlineAt;
  }
  return overdue(alert, 0) ? 0 : Number.MAX_SAFE_INTEGER;
}
