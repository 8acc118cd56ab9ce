/** What stands above everything while a red alert is neither acknowledged nor seen. */
import {css, html, nothing} from '/lib/lit/index.js';
import {since} from './alerts.js';
import {announcer} from './announcer.js';
import {everySecond, now} from './clock.js';
import {countdown} from './format.js';
import {PageElement} from './page-element.js';
import {placePath} from './places.js';
import {alertPath, route} from './router.js';
import {ruleName} from './rule-names.js';
import {shared} from './shared-styles.js';
import {text} from './texts.js';

class RedBanner extends PageElement {
  static styles = [shared, css`
    :host {
      display: block;
    }
    .banner {
      display: flex;
      align-items: center;
      gap: var(--space-4);
      padding: var(--space-2) var(--space-4);
      background: var(--red);
      color: var(--on-red);
      font-size: var(--text-xl);
      font-weight: 700;
      border-block: 0.25rem solid var(--on-red);
    }
    .numeral {
      font-size: var(--text-xxl);
      line-height: 1;
    }
    .what {
      flex: 1;
      min-width: 0;
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    .more {
      white-space: nowrap;
      font-size: var(--text-l);
    }
    .button,
    button {
      background: var(--on-red);
      border-color: var(--on-red);
      color: var(--red);
      font-size: var(--text-m);
      font-weight: 700;
      white-space: nowrap;
    }
    .button:focus-visible,
    button:focus-visible {
      outline-color: var(--on-red);
    }
    .fresh {
      animation: arrive 0.6s steps(2, jump-none) 5;
    }
    @keyframes arrive {
      to {
        background: var(--on-red);
        color: var(--red);
      }
    }
    @media (prefers-reduced-motion: reduce) {
      .fresh {
        animation: none;
      }
    }
  `];

  constructor() {
    super();
    this.follow(listener => announcer.subscribe(listener));
    this.follow(everySecond, () => announcer.reds.length > 0 && this.requestUpdate());
  }

  render() {
    const {first, reds} = announcer;
    return html`<div role="alert" aria-atomic="true">${first ? this.#banner(first, reds.length - 1) : nothing}</div>`;
  }

  updated() {
    const {first} = announcer;
    const isNews = first && first.id !== this.shown && announcer.isNews(first);
    this.shown = first?.id;
    if (isNews) {
      const banner = this.renderRoot.querySelector('.banner');
      banner?.getAnimations().forEach(animation => animation.cancel());
      banner?.classList.remove('fresh');
      requestAnimationFrame(() => banner?.classList.add('fresh'));
    }
  }

  #banner(alert, others) {
    return html`<div class="banner">
      <span class="numeral" aria-hidden="true">▲</span>
      <span class="what">${text('banner.red', ruleName(alert.rule), placePath(alert.place))}</span>
      <span class="more" aria-hidden="true">${countdown(now() - since(alert))}</span>
      ${others > 0 ? html`<span class="more">${text('banner.more', others)}</span>` : nothing}
      <a class="button" href=${alertPath(alert.id, route().params.get('place'))}>${text('banner.open')}</a>
      <button @click=${() => announcer.see(alert.id)}>${text('banner.seen')}</button>
    </div>`;
  }
}

customElements.define('red-banner', RedBanner);
