/** Tells those who hear the page, rather than see it, of new alerts; red ones have their banner. */
import {html} from '/lib/lit/index.js';
import {sounds, unacknowledged} from './alerts.js';
import {everySecond, now} from './clock.js';
import {live} from './live.js';
import {PageElement} from './page-element.js';
import {placePath} from './places.js';
import {ruleName} from './rule-names.js';
import {shared} from './shared-styles.js';
import {text, word} from './texts.js';

/** Alerts that come within this time are told together. */
const TOGETHER = 5_000;
/** What was opened longer ago is no news. */
const FRESH = 15_000;

class AlertNews extends PageElement {
  static properties = {words: {state: true}};

  static styles = shared;

  #waiting = new Map();
  #told = new Set();
  #tellAt = 0;

  constructor() {
    super();
    this.words = '';
    this.follow(listener => live.subscribe('alerts', listener), ids => this.#look(ids));
    this.follow(everySecond, () => this.#tell());
  }

  render() {
    return html`<div class="unseen" role="status" aria-live="polite">${this.words}</div>`;
  }

  #look(ids) {
    for (const alert of [...ids].map(id => live.alerts.get(id)).filter(Boolean)) {
      const isNews = alert.colour !== 'RED' && sounds(alert) && unacknowledged(alert) && now() - alert.openedAt < FRESH;
      if (isNews && !this.#told.has(alert.id)) {
        this.#waiting.set(alert.id, alert);
      }
    }
  }

  #tell() {
    if (this.#waiting.size === 0 || now() < this.#tellAt) {
      return;
    }
    const [first, ...others] = this.#waiting.values();
    const words = text('wall.news', word('colour', first.colour), ruleName(first.rule), placePath(first.place));
    this.words = others.length > 0 ? `${words} ${text('banner.more', others.length)}` : words;
    this.#told = new Set([...this.#told, ...this.#waiting.keys()].filter(id => live.alerts.has(id)));
    this.#waiting.clear();
    this.#tellAt = now() + TOGETHER;
  }
}

customElements.define('alert-news', AlertNews);
