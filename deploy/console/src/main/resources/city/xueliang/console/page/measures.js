/** Names, units and figures of what is measured. */
import {number} from './format.js';
import {text, word} from './texts.js';

/** Kinds of camera events that are seen or not, without a figure of their own. */
const SIGHTINGS = new Set([
  'HEARTBEAT', 'FLAME', 'SMOKE', 'FIRE_LANE_BLOCKED', 'EBIKE_IN_LIFT', 'MANHOLE_OPEN', 'WATERLOGGING',
  'PERIMETER_BREACH', 'ROAD_OBSTRUCTION', 'FALLING_OBJECT', 'VIDEO_LOSS', 'VIEW_BLOCKED', 'OUT_OF_FOCUS',
  'SCENE_SHIFTED',
]);

/** Fields that are counted in something else than the measure's unit. */
const FIELD_UNITS = new Map(Object.entries({
  devices: ['devices', 'expected', 'heard', 'never_reported', 'silent', 'frozen', 'clock_wrong'],
  readings: ['readings'],
  events: ['events'],
  percent: ['percent', 'flood_percent', 'worst_ten_percent'],
  minutes: ['flood_minutes'],
  seconds: ['longest_silence_s'],
  alerts: [
    'opened', 'closed', 'cleared', 'false_alarms', 'open', 'escalated', 'alarms', 'rate_10min', 'peak_10min', 'stale',
    'red', 'orange', 'yellow', 'blue', 're_alarms',
  ],
}).flatMap(([unit, fields]) => fields.map(field => [field, unit])));

/** Kinds of readings that say which of two states something is in. */
const STATES = new Set(['DOOR_OPEN']);

/** Whether it is one of two states, 1 or 0, that is measured. */
export const isState = measure => STATES.has(measure);

/** Whether the measure is a figure, not only a sighting. */
export const isValued = measure => Boolean(measure) && !SIGHTINGS.has(measure);

export const measureName = measure => word('measure', measure);
export const fieldName = field => word('field', field);

/** The unit of a field of a measure as it is written behind a figure; empty for none. */
export function unitOf(measure, field) {
  const unit = FIELD_UNITS.get(field) ?? measure;
  return word('unit', unit) === unit ? '' : word('unit', unit);
}

/** A figure with as many digits as a reader needs; a dash for none. */
export function figure(value) {
  if (!Number.isFinite(value)) {
    return '–';
  }
  const size = Math.abs(value);
  return number(value, size >= 100 ? 0 : size >= 10 ? 1 : 2);
}

/** A figure with its unit. */
export function figureWithUnit(value, measure, field) {
  const unit = unitOf(measure, field);
  return unit && Number.isFinite(value) ? `${figure(value)} ${unit}` : figure(value);
}

/** A reading in words: of a door whether it is open, of a sighting that there was one. */
export function readingWords(value, measure) {
  if (isState(measure)) {
    return text(value >= 1 ? 'measure.door.open' : 'measure.door.shut');
  }
  return measure && !isValued(measure) ? text('measure.seen') : figureWithUnit(value, measure);
}
