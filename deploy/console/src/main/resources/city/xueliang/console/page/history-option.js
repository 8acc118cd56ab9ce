/** A history as ECharts' option: the lines above, and under them a lane for each line that says what is known. */
import {asUtc} from './city-time.js';
import {dateAndTime} from './format.js';
import {WINDOW_MILLIS} from './history-query.js';
import {lineLook, missingEverywhere, pointWords, seriesName, stretches} from './history-series.js';
import {figure, unitOf} from './measures.js';
import {locale} from './texts.js';
import {token} from './theme.js';

const SYMBOLS = ['circle', 'rect', 'triangle', 'diamond', 'roundRect', 'pin'];
const LANE = 18;
/** So many points have room for a mark each. */
const MARKED = 80;
/** More than so many are drawn thin. */
const THICK = 400;

/** @param {object} history History of openapi.yaml */
export function historyOption(history) {
  const {series, measure, field, window, from, to} = history;
  const millis = WINDOW_MILLIS[window];
  const lanes = series.length * LANE;
  const axis = {
    type: 'time', min: asUtc(from), max: asUtc(to), splitLine: {show: false},
    axisLine: {lineStyle: {color: token('--line-strong')}},
  };
  const label = {color: token('--muted'), fontFamily: token('--font'), fontSize: 13};
  return {
    useUTC: true,
    animation: false,
    textStyle: {fontFamily: token('--font'), color: token('--text')},
    grid: [
      {left: 72, right: 24, top: 34, bottom: lanes + 66},
      {left: 72, right: 24, height: lanes, bottom: 26},
    ],
    xAxis: [
      {...axis, gridIndex: 0, axisLabel: {...label, hideOverlap: true, formatter: timeLabels()}, axisPointer: {label: {show: false}}},
      {...axis, gridIndex: 1, axisLabel: {show: false}, axisTick: {show: false}, axisLine: {show: false}, axisPointer: {show: false}},
    ],
    yAxis: [
      {
        type: 'value', gridIndex: 0, name: unitOf(measure, field), nameTextStyle: label, scale: field !== 'percent',
        max: field === 'percent' ? 100 : null, axisLabel: {...label, formatter: figure}, splitLine: {lineStyle: {color: token('--line')}},
      },
      {
        type: 'category', gridIndex: 1, inverse: true, data: series.map((_, index) => String(index + 1)),
        axisLabel: {...label, fontSize: 12}, axisLine: {show: false}, axisTick: {show: false},
      },
    ],
    tooltip: tooltip(history),
    series: [...series.map((each, index) => line(each, index, millis, series)), lane(series, millis)],
  };
}

/** How the time axis names years, days and hours, as the reader's language writes them. */
function timeLabels() {
  const day = locale().startsWith('zh') ? '{M}/{d}' : '{d}/{M}';
  return {year: '{yyyy}', month: day, day, hour: '{HH}:{mm}', minute: '{HH}:{mm}', second: '{HH}:{mm}:{ss}'};
}

function line({place, compare, points}, index, millis, series) {
  const {dash, ...look} = lineLook(series[index], series);
  const colour = token(look.colour);
  const symbol = SYMBOLS[look.number];
  const hasRoom = points.length <= MARKED;
  return {
    type: 'line',
    name: `${index + 1} ${seriesName({place, compare})}`,
    data: points.map((point, at) => dot(point, {symbol, colour, always: hasRoom || isAlone(points, at)})),
    connectNulls: false,
    showAllSymbol: true,
    lineStyle: {color: colour, width: points.length > THICK ? 1.25 : look.width, type: dash},
    itemStyle: {color: colour},
    emphasis: {disabled: true},
    ...(index === 0 ? {markArea: nothingKnown(series, millis)} : {}),
  };
}

/** Hollow where the figure is not the whole truth. */
function dot({at, value, state}, {symbol, colour, always}) {
  const hollow = state === 'PARTIAL' || state === 'OPEN';
  return {
    value: [asUtc(at), state === 'MISSING' || !Number.isFinite(value) ? null : value],
    symbol: hollow || always ? symbol : 'none',
    symbolSize: hollow && always ? 8 : 5,
    itemStyle: hollow ? {color: token('--surface'), borderColor: colour, borderWidth: 2} : {color: colour},
  };
}

function isAlone(points, index) {
  const has = point => point !== undefined && Number.isFinite(point.value);
  return !has(points[index - 1]) && !has(points[index + 1]);
}

function nothingKnown(series, millis) {
  return {
    silent: true,
    itemStyle: {color: hatch()},
    label: {show: false},
    data: missingEverywhere(series, millis).map(({from, to}) => [{xAxis: asUtc(from)}, {xAxis: asUtc(to)}]),
  };
}

/** One row for each line: what is known of its windows, by form and not by colour. */
function lane(series, millis) {
  const data = series.flatMap((each, row) =>
    stretches(each.points, millis).map(({state, from, to}) => ({
      value: [asUtc(from), asUtc(to), row], state, colour: token(lineLook(each, series).colour),
    })));
  return {
    type: 'custom',
    xAxisIndex: 1,
    yAxisIndex: 1,
    silent: true,
    tooltip: {show: false},
    encode: {x: [0, 1], y: 2},
    data: data.map(({value}) => value),
    renderItem: ({dataIndex, coordSys}, api) => {
      const [x, y] = api.coord([Math.max(api.value(0), 0), api.value(2)]);
      const [end] = api.coord([api.value(1), api.value(2)]);
      const left = Math.max(x, coordSys.x);
      const width = Math.max(1, Math.min(end, coordSys.x + coordSys.width) - left);
      return form(data[dataIndex], {left, y, width});
    },
  };
}

function form({state, colour}, {left, y, width}) {
  const box = height => ({x: left, y: y - height / 2, width, height});
  switch (state) {
    case 'COMPLETE':
      return {type: 'rect', shape: box(8), style: {fill: colour}};
    case 'QUIET':
      return {type: 'rect', shape: box(2), style: {fill: colour}};
    case 'MISSING':
      return {type: 'rect', shape: box(12), style: {fill: hatch(), stroke: token('--hatch'), lineWidth: 1}};
    default:
      return {
        type: 'rect', shape: box(8),
        style: {fill: 'none', stroke: colour, lineWidth: 1.5, lineDash: state === 'OPEN' ? [2, 2] : null},
      };
  }
}

/** Diagonal lines, on which no figure lies. */
function hatch() {
  const image = document.createElement('canvas');
  image.width = 8;
  image.height = 8;
  const pen = image.getContext('2d');
  pen.strokeStyle = token('--hatch');
  pen.globalAlpha = 0.55;
  pen.lineWidth = 1.2;
  pen.beginPath();
  for (const start of [-8, 0, 8]) {
    pen.moveTo(start, 8);
    pen.lineTo(start + 8, 0);
  }
  pen.stroke();
  return {image, repeat: 'repeat'};
}

function tooltip(history) {
  return {
    trigger: 'axis',
    renderMode: 'richText',
    confine: true,
    backgroundColor: token('--raised'),
    borderColor: token('--line-strong'),
    textStyle: {color: token('--text'), fontFamily: token('--font'), fontSize: 13},
    formatter: hovered => {
      const [{seriesIndex, dataIndex}] = hovered;
      const {at} = history.series[seriesIndex].points[dataIndex];
      const lines = history.series.map((each, index) => {
        const point = each.points.find(other => other.at === at) ?? {state: 'MISSING'};
        return `${index + 1} ${seriesName(each)}  ${pointWords(point, history)}`;
      });
      return [dateAndTime(at), ...lines].join('\n');
    },
  };
}
