/** The frame of all pages: what stands around them, and which of them is shown. */
import {css, html, nothing} from '/lib/lit/index.js';
import {begin} from './begin.js';
import './connection-bar.js';
import './console-header.js';
import './red-banner.js';
import {live} from './live.js';
import {PageElement} from './page-element.js';
import {loadPage, pageOf} from './pages.js';
import {onRoute, route} from './router.js';
import {shared} from './shared-styles.js';
import {text} from './texts.js';

const AGAIN_AFTER = 2000;

/** @property {Promise} begun what begin() gave */
class ConsoleShell extends PageElement {
  static properties = {
    ready: {state: true},
    failure: {state: true},
    broken: {state: true},
    page: {state: true},
  };

  static styles = [shared, css`
    :host {
      display: grid;
      grid-template: auto auto auto minmax(0, 1fr) / minmax(0, 1fr);
      height: 100%;
    }
    main {
      min-height: 0;
      overflow: auto;
      grid-row: 4;
    }
    main.lost {
      opacity: 0.55;
    }
    main:focus {
      outline: none;
    }
    .skip:not(:focus) {
      clip-path: inset(50%);
    }
    .skip {
      position: absolute;
      z-index: 40;
    }
    .waiting {
      display: grid;
      place-content: center;
      gap: var(--space-3);
      height: 100%;
      text-align: center;
      font-size: var(--text-l);
    }
  `];

  constructor() {
    super();
    this.ready = false;
    this.failure = null;
    this.broken = null;
    this.page = null;
    this.follow(onRoute, () => this.#show());
    this.follow(listener => live.subscribe('connection', listener));
  }

  connectedCallback() {
    super.connectedCallback();
    this.#show();
    this.#begin(this.begun);
  }

  async #begin(begun) {
    try {
      await begun;
      this.failure = null;
      this.ready = true;
    } catch (failure) {
      this.failure = failure;
      setTimeout(() => this.#begin(begin()), AGAIN_AFTER);
    }
  }

  async #show() {
    const name = pageOf(route());
    this.broken = null;
    if (name && name !== this.page?.localName) {
      try {
        await loadPage(name);
        if (pageOf(route()) === name) {
          this.page = document.createElement(name);
        }
      } catch (failure) {
        this.broken = failure;
      }
    } else if (!name) {
      this.page = null;
    }
    this.requestUpdate();
  }

  render() {
    return html`
      <button class="skip" @click=${() => this.renderRoot.querySelector('main').focus()}>${text('shell.skip')}</button>
      <console-header></console-header>
      <connection-bar></connection-bar>
      ${this.ready ? html`<red-banner></red-banner>` : nothing}
      <main class=${live.connection.lost ? 'lost' : ''} tabindex="-1">${this.#content()}</main>`;
  }

  #content() {
    if (this.failure) {
      return html`<div class="waiting" role="alert">
        <p class="bad">${text('shell.failed')}</p><p class="muted">${this.failure.message}</p></div>`;
    }
    if (this.broken) {
      return html`<div class="waiting" role="alert"><p class="bad">${text('shell.broken')}</p>
        <p class="muted">${this.broken.message}</p><button @click=${() => location.reload()}>${text('shell.reload')}</button></div>`;
    }
    if (!pageOf(route())) {
      return html`<div class="waiting"><p>${text('shell.no-such-page')}</p><a href="/wall">${text('nav.wall')}</a></div>`;
    }
    return this.ready && this.page ? this.page : html`<div class="waiting muted" role="status">${text('shell.waiting')}</div>`;
  }
}

customElements.define('console-shell', ConsoleShell);
