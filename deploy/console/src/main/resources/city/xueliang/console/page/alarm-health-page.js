/**
 * How many alerts the seats are told, against what one can work. /alarm-health?level=DISTRICT&span=week
 */
import {html, nothing} from '/lib/lit/index.js';
import './alarm-marks-table.js';
import './alarm-sources-table.js';
import {daysOf, worstVerdict} from './alarm-marks.js';
import {get} from './api.js';
import {Asked, every} from './asked.js';
import {midnight} from './city-time.js';
import {now} from './clock.js';
import {dateAndTime} from './format.js';
import {PageElement} from './page-element.js';
import {askedNote, choices, pageStyles} from './page-styles.js';
import {onRoute, route} from './router.js';
import {shared} from './shared-styles.js';
import {text, word} from './texts.js';

const LEVELS = ['CITY', 'DISTRICT', 'STREET', 'COMMUNITY'];
const DAY = 86_400_000;
const HOUR = 3_600_000;
const ASK_EVERY = 300_000;

/** Whole hours and days, and the one that has just begun: the server divides by the time that has passed. */
const SPANS = {
  day: at => ({from: hour(at) - DAY, to: at}),
  week: at => ({from: midnight(at) - 7 * DAY, to: at}),
  month: at => ({from: midnight(at) - 30 * DAY, to: at}),
};

class AlarmHealthPage extends PageElement {
  static styles = [shared, pageStyles];

  #level = null;
  #span = null;
  #asked = {from: 0, to: DAY};
  #health = new Asked(this, signal => {
    this.#asked = SPANS[this.#span](now());
    return get('/api/alarm-health', {level: this.#level, ...this.#asked}, {signal});
  });

  constructor() {
    super();
    this.follow(onRoute, () => this.#look());
    this.follow(every(ASK_EVERY), () => this.#health.ask());
  }

  connectedCallback() {
    super.connectedCallback();
    this.#look();
  }

  #look() {
    const {page, params} = route();
    if (page !== 'alarm-health') {
      return;
    }
    const level = LEVELS.includes(params.get('level')) ? params.get('level') : 'DISTRICT';
    const span = params.get('span') in SPANS ? params.get('span') : 'day';
    if (level !== this.#level || span !== this.#span) {
      this.#level = level;
      this.#span = span;
      this.#health.forget();
      this.#health.ask();
    }
  }

  render() {
    const answer = this.#health.answer;
    const path = (level, span) => `/alarm-health?level=${level}&span=${span}`;
    return html`
      <header class="page">
        <h1>${text('alarms.title')}</h1>
        ${choices(text('alarms.level'), LEVELS.map(level =>
          ({label: word('level', level), href: path(level, this.#span), chosen: level === this.#level})))}
        ${choices(text('alarms.span'), Object.keys(SPANS).map(span =>
          ({label: text(`alarms.span.${span}`), href: path(this.#level, span), chosen: span === this.#span})))}
        <span class="muted small">${text('alarms.between', dateAndTime(this.#asked.from), dateAndTime(this.#asked.to))}</span>
      </header>
      ${askedNote(this.#health)}
      ${answer ? this.#tables(answer) : nothing}`;
  }

  #tables({seats, worst}) {
    const days = daysOf(this.#asked.from, this.#asked.to);
    const bad = seats.filter(seat => worstVerdict(seat, days) === 'BAD').length;
    return html`
      <section class="panel">
        <h2>${text('alarms.seats', word('level', this.#level))}
          ${seats.length > 0 ? html`<span class=${bad > 0 ? 'bad' : 'good'}>${bad > 0 ? text('alarms.bad-of', bad, seats.length) : text('alarms.none-bad')}</span>` : nothing}</h2>
        <alarm-marks-table .seats=${seats} .days=${days}></alarm-marks-table>
      </section>
      <section class="panel">
        <h2>${text('alarms.sources')}</h2>
        <alarm-sources-table .sources=${worst}></alarm-sources-table>
      </section>`;
  }
}

const hour = at => Math.floor(at / HOUR) * HOUR;

customElements.define('alarm-health-page', AlarmHealthPage);
