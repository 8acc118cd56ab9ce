/** The seats' shifts: two a day, the hours at which one relieves the other by the city's clock. */
import {fromField, toField} from './city-time.js';

const RELIEF_HOURS = [8, 20];
const DAY = 86_400_000;

/** The next time after this one at which a shift begins. */
export function nextShift(at) {
  const begins = [at, at + DAY].flatMap(day =>
    RELIEF_HOURS.map(hour => fromField(`${toField(day).slice(0, 10)}T${String(hour).padStart(2, '0')}:00`)));
  return begins.find(begin => begin > at);
}
