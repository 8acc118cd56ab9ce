/** The alerts of a place in the order in which they have to be worked. */
import {css, html, nothing} from '/lib/lit/index.js';
import {repeat} from '/lib/lit/directives/repeat.js';
import {alertRow, alertRowStyles} from './alert-row.js';
import './calm-note.js';
import {everySecond, now} from './clock.js';
import {colourStyles} from './colour-sign.js';
import {PageElement} from './page-element.js';
import {onRuleNames} from './rule-names.js';
import {shared} from './shared-styles.js';
import {text} from './texts.js';

const PAGE_OF_ROWS = 40;

/**
 * @property {object[]} alerts that sound, in their order
 * @property {object[]} held that stand, but are held back
 * @property {string} place code of the place @property {string} linked that which links keep
 * @property {string} chosen id of the alert that is open
 */
class AlertList extends PageElement {
  static properties = {
    alerts: {attribute: false},
    held: {attribute: false},
    place: {},
    linked: {},
    chosen: {},
    shown: {state: true},
  };

  static styles = [shared, colourStyles, alertRowStyles, css`
    :host {
      display: block;
      container-type: inline-size;
      overflow-y: auto;
      scrollbar-width: thin;
      background: var(--surface);
      border: 1px solid var(--line);
      border-radius: var(--radius);
    }
    .more {
      display: block;
      width: calc(100% - 2 * var(--space-3));
      margin: var(--space-3);
    }
    summary {
      padding: var(--space-3);
      color: var(--muted);
      cursor: pointer;
    }
    summary:focus-visible {
      outline-offset: -3px;
    }
    details .row {
      border-block-start: 1px solid var(--line);
      border-block-end: none;
    }
  `];

  constructor() {
    super();
    this.alerts = [];
    this.held = [];
    this.shown = PAGE_OF_ROWS;
    this.follow(onRuleNames);
    this.follow(everySecond);
  }

  willUpdate(changed) {
    if (changed.has('place')) {
      this.shown = PAGE_OF_ROWS;
    }
  }

  render() {
    const at = now();
    const rest = this.alerts.length - this.shown;
    return html`<div role="region" aria-label=${text('wall.alerts')} @keydown=${this.#key}>
      ${this.alerts.length === 0 ? html`<calm-note .place=${this.place}></calm-note>` : nothing}
      ${this.#rows(this.alerts.slice(0, this.shown), at)}
      ${rest > 0 ? html`<button class="more" @click=${() => (this.shown += PAGE_OF_ROWS)}>${text('wall.more', rest)}</button>` : nothing}
      ${this.held.length > 0 ? html`<details><summary>${text('wall.held', this.held.length)}</summary>
        ${this.#rows(this.held.slice(0, PAGE_OF_ROWS), at)}</details>` : nothing}
    </div>`;
  }

  #rows(alerts, at) {
    return repeat(alerts, ({id}) => id, alert => alertRow(alert, at, this.linked, this.chosen));
  }

  /** Arrows go from row to row, as Tab does. */
  #key(event) {
    const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
    const row = event.target.closest?.('.row');
    if (step && row) {
      const rows = [...this.renderRoot.querySelectorAll('.row')];
      rows[rows.indexOf(row) + step]?.focus();
      event.preventDefault();
    }
  }
}

customElements.define('alert-list', AlertList);
