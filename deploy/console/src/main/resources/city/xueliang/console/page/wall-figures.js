/** How many alerts sound, of which colour, how many wait too long, and how much of the place is heard. */
import {css, html} from '/lib/lit/index.js';
import {overdue, unacknowledged} from './alerts.js';
import {now} from './clock.js';
import {COLOURS, SHAPES, colourStyles, numeral} from './colour-sign.js';
import {number, percent} from './format.js';
import {live} from './live.js';
import {PageElement} from './page-element.js';
import {shared} from './shared-styles.js';
import {text} from './texts.js';

/** @property {object[]} alerts that sound in the place  @property {string} place */
class WallFigures extends PageElement {
  static properties = {alerts: {attribute: false}, place: {}};

  static styles = [shared, colourStyles, css`
    :host {
      display: grid;
      grid-template-columns: repeat(4, minmax(0, 1fr));
      gap: var(--space-2);
    }
    .tile {
      display: grid;
      grid-template-columns: auto 1fr;
      align-items: center;
      gap: 0 var(--space-1);
      padding: var(--space-1) var(--space-3);
      border: 1px solid var(--line);
      border-radius: var(--radius);
      background: var(--surface);
      color: var(--muted);
    }
    .tile.some {
      background: var(--colour);
      border-color: var(--colour);
      color: var(--on-colour);
    }
    .name {
      font-weight: 600;
      line-height: 1.2;
      white-space: nowrap;
    }
    .word {
      display: block;
      font-size: var(--text-s);
    }
    svg {
      vertical-align: -0.15em;
      width: 1.1em;
      height: 1.1em;
      fill: currentColor;
    }
    .count {
      font: 700 2.125rem/1.2 var(--figures);
      text-align: end;
    }
    .fact {
      padding: var(--space-1) var(--space-3);
      border-inline-start: 3px solid var(--line-strong);
    }
    .fact.attention {
      border-color: var(--warning);
    }
    .fact b {
      display: block;
      font: 700 var(--text-xl)/1.15 var(--figures);
    }
    .fact.attention b {
      color: var(--warning);
    }
    .fact {
      min-width: 0;
    }
    .fact span {
      display: block;
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
      font-size: var(--text-s);
      color: var(--muted);
    }
  `];

  constructor() {
    super();
    this.alerts = [];
    this.follow(listener => live.subscribe('coverage', listener), codes => codes.has(this.place) && this.requestUpdate());
  }

  render() {
    const waiting = this.alerts.filter(unacknowledged).length;
    const late = this.alerts.filter(alert => overdue(alert, now())).length;
    const row = live.coverage.get(this.place);
    return html`${COLOURS.map(colour => this.#tile(colour))}
      ${this.#fact(text('wall.unacknowledged'), waiting, waiting > 0)}
      ${this.#fact(text('wall.overdue'), late, late > 0)}
      ${row && row.expected > 0
        ? this.#fact(text('wall.coverage'), percent(row.percent), row.percent < 95)
        : this.#fact(text('wall.coverage'), '–', true)}
      ${this.#fact(text('wall.silent-devices'), row ? number(row.expected - row.heard) : '–', !row || row.percent < 95)}`;
  }

  #tile(colour) {
    const count = this.alerts.filter(alert => alert.colour === colour).length;
    return html`<div class="tile ${colour} ${count > 0 ? 'some' : ''}">
      <span class="name"><svg viewBox="-12 -12 24 24" aria-hidden="true"><path d=${SHAPES[colour]}></path></svg>
        ${numeral(colour)}<span class="word">${text(`colour.short.${colour}`)}</span></span>
      <span class="count">${count}</span></div>`;
  }

  #fact(name, value, attention) {
    return html`<div class="fact ${attention ? 'attention' : ''}"><b>${value}</b><span title=${name}>${name}</span></div>`;
  }
}

customElements.define('wall-figures', WallFigures);
