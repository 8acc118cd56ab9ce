import {html, nothing} from '/lib/lit/index.js';
import {AlertDesk} from './alert-desk.js';
import './alert-form.js';
import {alertActionsStyles} from './alert-styles.js';
import {stands} from './alerts.js';
import {live} from './live.js';
import {PageElement} from './page-element.js';
import {may, session} from './session.js';
import {shared} from './shared-styles.js';
import {onKey, onShortcuts, SHORTCUTS, shortcutsOn} from './shortcuts.js';
import {text, word} from './texts.js';

const ACTIONS = ['ACKNOWLEDGE', 'ON_SITE', 'CLOSE', 'SHELVE', 'SILENCE'];
const WITH_FORM = new Set(['CLOSE', 'SHELVE', 'SILENCE']);
const SIGNS = {SENDING: '◌', SENT: '◌', LATE: '⚠', DONE: '✓', OVERTAKEN: '⚠', REFUSED: '✕'};
const CLASSES = {LATE: 'warning', DONE: 'good', OVERTAKEN: 'warning', REFUSED: 'bad'};

/**
 * What the seat can do with an alert, by button and key: <alert-actions .alert=${AlertSummary}
 * .allowed=${AlertDetail.allowed} ?outside=${!AlertDetail.jurisdiction}>. A button that cannot be used now stays where it is, so that neither the
 * hand nor the focus loses its place when the alert changes.
 */
class AlertActions extends PageElement {
  static properties = {alert: {attribute: false}, allowed: {attribute: false}, outside: {type: Boolean}, form: {state: true}};

  static styles = [shared, alertActionsStyles];

  #desk = new AlertDesk(() => this.requestUpdate());

  constructor() {
    super();
    this.form = null;
    this.follow(onKey, event => this.#pressed(event));
    this.follow(onShortcuts);
    this.follow(
      listener => live.subscribe('refusals', listener),
      refusals => refusals.forEach(each => this.#desk.refused(each)));
    this.follow(listener => live.subscribe('connection', listener));
  }

  willUpdate(changed) {
    const before = changed.get('alert');
    if (before && before.id !== this.alert.id) {
      this.form = null;
      this.#desk.forget();
    } else if (changed.has('alert')) {
      this.#desk.sees(this.alert);
    }
  }

  render() {
    if (!may('ACT')) {
      return html`<p class="muted">${text('alert.view-only')}</p>`;
    }
    const actions = this.alert.shelvedUntil ? ACTIONS.map(each => (each === 'SHELVE' ? 'UNSHELVE' : each)) : ACTIONS;
    const next = this.alert.state === 'OPEN' ? 'ACKNOWLEDGE' : this.alert.state === 'ACKNOWLEDGED' ? 'ON_SITE' : 'CLOSE';
    return html`
      ${this.outside ? html`<p class="muted">${word('alert.refusal', 'OUTSIDE_JURISDICTION')}</p>` : nothing}
      <div class="buttons" role="group" aria-label=${text('alert.actions')}>
        ${actions.filter(action => this.#isOffered(action)).map(action => this.#button(action, action === next))}
      </div>
      ${this.form ? html`<alert-form action=${this.form} .alert=${this.alert}
        @chosen=${event => this.#send(this.form, event.detail)}></alert-form>` : nothing}
      <div class="said" role="status" aria-live="polite">${this.#said()}</div>`;
  }

  /** Whether the seat can do it at all, be it now or later. */
  #isOffered(action) {
    return action === 'SILENCE' ? may('SILENCE') : !this.outside;
  }

  #button(action, isNext) {
    const why = this.#whyNot(action);
    return html`<button data-action=${action} class=${isNext ? 'primary' : ''} aria-disabled=${why ? 'true' : 'false'}
      title=${why ?? text(`alert.hint.${action}`)} aria-keyshortcuts=${shortcutsOn() ? SHORTCUTS[action] : nothing}
      aria-expanded=${WITH_FORM.has(action) ? String(this.form === action) : nothing}
      @click=${() => this.#choose(action)}>${text(`alert.action.${action}`)}
      ${shortcutsOn() ? html`<kbd aria-hidden="true">${SHORTCUTS[action]}</kbd>` : nothing}</button>`;
  }

  /** Why the action cannot be done now; null if it can. */
  #whyNot(action) {
    if (this.#desk.isBusy) {
      return text('alert.why-not.busy');
    }
    if (live.connection.lost) {
      return text('alert.why-not.lost');
    }
    const done = action === 'ACKNOWLEDGE' ? this.alert.state !== 'OPEN' : !stands(this.alert) && action !== 'CLOSE';
    return done || !this.allowed?.includes(action) ? text('alert.why-not.state', word('state', this.alert.state)) : null;
  }

  #pressed(event) {
    if (this.form && event.key === 'Escape') {
      this.#leave();
    } else if (this.form && this.renderRoot.querySelector('alert-form')?.press(event.key)) {
      event.preventDefault();
    } else {
      const action = Object.keys(SHORTCUTS).find(each => SHORTCUTS[each] === event.key.toUpperCase());
      const button = action && this.renderRoot.querySelector(`[data-action=${action}]`);
      if (!button) {
        return;
      }
      button.focus();
      this.#choose(action);
    }
    event.preventDefault();
  }

  #choose(action) {
    if (this.#whyNot(action)) {
      return;
    }
    if (!WITH_FORM.has(action)) {
      this.#send(action, {});
    } else if (this.form === action) {
      this.#leave();
    } else {
      this.form = action;
      this.updateComplete.then(() => this.renderRoot.querySelector('alert-form')?.focus());
    }
  }

  /** Closes the form; the focus goes back to the button that opened it. */
  #leave() {
    const action = this.form;
    this.form = null;
    this.renderRoot.querySelector(`[data-action=${action}]`)?.focus();
  }

  #send(action, terms) {
    if (this.#whyNot(action)) {
      return;
    }
    if (this.form) {
      this.#leave();
    }
    if (action === 'SILENCE') {
      this.#desk.silence(this.alert, terms);
    } else {
      this.#desk.act(this.alert, action, terms);
    }
  }

  #said() {
    const lost = live.connection.lost
      ? html`<span class="bad"><span aria-hidden="true">⚠</span> ${text('alert.why-not.lost')}</span>` : nothing;
    const newest = this.#desk.newest;
    if (!newest) {
      return lost;
    }
    const {phase, action} = newest;
    return html`${lost}
      <span class=${CLASSES[phase] ?? ''}><span aria-hidden="true">${SIGNS[phase]}</span>
        ${text(`alert.phase.${phase}`, text(`alert.action.${action}`), newest.seat ?? '')}
        ${phase === 'REFUSED' ? this.#refusal(newest) : nothing}</span>
      ${this.#desk.isBusy ? nothing : html`<button @click=${() => this.#desk.forget()}>${text('alert.read')}</button>`}`;
  }

  #refusal({reason, words}) {
    if (reason === 'STALE_REVISION') {
      const {seat, state} = this.alert;
      return seat && seat !== session.seat
        ? text('alert.stale-by', seat, word('state', state))
        : text('alert.stale', word('state', state));
    }
    return word('alert.refusal', reason) === reason ? words : word('alert.refusal', reason);
  }
}

customElements.define('alert-actions', AlertActions);
