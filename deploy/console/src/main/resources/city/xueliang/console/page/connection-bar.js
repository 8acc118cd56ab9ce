/** Says that the server is lost, and how old what the page shows is. */
import {css, html, nothing} from '/lib/lit/index.js';
import {everySecond, now} from './clock.js';
import {span, timeOfDay} from './format.js';
import {live} from './live.js';
import {PageElement} from './page-element.js';
import {shared} from './shared-styles.js';
import {text} from './texts.js';

class ConnectionBar extends PageElement {
  static styles = [shared, css`
    :host {
      display: block;
    }
    .bar {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--space-6);
      align-items: baseline;
      padding: var(--space-2) var(--space-4);
      background: var(--text);
      color: var(--page);
      font-size: var(--text-xl);
      font-weight: 600;
      border-block-end: 0.375rem solid var(--bad);
    }
    .more {
      font-weight: 400;
    }
  `];

  constructor() {
    super();
    this.follow(listener => live.subscribe('connection', listener));
    this.follow(everySecond, () => live.connection.lost && this.requestUpdate());
  }

  render() {
    return html`<div role="alert">${live.connection.lost ? this.#bar(live.connection) : nothing}</div>`;
  }

  #bar({heardAt, attempts}) {
    return html`<div class="bar">
      <span>✕ ${text('connection.lost')}</span>
      <span class="more">${text('connection.age', span(now() - heardAt), timeOfDay(heardAt))}</span>
      <span class="more">${attempts > 0 ? text('connection.attempt', attempts) : text('connection.retry')}</span>
    </div>`;
  }
}

customElements.define('connection-bar', ConnectionBar);
