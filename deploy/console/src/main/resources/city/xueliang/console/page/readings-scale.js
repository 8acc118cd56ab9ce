/** What a chart of an alert's readings has on its axes. */
import {isValued} from './measures.js';

const MINUTE = 60_000;

/** Fields of a minute that say the same, by what the rule judges. */
const FIELDS = {
  greatest: ['max', 'count_max'],
  least: ['min'],
  sum: ['sum', 'count_sum'],
  mean: ['mean', 'p50'],
  count: ['events', 'count', 'readings'],
};

/** The field of the place's minutes that can be held against the limit; undefined if there is none. */
export function comparedField({minutes, measure}, rule) {
  const present = new Set(minutes.flatMap(({values}) => Object.keys(values)));
  return wanted(measure, rule).flatMap(each => FIELDS[each]).find(field => present.has(field));
}

function wanted(measure, rule) {
  const {direction, statistic, side} = rule?.condition ?? {};
  if (!isValued(measure)) {
    return ['count'];
  }
  if (rule?.type === 'unusual' && statistic && statistic !== 'VALUE') {
    return [statistic.toLowerCase()];
  }
  return direction === 'BELOW' || side === 'LOW' ? ['least', 'mean'] : ['greatest', 'mean', 'sum'];
}

/** The spans of time and value that hold all that is drawn: {from, to, low, high}. */
export function extent({minutes, evidence, limit, expectedLow, expectedHigh}, field, isDrawnByValue) {
  const times = [...minutes.flatMap(({at}) => [at, at + MINUTE]), ...evidence.map(({at}) => at)];
  const values = [
    ...minutes.map(({values: of}) => of[field]),
    ...(isDrawnByValue ? evidence.map(({value}) => value) : []),
    limit, expectedLow, expectedHigh,
  ].filter(Number.isFinite);
  const low = Math.min(0, ...values);
  const high = Math.max(...values, low + 1);
  const from = Math.min(...times);
  return {from, to: Math.max(...times, from + MINUTE), low, high: high + (high - low) * 0.12};
}

/** Round values between low and high, about three. */
export function ticks(low, high) {
  const rough = (high - low) / 3;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map(each => each * power).find(each => each >= rough);
  const values = [];
  for (let value = Math.ceil(low / step) * step; value <= high; value += step) {
    values.push(Number(value.toPrecision(6)));
  }
  return values;
}

/** The minutes that follow each other and have a value, as runs to be joined by a line. */
export function runs(minutes, field) {
  const joined = [];
  let before = null;
  for (const minute of minutes.filter(({values}) => Number.isFinite(values[field]))) {
    if (before && minute.at - before.at <= MINUTE) {
      joined.at(-1).push(minute);
    } else {
      joined.push([minute]);
    }
    before = minute;
  }
  return joined;
}
