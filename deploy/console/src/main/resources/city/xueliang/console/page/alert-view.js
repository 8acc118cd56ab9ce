/**
 * One alert: why it fired, what happened to it, and what the seat can do with it now. Esc leaves it for the
 * wall. <alert-view .alertId=${id}>
 */
import {html, nothing} from '/lib/lit/index.js';
import './alert-actions.js';
import './alert-deadlines.js';
import './alert-timeline.js';
import './alert-why.js';
import {alertViewStyles} from './alert-styles.js';
import {heldBack, since} from './alerts.js';
import {get} from './api.js';
import {Asked} from './asked.js';
import {everySecond, now} from './clock.js';
import {colourSign, colourStyles} from './colour-sign.js';
import {dateAndTime, moment, span} from './format.js';
import {live} from './live.js';
import {PageElement} from './page-element.js';
import {askedNote, pageStyles} from './page-styles.js';
import {onPlaces, placePath} from './places.js';
import {go, route, wallPath} from './router.js';
import {onRuleNames, ruleName} from './rule-names.js';
import {shared} from './shared-styles.js';
import {onKey} from './shortcuts.js';
import './shortcuts-help.js';
import {text, word} from './texts.js';

/** An alert that comes up all the time is not asked for at each of its changes. */
const ASK_AT_MOST_EVERY = 500;

class AlertView extends PageElement {
  static properties = {alertId: {type: String}};

  static styles = [shared, pageStyles, colourStyles, alertViewStyles];

  #detail = new Asked(this, signal => get(this.#path(''), {}, {signal}));
  #readings = new Asked(this, signal => get(this.#path('/readings'), {}, {signal}));
  #askedAt = 0;
  #later = 0;

  constructor() {
    super();
    this.follow(onPlaces);
    this.follow(onRuleNames);
    this.follow(everySecond);
    this.follow(listener => live.subscribe('alerts', listener), ids => this.#changed(ids));
    this.follow(onKey, event => this.#pressed(event));
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#later);
  }

  willUpdate(changed) {
    if (changed.has('alertId') && this.alertId) {
      this.#detail.forget();
      this.#readings.forget();
      this.#ask();
    }
  }

  #path(part) {
    return `/api/alerts/${encodeURIComponent(this.alertId)}${part}`;
  }

  #changed(ids) {
    if (ids.has(this.alertId)) {
      this.requestUpdate();
      clearTimeout(this.#later);
      this.#later = setTimeout(() => this.#ask(), Math.max(0, this.#askedAt + ASK_AT_MOST_EVERY - now()));
    }
  }

  #ask() {
    this.#askedAt = now();
    this.#detail.ask();
    this.#readings.ask();
  }

  #pressed(event) {
    if (event.key === '?') {
      event.preventDefault();
      this.#help();
    } else if (event.key === 'Escape' && !this.renderRoot.querySelector('alert-actions')?.form) {
      event.preventDefault();
      go(wallPath(route().params.get('place')));
    }
  }

  /** The alert as it is now: the stream is ahead of the answer with the details. */
  #alert() {
    const known = this.#detail.failure?.reason === 'NOT_FOUND' ? undefined : this.#detail.answer?.alert;
    const told = live.alerts.get(this.alertId);
    return told && (!known || told.revision > known.revision) ? told : known;
  }

  render() {
    const alert = this.#alert();
    if (!alert) {
      return html`<div class="body alone">${askedNote(this.#detail)}</div>`;
    }
    const detail = this.#detail.answer;
    return html`
      ${this.#head(alert)}
      <div class="body" tabindex="-1">
        ${askedNote(this.#detail)}
        ${this.#held(alert)}
        ${detail ? html`<div class="columns">
          <section aria-label=${text('alert.why')}>
            <alert-why .alert=${alert} .detail=${detail} .readings=${this.#readings.answer}></alert-why>
          </section>
          <section><h3>${text('alert.timeline')}</h3><alert-timeline .steps=${detail.timeline}></alert-timeline></section>
        </div>` : nothing}
      </div>
      <div class="foot"><alert-actions .alert=${alert} .allowed=${detail?.allowed}
        ?outside=${detail?.jurisdiction === false}></alert-actions></div>
      <shortcuts-help></shortcuts-help>`;
  }

  #head(alert) {
    const {colour, rule, place, state, seat, reason} = alert;
    return html`<header class="head ${colour}">
      <div class="title">${colourSign(colour)}<h2>${ruleName(rule)}</h2>
        <button class="plain" title=${text('alert.keys')} aria-label=${text('alert.keys')} @click=${() => this.#help()}>?</button></div>
      <p><a href=${wallPath(place)} title=${placePath(place)}>${placePath(place)}</a></p>
      <p><span class="state">${word('state', state)}</span>
        ${reason ? html` ${text('alert.for-reason', word('alert.reason', reason))}` : nothing}
        <span class="muted small">${seat ?? ''} · ${text('alert.since', dateAndTime(since(alert)), span(now() - since(alert)))}</span></p>
      <alert-deadlines .alert=${alert}></alert-deadlines>
    </header>`;
  }

  #held(alert) {
    const by = heldBack(alert);
    if (!by) {
      return nothing;
    }
    const words = {
      shelved: () => text('alert.held.shelved', moment(alert.shelvedUntil), alert.seat ?? ''),
      silenced: () => text('alert.held.silenced', alert.silencedBy),
      inhibited: () => text(alert.inhibitedBy === 'hidden' ? 'alert.held.hidden' : 'alert.held.inhibited'),
    };
    return html`<p class="held"><span class="warning" aria-hidden="true">‖</span> ${words[by]()}
      ${by === 'silenced' ? html`<a href="/rules?show=silences">${text('alert.silences')}</a>` : nothing}</p>`;
  }

  #help() {
    this.renderRoot.querySelector('shortcuts-help')?.show();
  }
}

customElements.define('alert-view', AlertView);
