/** How far what comes in can be relied on: 'good', 'warning' or 'bad'. */

const LAG = {warning: 5_000, bad: 60_000};
/** Minutes are written once a minute, some time after their end. */
const AGE = {warning: 150_000, bad: 300_000};

const grade = (value, {warning, bad}) => (value >= bad ? 'bad' : value >= warning ? 'warning' : 'good');

/** Milliseconds by which the slowest topic is behind. */
export const lagOf = health => Math.max(0, ...health.topics.map(({lagMillis}) => lagMillis ?? 0));

export const lagGrade = health => grade(lagOf(health), LAG);

/** Milliseconds since the newest minutes were written; null if there are none. */
export const ageOf = (health, at) => (health.newestMetricsAt ? Math.max(0, at - health.newestMetricsAt) : null);

export const ageGrade = (health, at) => (ageOf(health, at) === null ? 'bad' : grade(ageOf(health, at), AGE));

/** Whether quiet would be noticed if it were not: the server, the broker and the jobs are at work. */
export function feedIsSound({health, connection}, at) {
  return !connection.lost && health !== null && health.broker.reachable && lagGrade(health) !== 'bad' && ageGrade(health, at) !== 'bad';
}
