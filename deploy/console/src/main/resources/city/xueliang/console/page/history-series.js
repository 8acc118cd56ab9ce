/** A history's series as charts and tables show them. */
import {dateAndTime} from './format.js';
import {figureWithUnit} from './measures.js';
import {ancestors, place, placeName} from './places.js';
import {text, word} from './texts.js';

/** States of a point, the one that says least last; `NONE` is for no point at all. */
export const STATES = ['COMPLETE', 'PARTIAL', 'OPEN', 'QUIET', 'MISSING'];

/** The place with the widest that it lies in, to tell it from others of its name: 城北区 › 第 3 网格 */
export function shortPath(code) {
  const district = ancestors(code).find(outer => place(outer).level === 'DISTRICT');
  return [district, code].filter(Boolean).map(placeName).join(' › ');
}

/** 城北区 › 第 3 网格（上周） */
export const seriesName = ({place: code, compare}) =>
  compare === 'NONE' ? shortPath(code) : text('history.compared', shortPath(code), text(`history.before.${compare}`));

const COLOURS = ['--accent', '--warning', '--good', '--bad', '--text', '--muted'];
const DASHES = [[], [8, 3], [2, 3], [10, 3, 2, 3], [14, 4], [4, 6]];

/** How the line of a place looks: {number, colour (a token), dash, width}; what was before is thin and dotted. */
export function lineLook({place, compare}, series) {
  const number = [...new Set(series.map(each => each.place))].indexOf(place) % COLOURS.length;
  return compare === 'NONE'
    ? {number, colour: COLOURS[number], dash: DASHES[number], width: 2.5}
    : {number, colour: COLOURS[number], dash: [1, 3], width: 1.5};
}

/** Points of one state that follow each other, as [{state, from, to}]; to is where the last window ends. */
export function stretches(points, windowMillis) {
  const found = [];
  for (const {at, state} of points) {
    const last = found.at(-1);
    if (last?.state === state && last.to === at) {
      last.to = at + windowMillis;
    } else {
      found.push({state, from: at, to: at + windowMillis});
    }
  }
  return found;
}

/** Where no series of the asked span has anything. */
export function missingEverywhere(series, windowMillis) {
  const own = series.filter(({compare}) => compare === 'NONE');
  const missing = own.flatMap(({points}) => points.filter(({state}) => state === 'MISSING').map(({at}) => at));
  const counts = new Map();
  missing.forEach(at => counts.set(at, (counts.get(at) ?? 0) + 1));
  const times = [...counts].filter(([, count]) => count === own.length).map(([at]) => at).sort((one, other) => one - other);
  return stretches(times.map(at => ({at, state: 'MISSING'})), windowMillis);
}

/** How many points of the asked span are in each state, as [{state, count}] of those that there are. */
export function stateCounts(series) {
  const points = series.filter(({compare}) => compare === 'NONE').flatMap(({points: all}) => all);
  return STATES
    .map(state => ({state, count: points.filter(point => point.state === state).length}))
    .filter(({count}) => count > 0);
}

/** A point in words: 12.5 % LEL, or why there is no figure. */
export function pointWords({value, state, heard}, {measure, field}) {
  const figure = Number.isFinite(value) ? figureWithUnit(value, measure, field) : null;
  const why = state === 'PARTIAL' && Number.isFinite(heard) ? text('point.PARTIAL.heard', Math.round(heard)) : word('point', state);
  return state === 'COMPLETE' ? figure ?? '–' : [figure, why].filter(Boolean).join(' · ');
}

/** The times of all points, ascending, each with the points of all series there: [{at, points}]. */
export function rows(series) {
  const byTime = new Map();
  series.forEach(({points}, index) =>
    points.forEach(point => {
      const row = byTime.get(point.at) ?? {at: point.at, points: Array(series.length).fill(null)};
      row.points[index] = point;
      byTime.set(point.at, row);
    }));
  return [...byTime.values()].sort((one, other) => one.at - other.at);
}

/** The chart in a sentence, for who does not see it. */
export function historySummary({series, from, to}, title) {
  const counts = stateCounts(series).map(({state, count}) => `${word('point', state)} ${count}`);
  const comma = text('view.comma');
  const span = `${dateAndTime(from)} – ${dateAndTime(to)}`;
  return [title, series.map(seriesName).join(comma), span, counts.join(comma)].join(' · ');
}
