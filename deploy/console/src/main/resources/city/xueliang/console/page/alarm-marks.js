/**
 * What EEMUA 191, ISA-18.2 and IEC 62682 ask of the alarms that one seat is told. A figure is GOOD within its
 * mark, NEAR up to twice as much, and BAD beyond; a flood is never only near.
 */
const DAY = 86_400_000;

/** The figures that have a mark, how they are read off a seat's row, and which of them are good and near. */
export const MARKS = [
  {id: 'rate', value: seat => seat.rate10min, good: value => value <= 1, near: value => value <= 2},
  {id: 'peak', value: seat => seat.peak10min, good: value => value < 10, near: () => false},
  {id: 'flood', value: seat => seat.floodPercent, good: value => value < 1, near: value => value < 2, unit: 'percent'},
  {id: 'mix', value: mixDistance, good: value => value <= 10, near: value => value <= 20},
  {id: 'stale', value: (seat, days) => seat.stale / days, good: value => value < 5, near: value => value < 10},
  {id: 'worst', value: seat => seat.worstTenPercent, good: value => value < 5, near: value => value < 10, unit: 'percent'},
];

const ORDER = ['GOOD', 'NEAR', 'BAD'];

/** The verdict on one figure of a seat: GOOD, NEAR, BAD, or NONE where there is no figure. */
export function verdict(mark, seat, days) {
  const value = mark.value(seat, days);
  if (value === null || !Number.isFinite(value)) {
    return 'NONE';
  }
  if (mark.good(value)) {
    return 'GOOD';
  }
  return mark.near(value) ? 'NEAR' : 'BAD';
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
