/** How many alerts sound in each place and zone, by colour; kept up to date alert by alert. */
import {sounds, unacknowledged} from './alerts.js';
import {COLOURS, rank} from './colour-sign.js';
import {live} from './live.js';
import {ancestors, onPlaces, place, zonesOfGrid} from './places.js';
import {Topics} from './topics.js';

/** Behind the four colours, the red ones that nobody has acknowledged. */
const NEW_RED = COLOURS.length;
const NONE = new Int32Array(NEW_RED + 1);

class Tally {
  #topics = new Topics();
  /** Counts of all alerts in a place, by its code. */
  #within = new Map();
  /** Counts of alerts about the place itself. */
  #about = new Map();
  /** Counts of alerts in a place that are not about a single grid. */
  #larger = new Map();
  #counted = new Map();

  constructor() {
    live.subscribe('alerts', ids => this.#follow(ids));
    onPlaces(() => this.#countAnew());
    this.#countAnew();
  }

  /** Calls the listener with the Set of codes of places whose counts changed; gives how to stop. */
  subscribe(listener) {
    return this.#topics.subscribe('changed', listener);
  }

  /** Colour of the worst alert in the place, or null. */
  worst = code => worstOf(this.#within.get(code));

  /** Colour of the worst alert about the place itself, or null. */
  worstAbout = code => worstOf(this.#about.get(code));

  /** Colour of the worst alert in the place that is about more than one grid, or null. */
  worstLarger = code => worstOf(this.#larger.get(code));

  /** Whether a red alert in the place waits for a seat. */
  hasNewRed = code => (this.#within.get(code) ?? NONE)[NEW_RED] > 0;

  /** Alerts of this colour in the place. */
  count = (code, colour) => (this.#within.get(code) ?? NONE)[rank(colour)];

  /** Another registry has other ancestors. */
  #countAnew() {
    const before = new Set(this.#within.keys());
    [this.#within, this.#about, this.#larger, this.#counted].forEach(map => map.clear());
    this.#follow(live.alerts.keys(), before);
  }

  #follow(ids, changed = new Set()) {
    for (const id of ids) {
      const alert = live.alerts.get(id);
      const entry = alert && sounds(alert) ? this.#entry(alert) : null;
      const before = this.#counted.get(id) ?? null;
      if (entry?.key !== before?.key) {
        before?.codes.forEach(code => this.#add(code, before, -1, changed));
        entry?.codes.forEach(code => this.#add(code, entry, 1, changed));
        if (entry) {
          this.#counted.set(id, entry);
        } else {
          this.#counted.delete(id);
        }
      }
    }
    if (changed.size > 0) {
      this.#topics.tell('changed', changed);
    }
  }

  #entry({place: code, colour, level, ...alert}) {
    const isNewRed = colour === 'RED' && unacknowledged(alert);
    const zones = place(code)?.level === 'GRID' ? zonesOfGrid(code) : [];
    return {
      key: `${code} ${colour} ${isNewRed}`,
      code,
      larger: level !== 'GRID',
      counters: isNewRed ? [rank(colour), NEW_RED] : [rank(colour)],
      codes: [code, ...ancestors(code), ...zones],
    };
  }

  #add(code, {code: own, larger, counters}, by, changed) {
    changed.add(code);
    const maps = [this.#within, ...(larger ? [this.#larger] : []), ...(code === own ? [this.#about] : [])];
    for (const map of maps) {
      if (!map.has(code)) {
        map.set(code, new Int32Array(NONE.length));
      }
      counters.forEach(counter => (map.get(code)[counter] += by));
    }
  }
}

const worstOf = counts => COLOURS.find((_, index) => counts?.[index] > 0) ?? null;

export const tally = new Tally();
