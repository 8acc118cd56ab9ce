/** The minutes of 1-3-5 that a response policy grants an alert. */
import {get} from './api.js';
import {ancestors, place, zonesOfGrid} from './places.js';
import {onRuleNames} from './rule-names.js';
import {spanMillis} from './city-time.js';

let asked = null;

/** Policies in force; asked for once until the rules change. */
export function policies() {
  asked ??= get('/api/rules').then(({policies: inForce}) => inForce);
  asked.catch(() => (asked = null));
  return asked;
}

onRuleNames(() => (asked = null));

/**
 * When an alert has to be acknowledged, reached and reinforced, as [{step, at}]. The policy of a zone of its
 * place counts before that of its narrowest place, and that before the one for all other places.
 *
 * Only the next deadline is the desk's own word; if these do not agree with it, it stands alone.
 */
export function deadlines(alert, inForce) {
  if (!alert.openedAt) {
    return [];
  }
  const terms = termsOf(alert, inForce);
  const all = ['acknowledge', 'arrive', 'reinforce']
    .filter(() => terms)
    .map(step => ({step, at: alert.openedAt + spanMillis(terms[step])}));
  const next = alert.nextDeadlineAt;
  return next && !all.some(({at}) => at === next) ? [{step: 'next', at: next}] : all;
}

function termsOf(alert, inForce) {
  const lying = [alert.place, ...zonesOfGrid(alert.place), ...ancestors(alert.place)];
  const zones = lying.filter(code => place(code)?.level === 'ZONE');
  const tree = lying.filter(code => !zones.includes(code));
  const byId = [...inForce].sort((one, other) => (one.id < other.id ? -1 : 1));
  const named = [...zones, ...tree].map(code => byId.find(({places}) => places.includes(code))).find(Boolean);
  const policy = named ?? byId.find(({places}) => places.length === 0);
  return policy?.terms.find(({colour}) => colour === alert.colour);
}
