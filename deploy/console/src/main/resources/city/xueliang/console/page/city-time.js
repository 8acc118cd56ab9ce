/** Spans of rule files, and the city's wall clock in form fields. */
import {session} from './session.js';
import {text} from './texts.js';

const MINUTE = 60_000;
const UNITS = {ms: 1, s: 1000, m: MINUTE, h: 60 * MINUTE, d: 1440 * MINUTE};

/** Dear to make, and asked for each point of a chart. */
let formatter = null;

/** Milliseconds of a span as rule files write it, such as 1h30m. */
export const spanMillis = written =>
  [...String(written).matchAll(/(\d+)(ms|d|h|m|s)/g)].reduce((sum, [, count, unit]) => sum + count * UNITS[unit], 0);

/** A span with all its units: 1 小时 30 分钟. */
export function wholeSpan(millis) {
  let rest = millis;
  const words = [];
  for (const [unit, size] of [['days', UNITS.d], ['hours', UNITS.h], ['minutes', MINUTE], ['seconds', 1000]]) {
    const count = unit === 'seconds' ? rest / size : Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) {
      words.push(text(`span.${unit}`, count));
    }
  }
  return words.length === 0 ? text('span.seconds', 0) : words.join(' ');
}

/** What a datetime-local field shows for a time in the city. */
export function toField(at) {
  const part = parts(at);
  return `${part.year}-${part.month}-${part.day}T${part.hour}:${part.minute}`;
}

/** The time that a datetime-local field means in the city; NaN for an empty one. */
export function fromField(field) {
  const wall = Date.parse(`${field}:00Z`);
  return Number.isNaN(wall) ? NaN : wall - offset(wall - offset(wall));
}

/** A time whose UTC reads as the city's wall clock does, for charts that know no time zones. */
export const asUtc = at => at + offset(at);

/** The midnight of the city at or before a time. */
export const midnight = at => fromField(`${toField(at).slice(0, 10)}T00:00`);

function offset(at) {
  const part = parts(at);
  return Date.UTC(part.year, part.month - 1, part.day, part.hour, part.minute) - Math.floor(at / MINUTE) * MINUTE;
}

function parts(at) {
  if (formatter?.resolvedOptions().timeZone !== session.timeZone) {
    formatter = new Intl.DateTimeFormat('sv', {
      year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit',
      hourCycle: 'h23', timeZone: session.timeZone,
    });
  }
  return Object.fromEntries(formatter.formatToParts(at).map(({type, value}) => [type, value]));
}
