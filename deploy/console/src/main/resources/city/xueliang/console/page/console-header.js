/** Name, ways to the pages, the feed's health, the time and the settings of this screen. */
import {css, html, nothing} from '/lib/lit/index.js';
import './feed-health.js';
import './sound-switch.js';
import {post, signIn} from './api.js';
import {everySecond, now} from './clock.js';
import {dateAndTime, timeOfDay, weekday} from './format.js';
import {PageElement} from './page-element.js';
import {onRoute, route} from './router.js';
import {session} from './session.js';
import {shared} from './shared-styles.js';
import {chooseLanguage, language, text, word} from './texts.js';
import {chooseTheme, onTheme, theme} from './theme.js';

const WAYS = ['wall', 'history', 'coverage', 'alarm-health', 'rules'];

class ConsoleHeader extends PageElement {
  static styles = [shared, css`
    :host {
      display: flex;
      align-items: center;
      gap: var(--space-4);
      padding: 0 var(--space-4);
      min-height: 3.25rem;
      background: var(--surface);
      border-block-end: 1px solid var(--line);
      white-space: nowrap;
    }
    .name {
      font-size: 1.5rem;
      font-weight: 800;
      letter-spacing: 0.1em;
      color: var(--text);
      text-decoration: none;
    }
    nav {
      display: flex;
      align-self: stretch;
    }
    nav a {
      display: flex;
      align-items: center;
      padding: 0 var(--space-3);
      color: var(--muted);
      text-decoration: none;
      border-block: 3px solid transparent;
    }
    nav a:hover {
      color: var(--text);
    }
    nav a[aria-current] {
      color: var(--text);
      font-weight: 600;
      border-block-end-color: var(--accent);
    }
    feed-health {
      margin-inline-start: auto;
    }
    .clock {
      text-align: end;
      line-height: 1.1;
    }
    time {
      display: block;
      font: 600 1.375rem/1.1 var(--figures);
    }
    .date,
    .seat {
      font-size: var(--text-s);
      color: var(--muted);
    }
    .seat {
      line-height: 1.25;
    }
    .seat b {
      display: block;
      color: var(--text);
      font-weight: 500;
    }
    @media (max-width: 1500px) {
      :host {
        gap: var(--space-3);
      }
      nav a {
        padding: 0 var(--space-2);
      }
    }
    .settings {
      display: flex;
      align-items: center;
      gap: var(--space-1);
    }
    .settings button {
      min-width: 2.25rem;
      padding: 0 var(--space-2);
    }
  `];

  constructor() {
    super();
    this.follow(everySecond);
    this.follow(onRoute);
    this.follow(onTheme);
  }

  render() {
    const at = now();
    const here = route().page === 'alerts' ? 'wall' : route().page;
    const otherTheme = theme() === 'dark' ? 'light' : 'dark';
    const otherLanguage = language() === 'zh' ? 'en' : 'zh';
    return html`
      <a class="name" href="/wall">${text('shell.name')}</a>
      <nav aria-label=${text('nav.label')}>${WAYS.map(way => html`
        <a href="/${way}" aria-current=${way === here ? 'page' : nothing}>${text(`nav.${way}`)}</a>`)}</nav>
      <feed-health></feed-health>
      <sound-switch></sound-switch>
      <div class="clock"><time>${timeOfDay(at)}</time><span class="date">${dateAndTime(at).slice(0, 10)} ${weekday(at)}</span></div>
      <div class="settings">
        <button class="plain" lang=${otherLanguage} @click=${() => chooseLanguage(otherLanguage)}>${otherLanguage === 'zh' ? '中文' : 'EN'}</button>
        <button class="plain" @click=${() => chooseTheme(otherTheme)} aria-label=${text(`theme.${otherTheme}`)}
          title=${text(`theme.${otherTheme}`)}>${otherTheme === 'light' ? '☀' : '☾'}</button>
      </div>
      ${session.seat ? this.#seat() : nothing}`;
  }

  #seat() {
    return html`<div class="seat"><b>${session.seat}</b>${session.demo ? text('seat.demo') : word('role', session.role)}</div>
      ${session.demo ? nothing : html`<button class="plain" @click=${this.#signOut}>${text('seat.sign-out')}</button>`}`;
  }

  async #signOut() {
    await post('/auth/sign-out');
    signIn();
  }
}

customElements.define('console-header', ConsoleHeader);
