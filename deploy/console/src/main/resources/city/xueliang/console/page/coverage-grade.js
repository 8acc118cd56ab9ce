/** How much of a place is heard, in the steps that the map tells apart. */
import {live} from './live.js';

/** Percent heard from which on a place counts as this; the best first. */
const STEPS = [{grade: 'heard', from: 95}, {grade: 'thin', from: 80}, {grade: 'gaps', from: 50}, {grade: 'blind', from: 0}];

/** 'heard', 'thin', 'gaps', 'blind', or 'unknown' where no device is or nothing was ever told. */
export function coverageGrade(code) {
  const row = live.coverage.get(code);
  return row && row.expected > 0 ? STEPS.find(({from}) => row.percent >= from).grade : 'unknown';
}
