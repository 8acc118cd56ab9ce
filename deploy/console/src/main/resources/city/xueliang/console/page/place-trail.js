/** Where on the wall the reader is, and the way back up. */
import {css, html, nothing} from '/lib/lit/index.js';
import {colourSign, colourStyles} from './colour-sign.js';
import {PageElement} from './page-element.js';
import {ancestors, onPlaces, place, placeName} from './places.js';
import {wallPath} from './router.js';
import {session} from './session.js';
import {shared} from './shared-styles.js';
import {tally} from './tally.js';
import {text, word} from './texts.js';

class PlaceTrail extends PageElement {
  static properties = {place: {}};

  static styles = [shared, colourStyles, css`
    ol {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 0 var(--space-2);
    }
    li {
      display: flex;
      align-items: baseline;
      gap: var(--space-2);
    }
    li + li::before {
      content: "›";
      color: var(--muted);
    }
    a {
      color: var(--muted);
      text-decoration: none;
    }
    a:hover {
      color: var(--text);
      text-decoration: underline;
    }
    [aria-current] {
      font-size: var(--text-l);
      font-weight: 700;
    }
    .level {
      font-size: var(--text-s);
    }
    .roots {
      margin-inline-start: var(--space-4);
    }
  `];

  constructor() {
    super();
    this.follow(onPlaces);
    this.follow(listener => tally.subscribe(listener), codes => codes.has(this.place) && this.requestUpdate());
  }

  render() {
    const above = ancestors(this.place).reverse();
    const others = session.roots.filter(code => code !== this.place && !above.includes(code) && place(code));
    const level = place(this.place)?.level;
    return html`<nav aria-label=${text('wall.trail')}><ol>
      ${level === 'ZONE' ? html`<li><a href="/wall">${text('wall.all')}</a></li>` : nothing}
      ${above.map(code => html`<li>${this.#sign(code)}<a href=${wallPath(code)}>${placeName(code)}</a></li>`)}
      <li aria-current="location">${this.#sign(this.place)}${placeName(this.place)}
        <span class="level muted">${level ? word('level', level) : nothing}</span></li>
      ${others.map(code => html`<li class="roots"><a href=${wallPath(code)}>${placeName(code)}</a></li>`)}
    </ol></nav>`;
  }

  /** Alerts about the place itself, which no cell of the map can show. */
  #sign(code) {
    return tally.worstAbout(code) ? colourSign(tally.worstAbout(code)) : nothing;
  }
}

customElements.define('place-trail', PlaceTrail);
