/**
 * What EEMUA 191, ISA-18.2 and IEC 62682 ask of the alarms that one seat is told. A figure is GOOD within
 * the mark, NEAR up to twice as much, and BAD beyond.
 */
const DAY = 86_400_000;

/** The figures that have a mark: how it is read off a seat's row, and the greatest that is good. */
export const MARKS = [
  {id: 'rate', value: seat => seat.rate10min, most: 1, near: 2},
  {id: 'peak', value: seat => seat.peak10min, most: 9, near: 10},
  {id: 'flood', value: seat => seat.floodPercent, most: 1, near: 2, unit: 'percent'},
  {id: 'mix', value: mixDistance, most: 10, near: 20},
  {id: 'stale', value: (seat, days) => seat.stale / days, most: 4, near: 5},
  {id: 'worst', value: seat => seat.worstTenPercent, most: 5, near: 20, unit: 'percent'},
];

const ORDER = ['GOOD', 'NEAR', 'BAD'];

/** The verdict on one figure of a seat: GOOD, NEAR, BAD, or NONE where there is no figure. */
export function verdict(mark, seat, days) {
  const value = mark.value(seat, days);
  if (value === undefined || value === null || !Number.isFinite(value)) {
    return 'NONE';
  }
  if (value <= mark.most) {
    return 'GOOD';
  }
  return value <= mark.near ? 'NEAR' : 'BAD';
}

/** The worst verdict on any figure of a seat. */
export function worstVerdict(seat, days) {
  const worst = Math.max(...MARKS.map(mark => ORDER.indexOf(verdict(mark, seat, days))));
  return worst < 0 ? 'NONE' : ORDER[worst];
}

/** How many days a span has, at least a part of one hour, so that figures of a day can be had from it. */
export function daysOf(from, to) {
  return Math.max((to - from) / DAY, 1 / 24);
}

/** Shares of the priorities in percent: high is red, medium orange, low yellow and blue. */
export function mix(seat) {
  const all = seat.red + seat.orange + seat.yellow + seat.blue;
  if (!all) {
    return null;
  }
  return {
    low: (100 * (seat.yellow + seat.blue)) / all,
    medium: (100 * seat.orange) / all,
    high: (100 * seat.red) / all,
  };
}

/** By how many points of a hundred more is urgent than the 80/15/5 that a seat can tell apart. */
function mixDistance(seat) {
  const shares = mix(seat);
  return shares ? Math.max(0, shares.high - 5, shares.medium - 15) : null;
}
