/** What is known of the cell or region under the pointer or in focus. */
import {LitElement, css, html, nothing} from '/lib/lit/index.js';
import {now} from './clock.js';
import {COLOURS, colourSign, colourStyles} from './colour-sign.js';
import {number, percent, span} from './format.js';
import {live} from './live.js';
import {placePath} from './places.js';
import {shared} from './shared-styles.js';
import {tally} from './tally.js';
import {text} from './texts.js';

const MINUTE = 60_000;

class MapTip extends LitElement {
  static properties = {code: {state: true}};

  static styles = [shared, colourStyles, css`
    :host {
      position: absolute;
      z-index: 20;
      pointer-events: none;
      max-width: 24rem;
    }
    .panel {
      padding: var(--space-2) var(--space-3);
      border-color: var(--line-strong);
      box-shadow: var(--shadow);
    }
    .place {
      font-weight: 600;
    }
    .signs {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2);
      margin-block-start: var(--space-1);
    }
  `];

  /** Shows what is known of a place beside a point of the window, within this frame; hides if code is null. */
  show(code, at, frame) {
    this.code = code;
    this.hidden = code === null;
    if (code !== null) {
      const right = at.x - frame.left > frame.width / 2;
      const low = at.y - frame.top > frame.height / 2;
      this.style.left = right ? 'auto' : `${at.x - frame.left + 18}px`;
      this.style.right = right ? `${frame.right - at.x + 18}px` : 'auto';
      this.style.top = low ? 'auto' : `${at.y - frame.top + 18}px`;
      this.style.bottom = low ? `${frame.bottom - at.y + 18}px` : 'auto';
    }
  }

  render() {
    if (!this.code) {
      return nothing;
    }
    const row = live.coverage.get(this.code);
    const alarmed = COLOURS.filter(colour => tally.count(this.code, colour) > 0);
    return html`<div class="panel">
      <p class="place">${placePath(this.code)}</p>
      <p class=${row && row.percent < 95 ? 'warning' : 'muted'}>${this.#coverage(row)}</p>
      <p class="signs">${alarmed.map(colour => html`<span>${colourSign(colour)} ${tally.count(this.code, colour)}</span>`)}</p>
    </div>`;
  }

  #coverage(row) {
    if (!row) {
      return text('wall.tip.unknown');
    }
    if (row.expected === 0) {
      return text('wall.tip.no-devices');
    }
    const heard = text('wall.tip.heard', number(row.heard), number(row.expected), percent(row.percent));
    // The row is sent when its counts change; what is silent is silent for longer since.
    const silence = row.longestSilence * 1000 + Math.max(0, now() - row.at - MINUTE);
    return row.heard < row.expected ? `${heard}${text('wall.tip.silence', span(silence))}` : heard;
  }
}

customElements.define('map-tip', MapTip);
