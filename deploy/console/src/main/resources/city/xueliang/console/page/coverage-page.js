/** Where the city is blind: places and network segments, the worst first. /coverage?level=STREET */
import {css, html, nothing} from '/lib/lit/index.js';
import {get} from './api.js';
import {Asked, every} from './asked.js';
import './coverage-places.js';
import './coverage-segments.js';
import {dateAndTime} from './format.js';
import {live} from './live.js';
import {PageElement} from './page-element.js';
import {askedNote, choices, pageStyles} from './page-styles.js';
import {onRoute, route} from './router.js';
import {shared} from './shared-styles.js';
import {text, word} from './texts.js';

const LEVELS = ['DISTRICT', 'STREET', 'COMMUNITY', 'GRID', 'ZONE'];
const AT_MOST = 100;
const ASK_EVERY = 60_000;

class CoveragePage extends PageElement {
  static styles = [shared, pageStyles, css`
    .panel {
      padding-inline: 0;
    }
    .panel > h2, .panel > p {
      padding-inline: var(--space-4);
    }
  `];

  #level = null;
  #blind = new Asked(this, signal => get('/api/coverage', {level: this.#level, limit: AT_MOST}, {signal}));

  constructor() {
    super();
    this.follow(onRoute, () => this.#look());
    this.follow(every(ASK_EVERY), () => this.#blind.ask());
    this.follow(listener => live.subscribe('coverage', listener), codes => this.#newRows(codes));
  }

  connectedCallback() {
    super.connectedCallback();
    this.#look();
  }

  #look() {
    const {page, params} = route();
    if (page !== 'coverage') {
      return;
    }
    const asked = params.get('level');
    const level = LEVELS.includes(asked) ? asked : 'STREET';
    if (level !== this.#level) {
      this.#level = level;
      this.#blind.forget();
      this.#blind.ask();
    }
  }

  /** What the stream tells is newer than the answer. The order stays, so that no row jumps away from a reader. */
  #newRows(codes) {
    const answer = this.#blind.answer;
    if (answer?.places.some(({row}) => codes.has(row.place))) {
      const places = answer.places.map(spot => ({...spot, row: newer(spot.row, live.coverage.get(spot.row.place))}));
      this.#blind.answer = {...answer, places};
      this.requestUpdate();
    }
  }

  /** Nothing heard of any place at all is no sign that nothing is blind. */
  #isKnown() {
    return live.coverage.size > 0 || this.#blind.answer.places.length > 0;
  }

  render() {
    const answer = this.#blind.answer;
    const links = LEVELS.map(level => ({
      label: word('level', level), href: `/coverage?level=${level}`, chosen: level === this.#level,
    }));
    return html`
      <header class="page">
        <h1>${text('coverage.title')}</h1>
        ${choices(text('coverage.level'), links)}
        ${answer?.places.length > 0 ? html`<span class="muted small">${text('coverage.as-of', newest(answer))}</span>` : nothing}
      </header>
      ${askedNote(this.#blind)}
      ${answer && !this.#isKnown() ? html`<p class="note bad" role="alert">
        <span aria-hidden="true">⚠</span> ${text('coverage.unknown')}</p>` : nothing}
      ${answer && this.#isKnown() ? html`
        <section class="panel">
          <h2>${text('coverage.places', word('level', this.#level))}</h2>
          <coverage-places .spots=${answer.places} .atMost=${AT_MOST}></coverage-places>
        </section>
        <section class="panel">
          <h2>${text('coverage.segments')}</h2>
          <coverage-segments .segments=${answer.segments}></coverage-segments>
        </section>` : nothing}`;
  }
}

const newer = (row, told) => (told && told.at > row.at ? told : row);

function newest({places}) {
  const times = places.map(({row}) => row.at);
  return times.length === 0 ? '–' : dateAndTime(Math.max(...times));
}

customElements.define('coverage-page', CoveragePage);
