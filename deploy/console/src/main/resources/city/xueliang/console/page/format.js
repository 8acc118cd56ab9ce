/** Numbers, times and spans for readers; times are shown in the city's time zone. */
import {session} from './session.js';
import {locale, text} from './texts.js';

const formats = new Map();

function format(name, make) {
  const key = `${name} ${locale()} ${session.timeZone}`;
  if (!formats.has(key)) {
    formats.set(key, make());
  }
  return formats.get(key);
}

const dateFormat = (name, options) =>
  format(name, () => new Intl.DateTimeFormat(locale(), {...options, timeZone: session.timeZone, hourCycle: 'h23'}));

/** 03:07:42 */
export const timeOfDay = at =>
  dateFormat('time', {hour: '2-digit', minute: '2-digit', second: '2-digit'}).format(at);

/** 11/22 03:07:42 */
export const moment = at =>
  dateFormat('moment', {month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit'}).format(at);

/** 2026/11/22 03:07 */
export const dateAndTime = at =>
  dateFormat('date', {year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit'}).format(at);

/** 星期日 */
export const weekday = at => dateFormat('weekday', {weekday: 'long'}).format(at);

/** With at most so many decimals and grouped thousands. */
export const number = (value, decimals = 2) =>
  format(`number${decimals}`, () => new Intl.NumberFormat(locale(), {maximumFractionDigits: decimals})).format(value);

/** 98.4% of 98.4 */
export const percent = value => `${number(value, value >= 99.95 || value === 0 ? 0 : 1)}%`;

/** 04:59, 1:04:59; never less than 00:00. */
export function countdown(millis) {
  const seconds = Math.max(0, Math.ceil(millis / 1000));
  const two = value => String(value).padStart(2, '0');
  const minutes = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return seconds < 3600 ? minutes : `${Math.floor(seconds / 3600)}:${minutes}`;
}

/** 12 秒, 3 分钟, 5 小时, 2 天: the greatest unit only. */
export function span(millis) {
  const seconds = Math.max(0, Math.round(millis / 1000));
  if (seconds < 60) {
    return text('span.seconds', seconds);
  }
  if (seconds < 3600) {
    return text('span.minutes', Math.floor(seconds / 60));
  }
  return seconds < 86400 ? text('span.hours', Math.floor(seconds / 3600)) : text('span.days', Math.floor(seconds / 86400));
}
