/** The newest minute of a place: what is measured there. */
import {css, html, nothing} from '/lib/lit/index.js';
import {live} from './live.js';
import {isValued, measureName, readingWords} from './measures.js';
import {PageElement} from './page-element.js';
import {withParameters} from './api.js';
import {shared} from './shared-styles.js';
import {text} from './texts.js';

/** The measures that tell most of a place come first; the rest by name. */
const FIRST = ['CROWD_COUNT', 'VEHICLE_COUNT', 'GAS_LEL_PERCENT', 'WATER_DEPTH_MM', 'TEMPERATURE_CELSIUS', 'PM2_5_UG_M3', 'NOISE_DBA', 'OCCUPANCY_PERCENT', 'SPEED_KPH'];
const SHOWN = 6;

class PlaceMeasures extends PageElement {
  static properties = {place: {}};

  static styles = [shared, css`
    ul {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-4) var(--space-2);
      line-height: 1.25;
      /* One line: what has no room is on the page of the history. */
      height: 3.25rem;
      overflow: hidden;
    }
    li {
      flex: 1 0 7rem;
      max-width: 11rem;
      font-size: var(--text-s);
      word-break: keep-all;
    }
    li:first-child {
      flex: 0 0 5rem;
    }
    a {
      display: block;
      padding: var(--space-1) var(--space-2);
      border-inline-start: 3px solid var(--line-strong);
      color: var(--text);
      text-decoration: none;
    }
    a:hover {
      background: var(--raised);
    }
    b {
      display: block;
      font: 600 var(--text-l)/1.2 var(--figures);
      white-space: nowrap;
    }
    span {
      display: block;
      color: var(--muted);
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
  `];

  constructor() {
    super();
    this.follow(listener => live.subscribe('metrics', listener));
  }

  render() {
    const rank = measure => (FIRST.includes(measure) ? FIRST.indexOf(measure) : FIRST.length);
    const rows = [...live.metrics.values()]
      .filter(row => isValued(row.measure) && row.max !== undefined)
      .sort((one, other) => rank(one.measure) - rank(other.measure) || one.measure.localeCompare(other.measure))
      .slice(0, SHOWN);
    return rows.length === 0 ? nothing : html`<ul aria-label=${text('wall.measures')}><li class="muted">${text('wall.measures')}</li>${rows.map(row => this.#measure(row))}</ul>`;
  }

  #measure({measure, max}) {
    return html`<li><a href=${withParameters('/history', {place: this.place, measure})}>
      <b>${readingWords(max, measure)}</b><span>${measureName(measure)}</span></a></li>`;
  }
}

customElements.define('place-measures', PlaceMeasures);
