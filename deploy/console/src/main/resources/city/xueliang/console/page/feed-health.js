/** The feed's own health, always in sight: a quiet wall means nothing if nothing comes in. */
import {css, html, nothing} from '/lib/lit/index.js';
import {everySecond, now} from './clock.js';
import {ageGrade, ageOf, lagGrade, lagOf, rejectedGrade, rejectedOf} from './feed-grade.js';
import {number, span, timeOfDay} from './format.js';
import {live} from './live.js';
import {PageElement} from './page-element.js';
import {shared} from './shared-styles.js';
import {text} from './texts.js';

class FeedHealth extends PageElement {
  static properties = {open: {state: true}};

  static styles = [shared, css`
    :host {
      position: relative;
      display: block;
    }
    .chips {
      display: flex;
      align-items: stretch;
      gap: 0;
      padding: 0;
      background: var(--page);
      border-color: var(--line);
    }
    .chip {
      display: grid;
      padding: 0.2rem var(--space-3);
      text-align: start;
      line-height: 1.2;
    }
    .chip + .chip {
      border-inline-start: 1px solid var(--line);
    }
    .label {
      font-size: var(--text-s);
      color: var(--muted);
    }
    .value {
      font-weight: 600;
    }
    .chip.bad {
      background: var(--bad);
      color: var(--page);
    }
    .chip.bad .label {
      color: inherit;
    }
    .chip.warning .value {
      color: var(--warning);
    }
    @media (max-width: 1500px) {
      .chip {
        padding-inline: var(--space-2);
      }
      /* Where there is little room, the bar that says when it is lost is enough. */
      .chip:first-child.good {
        display: none;
      }
      .chip:first-child.good + .chip {
        border: none;
      }
    }
    .more {
      position: absolute;
      inset-inline-end: 0;
      top: calc(100% + var(--space-2));
      z-index: 30;
      box-shadow: var(--shadow);
    }
  `];

  constructor() {
    super();
    this.open = false;
    this.follow(listener => live.subscribe('health', listener));
    this.follow(listener => live.subscribe('connection', listener));
    this.follow(everySecond);
  }

  render() {
    const {health, connection} = live;
    if (!health) {
      return html`<span class="muted">${text('health.unknown')}</span>`;
    }
    const age = ageOf(health, now());
    const chips = [
      connection.lost
        ? ['bad', text('health.server'), text('health.lost')]
        : ['good', text('health.server'), text('health.connected')],
      this.#reachable('broker', health.broker),
      this.#reachable('store', health.store),
      [lagGrade(health), text('health.lag'), span(lagOf(health))],
      [rejectedGrade(health), text('health.rejected'), text('health.per-hour', number(rejectedOf(health), 0))],
      [ageGrade(health, now()), text('health.newest'), age === null ? text('health.none') : text('health.ago', span(age))],
    ];
    return html`
      <button class="chips" aria-expanded=${this.open} aria-label=${text('health.label', chips.map(([, label, value]) => `${label} ${value}`).join(', '))}
        @click=${() => (this.open = !this.open)} @keydown=${event => event.key === 'Escape' && (this.open = false)}>
        ${chips.map(([state, label, value]) => html`<span class="chip ${state}">
          <span class="label">${label}</span><span class="value">${state === 'good' ? nothing : '⚠ '}${value}</span></span>`)}
      </button>
      ${this.open ? this.#more(health) : nothing}`;
  }

  #reachable(what, {reachable}) {
    return [reachable ? 'good' : 'bad', text(`health.${what}`), text(reachable ? 'health.reachable' : 'health.unreachable')];
  }

  #more(health) {
    const columns = ['lagMillis', 'read', 'rejected', 'late'];
    return html`<div class="panel more">
      ${['broker', 'store'].map(what => html`<p>${text(`health.${what}`)}：
        ${text(health[what].reachable ? 'health.since' : 'health.not-since', timeOfDay(health[what].since))} ${health[what].words ?? nothing}</p>`)}
      <table><thead><tr><th>${text('health.topic')}</th>${columns.map(column => html`<th class="figure">${text(`health.column.${column}`)}</th>`)}</tr></thead>
      <tbody>${health.topics.map(topic => html`<tr><td>${topic.topic}</td>
        ${columns.map(column => html`<td class="figure">${topic[column] === undefined ? '–' : number(topic[column], 0)}</td>`)}</tr>`)}</tbody></table>
      ${health.rejectedRecords > 0 ? html`<p class="warning">${text('health.rejected-records', number(health.rejectedRecords, 0))}</p>` : nothing}
    </div>`;
  }
}

customElements.define('feed-health', FeedHealth);
