/** The zones, which the map cannot show since they cross the tree; the alarmed ones first. */
import {css, html, nothing} from '/lib/lit/index.js';
import {COLOURS, colourSign, colourStyles, rank} from './colour-sign.js';
import {coverageGrade} from './coverage-grade.js';
import {percent} from './format.js';
import {live} from './live.js';
import {PageElement} from './page-element.js';
import {onPlaces, placeName, zones} from './places.js';
import {wallPath} from './router.js';
import {shared} from './shared-styles.js';
import {tally} from './tally.js';
import {text} from './texts.js';

class ZoneChips extends PageElement {
  static properties = {place: {}};

  static styles = [shared, colourStyles, css`
    nav {
      display: flex;
      align-items: center;
      gap: var(--space-2);
      flex-wrap: wrap;
      /* Two lines; the alarmed ones come first. */
      max-height: calc(2 * 2.125rem + var(--space-2) + 6px);
      overflow-y: auto;
      padding: 3px;
      scrollbar-width: thin;
    }
    .label {
      white-space: nowrap;
    }
    a {
      display: inline-flex;
      align-items: center;
      gap: var(--space-2);
      min-height: 2.125rem;
      padding: 0 var(--space-3);
      border: 1px solid var(--line-strong);
      border-radius: 2rem;
      background: var(--surface);
      color: var(--text);
      text-decoration: none;
      white-space: nowrap;
    }
    a[aria-current] {
      border: 3px solid var(--accent);
    }
    a.RED,
    a.ORANGE,
    a.YELLOW,
    a.BLUE {
      border-color: var(--colour);
    }
  `];

  constructor() {
    super();
    const touches = codes => zones().some(({code}) => codes.has(code)) && this.requestUpdate();
    this.follow(onPlaces);
    this.follow(listener => tally.subscribe(listener), touches);
    this.follow(listener => live.subscribe('coverage', listener), touches);
  }

  render() {
    const shown = zones().sort((one, other) => this.#rank(one) - this.#rank(other) || one.code.localeCompare(other.code));
    return shown.length === 0 ? nothing : html`<nav aria-label=${text('wall.zones')}>
      <span class="label muted">${text('wall.zones')}</span>${shown.map(({code}) => this.#chip(code))}</nav>`;
  }

  #chip(code) {
    const worst = tally.worst(code);
    return html`<a class=${worst ?? ''} href=${wallPath(code)} aria-current=${code === this.place ? 'location' : nothing}>
      ${worst ? html`${colourSign(worst)} ${tally.count(code, worst)}` : nothing} ${placeName(code)}
      ${['heard', 'unknown'].includes(coverageGrade(code)) ? nothing
        : html`<span class="warning">${text('wall.heard', percent(live.coverage.get(code).percent))}</span>`}</a>`;
  }

  #rank({code}) {
    const worst = tally.worst(code);
    return worst ? rank(worst) : COLOURS.length;
  }
}

customElements.define('zone-chips', ZoneChips);
