import {css, html} from '/lib/lit/index.js';
import {now} from './clock.js';
import {dateAndTime, span} from './format.js';
import {PageElement} from './page-element.js';
import {placeName, placePath} from './places.js';
import {ruleName} from './rule-names.js';
import {shared} from './shared-styles.js';
import {nextShift} from './shifts.js';
import {text} from './texts.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const REASONS = ['HANDLED', 'FALSE_ALARM', 'DUPLICATE', 'TEST'];
const SILENCE_HOURS = [1, 4, 12, 24, 168];

/**
 * What an action asks for beside the alert: the reason of CLOSE, the time of SHELVE, the terms of SILENCE.
 * Tells `chosen` with them as detail. <alert-form action="CLOSE" .alert=${AlertSummary}>
 */
export class AlertForm extends PageElement {
  static properties = {action: {type: String}, alert: {attribute: false}};

  static styles = [shared, css`
    :host {
      display: block;
      padding: var(--space-3);
      border: 2px solid var(--focus);
      border-radius: var(--radius);
      background: var(--surface);
    }
    h3 {
      font-weight: 700;
      margin-bottom: var(--space-2);
    }
    .options {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(10rem, 1fr));
      gap: var(--space-2);
    }
    .options button {
      text-align: start;
    }
    kbd {
      font: inherit;
      font-weight: 700;
      margin-inline-end: var(--space-2);
    }
    .small {
      font-size: var(--text-s);
    }
    label {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-1) var(--space-2);
      align-items: center;
      margin-bottom: var(--space-2);
    }
    dl {
      display: grid;
      grid-template-columns: max-content minmax(0, 1fr);
      gap: 0 var(--space-3);
      margin-bottom: var(--space-2);
    }
    dt {
      color: var(--muted);
    }
  `];

  render() {
    return html`<section aria-labelledby="title">
      <h3 id="title">${text(`alert.form.${this.action}`)}</h3>
      ${this.action === 'SILENCE' ? this.#silence() : this.#options()}
    </section>`;
  }

  /** The number key of an option was pressed; gives whether there is one. */
  press(key) {
    const chosen = optionsOf(this.action)[Number(key) - 1];
    if (chosen) {
      this.#choose(chosen.terms);
    }
    return Boolean(chosen);
  }

  focus() {
    this.updateComplete.then(() => this.renderRoot.querySelector('button, select')?.focus());
  }

  #options() {
    return html`<div class="options">${optionsOf(this.action).map(({label, note, terms}, index) => html`
      <button @click=${() => this.#choose(terms)}><kbd>${index + 1}</kbd>${label}
        ${note ? html`<span class="muted small">${note}</span>` : ''}</button>`)}</div>`;
  }

  #silence() {
    return html`<form @submit=${event => this.#submit(event)}>
      <dl>
        <dt>${text('alert.silence.place')}</dt><dd title=${placePath(this.alert.place)}>${placeName(this.alert.place)}</dd>
        <dt>${text('alert.silence.rule')}</dt><dd>${ruleName(this.alert.rule)}</dd>
      </dl>
      <label>${text('alert.silence.kind')}
        <select name="kind">${['SILENCE', 'MAINTENANCE'].map(kind => html`
          <option value=${kind}>${text(`rules.kind.${kind}`)}</option>`)}</select></label>
      <label>${text('alert.silence.for')}
        <select name="hours">${SILENCE_HOURS.map(hours => html`<option value=${hours}>
          ${text('alert.silence.until', span(hours * HOUR), dateAndTime(now() + hours * HOUR))}</option>`)}</select></label>
      <button class="primary" type="submit">${text('alert.silence.send')}</button>
    </form>`;
  }

  #submit(event) {
    event.preventDefault();
    const {kind, hours} = Object.fromEntries(new FormData(event.target));
    const from = Math.round(now());
    this.#choose({kind, places: [this.alert.place], rules: [this.alert.rule], from, to: from + Number(hours) * HOUR});
  }

  #choose(terms) {
    this.dispatchEvent(new CustomEvent('chosen', {detail: terms}));
  }
}

function optionsOf(action) {
  if (action === 'CLOSE') {
    return REASONS.map(reason => ({label: text(`alert.reason.${reason}`), terms: {reason}}));
  }
  const at = Math.round(now());
  const untils = [
    [span(15 * MINUTE), at + 15 * MINUTE],
    [span(HOUR), at + HOUR],
    [text('alert.next-shift'), nextShift(at)],
  ];
  return action === 'SHELVE'
    ? untils.map(([label, until]) => ({label, note: text('alert.until', dateAndTime(until)), terms: {until}}))
    : [];
}

customElements.define('alert-form', AlertForm);
