/** Whether red alerts are heard. A page that cannot be heard says so. */
import {css, html} from '/lib/lit/index.js';
import {announcer} from './announcer.js';
import {everySecond, now} from './clock.js';
import {countdown} from './format.js';
import {PageElement} from './page-element.js';
import {shared} from './shared-styles.js';
import {allowSound, onSound, soundAllowed} from './sound.js';
import {text} from './texts.js';

class SoundSwitch extends PageElement {
  static styles = [shared, css`
    button {
      display: flex;
      align-items: center;
      gap: var(--space-2);
    }
    .silent {
      background: var(--warning);
      border-color: var(--warning);
      color: var(--page);
      font-weight: 600;
    }
    svg {
      width: 1.25rem;
      height: 1.25rem;
      fill: none;
      stroke: currentColor;
      stroke-width: 2;
      stroke-linecap: round;
      stroke-linejoin: round;
    }
  `];

  constructor() {
    super();
    this.follow(onSound);
    this.follow(listener => announcer.subscribe(listener));
    this.follow(everySecond, () => announcer.mutedUntil !== 0 && this.requestUpdate());
  }

  render() {
    if (!soundAllowed()) {
      return this.#button('silent', text('sound.allow'), text('sound.allow.why'), allowSound, false);
    }
    if (announcer.muted) {
      const left = countdown(announcer.mutedUntil - now());
      return this.#button('silent', text('sound.muted', left), text('sound.unmute'), () => announcer.unmute(), false);
    }
    return this.#button('plain', '', text('sound.mute'), () => announcer.mute(), true);
  }

  #button(style, words, title, act, heard) {
    return html`<button class=${style} title=${title} aria-label=${words ? `${words} – ${title}` : title} @click=${act}>
      <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M4 9v6h4l5 4V5L8 9z"></path>
        <path d=${heard ? 'M16.5 8.5a5 5 0 0 1 0 7M19 6a8.5 8.5 0 0 1 0 12' : 'M17 9l5 6M22 9l-5 6'}></path></svg>
      ${words}</button>`;
  }
}

customElements.define('sound-switch', SoundSwitch);
