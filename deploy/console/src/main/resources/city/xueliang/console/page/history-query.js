/**
 * What history is asked for, as the page's URL has it:
 *
 *   /history?place=630105&place=630103&measure=CROWD_COUNT&field=count_max&span=day&compare=WEEK&window=HOUR&view=table
 *
 * Instead of span it can have from and to (epoch milliseconds), which show the same to everybody at any time.
 */
import {withParameters} from './api.js';
import {midnight} from './city-time.js';
import {root} from './places.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const MINUTE = 60_000;
const MOST_PLACES = 6;

/** Spans up to now by name, in the order in which they are offered. */
export const SPANS = {
  hour: at => ({from: at - HOUR, to: at}),
  '6h': at => ({from: at - 6 * HOUR, to: at}),
  day: at => ({from: at - DAY, to: at}),
  today: at => ({from: midnight(at), to: at}),
  week: at => ({from: at - 7 * DAY, to: at}),
  month: at => ({from: midnight(at) - 30 * DAY, to: at}),
  year: at => ({from: midnight(at) - 365 * DAY, to: at}),
};
export const COMPARES = ['NONE', 'WEEK', 'YEAR'];
export const WINDOWS = ['AUTO', 'MINUTE', 'HOUR', 'DAY'];
export const WINDOW_MILLIS = {MINUTE, HOUR, DAY};

/**
 * The query that a URL has; what it does not say is as a reader would begin with.
 *
 * @param {URLSearchParams} params
 * @returns {{places: string[], measure: string, field: string, span: string|null, from: number, to: number,
 *   window: string, compare: string, view: string}}
 */
export function readQuery(params) {
  const from = Number(params.get('from'));
  const to = Number(params.get('to'));
  const isFixed = from > 0 && to > from;
  const places = [...new Set(params.getAll('place'))].slice(0, MOST_PLACES);
  return {
    places: places.length > 0 ? places : [root()].filter(Boolean),
    measure: params.get('measure') ?? 'COVERAGE',
    field: params.get('field') ?? 'percent',
    span: isFixed ? null : oneOf(Object.keys(SPANS), params.get('span'), 'day'),
    ...(isFixed ? {from, to} : {}),
    window: oneOf(WINDOWS, params.get('window'), 'AUTO'),
    compare: oneOf(COMPARES, params.get('compare'), 'NONE'),
    view: oneOf(['chart', 'table'], params.get('view'), 'chart'),
  };
}

/** The span that is meant at this time, in whole minutes so that asking twice gives the same. */
export function spanAt(query, at) {
  const {from, to} = query.span ? SPANS[query.span](Math.ceil(at / MINUTE) * MINUTE) : query;
  return {from, to};
}

/** Path of the page for this query. */
export function historyPath({places, measure, field, span, from, to, window, compare, view}) {
  return withParameters('/history', {
    place: places, measure, field,
    ...(span ? {span} : {from, to}),
    window: window === 'AUTO' ? null : window,
    compare: compare === 'NONE' ? null : compare,
    view: view === 'chart' ? null : view,
  });
}

/** Parameters of /api/history for this query over this span. */
export const asked = ({places, measure, field, window, compare}, {from, to}) =>
  ({place: places, measure, field, from, to, window, compare});

/** The measure with a field that it has, if the one that was asked for is of another measure. */
export function withField(query, measures) {
  const known = measures.find(({id}) => id === query.measure) ?? measures[0];
  const field = known.fields.includes(query.field) ? query.field : usualField(known);
  return {...query, measure: known.id, field};
}

/** The field that a reader most often wants of a measure. */
function usualField({fields}) {
  return ['percent', 'count_max', 'mean', 'events', 'opened', 'rate_10min'].find(field => fields.includes(field)) ?? fields[0];
}

const oneOf = (allowed, value, otherwise) => (allowed.includes(value) ? value : otherwise);
