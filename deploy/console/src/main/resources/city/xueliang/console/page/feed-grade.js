/** How far what comes in can be relied on: 'good', 'warning' or 'bad'. */

const LAG = {warning: 5_000, bad: 60_000};
/** Minutes are written once a minute, some time after their end. */
const AGE = {warning: 150_000, bad: 300_000};

const grade = (value, {warning, bad}) => (value >= bad ? 'bad' : value >= warning ? 'warning' : 'good');

/** Registry and rules are read when they change; that they are old is no lag. */
const FEEDS = new Set(['camera-events', 'sensor-readings']);

/** Milliseconds by which the slower feed is behind. */
export const lagOf = health =>
  Math.max(0, ...health.topics.filter(({topic}) => FEEDS.has(topic)).map(({lagMillis}) => lagMillis ?? 0));

export const lagGrade = health => grade(lagOf(health), LAG);

/** Records that were rejected in the last hour. */
export const rejectedOf = health => health.topics.reduce((sum, {rejected}) => sum + (rejected ?? 0), 0);

/** A few are rejected in any city; 'warning' if it is more than one in a hundred. */
export function rejectedGrade(health) {
  const readInAnHour = 60 * health.topics.reduce((sum, {read}) => sum + (read ?? 0), 0);
  return rejectedOf(health) > readInAnHour / 100 ? 'warning' : 'good';
}

/** Milliseconds since the newest minutes were written; null if there are none. */
export const ageOf = (health, at) => (health.newestMetricsAt ? Math.max(0, at - health.newestMetricsAt) : null);

export const ageGrade = (health, at) => (ageOf(health, at) === null ? 'bad' : grade(ageOf(health, at), AGE));

/** Whether quiet would be noticed if it were not: the server, the broker and the jobs are at work. */
export function feedIsSound({health, connection}, at) {
  return !connection.lost && health !== null && health.broker.reachable && lagGrade(health) !== 'bad' && ageGrade(health, at) !== 'bad';
}
