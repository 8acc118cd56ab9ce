/** What a rule says, in words: a sentence for its condition, and a name and value for each of its terms. */
import {spanMillis, wholeSpan} from './city-time.js';
import {figure, figureWithUnit, isState, measureName, readingWords} from './measures.js';
import {text, word} from './texts.js';

const SPANS = new Set(['dwell', 'span', 'within', 'grace', 'holdOff', 'patience', 'acknowledge', 'arrive', 'reinforce']);
const PERCENTS = new Set(['percent', 'darkPercent', 'clearPercent']);
const MEASURED = new Set(['limit', 'clearLimit', 'atLeast']);

/** The condition of a rule as a sentence. */
export const ruleSentence = rule => SENTENCES[rule.type]?.(rule.condition ?? {}) ?? rule.type;

/** The terms of a condition or handling as {key, name, words, raw}. */
export const termRows = (terms, measure = terms?.measure) =>
  Object.entries(terms ?? {}).filter(([, value]) => !Array.isArray(value) || value.length > 0).map(([key, value]) => ({
    key,
    name: text(`rules.term.${key}`),
    words: termWords(key, value, measure),
    raw: typeof value === 'object' ? JSON.stringify(value) : String(value),
  }));

/** A span of a rule file in words. */
export const spanWords = span => wholeSpan(spanMillis(span));

const extent = id => word('rules.extent', id);
const joined = words => words.join(text('rules.comma'));
const dwell = ({dwell: span}) => (span && spanMillis(span) > 0 ? text('rules.says.dwell', spanWords(span)) : '');
const modelClasses = classes =>
  classes?.length ? joined(classes.map(each => word('rules.devices', each))) : text('rules.devices.all');

function signWords(sign) {
  if (typeof sign === 'string') {
    return measureName(sign);
  }
  const name = measureName(sign?.measure);
  return sign?.atLeast === undefined ? name : `${name} ≥ ${readingWords(sign.atLeast, sign.measure)}`;
}

const SENTENCES = {
  threshold: ({measure, direction, limit, clearLimit, ...terms}) =>
    text(
      `rules.says.threshold.${isState(measure) ? 'STATE' : direction}`,
      measureName(measure), readingWords(limit, measure), dwell(terms), readingWords(clearLimit, measure)),
  rate: ({measure, direction, limit, clearLimit = limit / 2, span}) =>
    text(
      `rules.says.rate.${direction}`,
      measureName(measure), spanWords(span), figureWithUnit(limit, measure), figureWithUnit(clearLimit, measure)),
  absence: ({kind, devices, grace = '0s'}) =>
    text(`rules.says.absence.${kind}`, modelClasses(devices), spanWords(grace)),
  burst: ({sign, per = 'DEVICE', count = 1, span}) =>
    text('rules.says.burst', extent(per), spanWords(span), signWords(sign), count),
  together: ({signs = [], devices = 2, measures = 1, neighbours, span}) =>
    text(
      'rules.says.together',
      text(neighbours ? 'rules.says.neighbours' : 'rules.says.same-grid'), spanWords(span), devices,
      joined(signs.map(signWords)), measures > 1 ? text('rules.says.measures', measures) : ''),
  sequence: ({first, then, per, within}) =>
    text('rules.says.sequence', extent(per), signWords(first), spanWords(within), signWords(then)),
  unusual: ({measure, per, statistic, side = 'HIGH', score = 0.6}) =>
    text(
      'rules.says.unusual',
      extent(per), measureName(measure),
      word('rules.statistic', statistic ?? (per === 'DEVICE' ? 'VALUE' : 'COUNT')), word('rules.side', side),
      figure(score)),
  spread: ({sign, grids, span}) => text('rules.says.spread', grids, spanWords(span), signWords(sign)),
  coverage: ({level, darkPercent, clearPercent = darkPercent / 2, leastDevices = 5, ...terms}) =>
    text('rules.says.coverage', extent(level), figure(darkPercent), dwell(terms), figure(clearPercent), leastDevices),
};

function termWords(key, value, measure) {
  if (SPANS.has(key)) {
    return spanWords(value);
  }
  if (Array.isArray(value)) {
    return joined(value.map(each => termWords(key, each, measure)));
  }
  if (typeof value === 'object') {
    return objectWords(key, value);
  }
  if (MEASURED.has(key)) {
    return readingWords(value, measure);
  }
  if (PERCENTS.has(key)) {
    return `${figure(value)} ${text('unit.percent')}`;
  }
  if (typeof value === 'boolean') {
    return text(value ? 'rules.yes' : 'rules.no');
  }
  return typeof value === 'number' ? figure(value) : wordOf(key, value);
}

function objectWords(key, value) {
  if (key === 'inhibits') {
    return value.equal ? text('rules.inhibit-equal', value.rule, extent(value.equal)) : value.rule;
  }
  return value.measure ? signWords(value) : joined(termRows(value).map(row => `${row.name} ${row.words}`));
}

/** The first list that has a word for it. */
function wordOf(key, value) {
  const kinds = [`rules.${key}`, 'rules.extent', 'measure', 'alert.cause', 'rules.devices'];
  return kinds.map(kind => word(kind, value)).find(known => known !== value) ?? value;
}
