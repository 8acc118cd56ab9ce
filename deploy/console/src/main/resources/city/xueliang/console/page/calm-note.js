/** Says that nothing is wrong, and how far that can be believed. */
import {css, html, nothing} from '/lib/lit/index.js';
import {stands} from './alerts.js';
import {everySecond, now} from './clock.js';
import {coverageGrade} from './coverage-grade.js';
import {feedIsSound} from './feed-grade.js';
import {number, percent, span} from './format.js';
import {live} from './live.js';
import {PageElement} from './page-element.js';
import {liesIn} from './places.js';
import {shared} from './shared-styles.js';
import {text} from './texts.js';

class CalmNote extends PageElement {
  static properties = {place: {}};

  static styles = [shared, css`
    :host {
      display: grid;
      gap: var(--space-3);
      align-content: center;
      padding: 20% var(--space-6);
      text-align: center;
    }
    .calm {
      font-size: var(--text-xxl);
    }
    .mark {
      font-size: 4rem;
      line-height: 1;
      color: var(--good);
    }
    .mark.muted {
      color: var(--muted);
    }
    .warning {
      font-size: var(--text-l);
      font-weight: 600;
    }
  `];

  constructor() {
    super();
    this.follow(listener => live.subscribe('coverage', listener), codes => codes.has(this.place) && this.requestUpdate());
    this.follow(everySecond);
  }

  render() {
    const doubt = this.#doubt();
    const row = live.coverage.get(this.place);
    return html`
      <p class="mark ${doubt ? 'muted' : ''}" aria-hidden="true">${doubt ? '–' : '✓'}</p>
      <p class="calm">${text('wall.calm')}</p>
      <p class=${doubt ? 'warning' : 'muted'}>${doubt ?? text('wall.calm.heard', percent(row.percent), number(row.expected - row.heard))}</p>
      ${this.#last()}`;
  }

  /** Why quiet may not be safe; null if there is no reason to doubt it. */
  #doubt() {
    const row = live.coverage.get(this.place);
    if (!feedIsSound(live, now())) {
      return text('wall.calm.feed');
    }
    switch (coverageGrade(this.place)) {
      case 'heard':
        return null;
      case 'unknown':
        return text('wall.calm.unknown');
      default:
        return text('wall.calm.blind', percent(row.percent), number(row.expected - row.heard));
    }
  }

  #last() {
    const ended = [...live.alerts.values()].filter(alert => !stands(alert) && liesIn(alert.place, this.place));
    const last = Math.max(...ended.map(alert => alert.closedAt ?? alert.clearedAt ?? alert.changedAt));
    return ended.length > 0 ? html`<p class="muted">${text('wall.calm.last', span(now() - last))}</p>` : nothing;
  }
}

customElements.define('calm-note', CalmNote);
