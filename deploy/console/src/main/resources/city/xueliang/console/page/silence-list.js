import {css, html, nothing} from '/lib/lit/index.js';
import {repeat} from '/lib/lit/directives/repeat.js';
import {post} from './api.js';
import {now} from './clock.js';
import {dateAndTime, number, span} from './format.js';
import {PageElement} from './page-element.js';
import {pageStyles} from './page-styles.js';
import {published, ruleLinks, scopeWords} from './rule-card.js';
import {onRuleNames} from './rule-names.js';
import {may} from './session.js';
import {shared} from './shared-styles.js';
import {text} from './texts.js';

const PHASES = ['IN_FORCE', 'PLANNED', 'PAST'];
const SIGNS = {IN_FORCE: '■', PLANNED: '□', PAST: '–'};

/** Silences and maintenance windows; tells `ended` when one was ended. <silence-list .silences=${…}> */
class SilenceList extends PageElement {
  static properties = {silences: {attribute: false}, asking: {state: true}, words: {state: true}};

  static styles = [shared, pageStyles, css`
    :host {
      padding: 0;
    }
    .past td {
      color: var(--muted);
    }
    .id {
      font-family: ui-monospace, monospace;
    }
  `];

  constructor() {
    super();
    this.words = new Map();
    this.follow(onRuleNames);
  }

  render() {
    if (!this.silences?.length) {
      return html`<p class="panel">${text('rules.no-silences')}</p>`;
    }
    const order = [...this.silences].sort((one, other) =>
      PHASES.indexOf(one.phase) - PHASES.indexOf(other.phase) || one.to - other.to);
    return html`<div class="panel scroll"><table>
      <thead><tr>
        ${['phase', 'kind', 'where', 'which', 'when', 'holds', 'by'].map(column =>
          html`<th scope="col" class=${column === 'holds' ? 'figure' : ''}>${text(`rules.silence.${column}`)}</th>`)}
        <th><span class="unseen">${text('rules.end')}</span></th>
      </tr></thead>
      <tbody>${repeat(order, ({id}) => id, silence => this.#row(silence))}</tbody>
    </table></div>`;
  }

  #row(silence) {
    const {id, kind, places, rules, from, to, phase, holds} = silence;
    return html`<tr id=${id} class=${phase === 'PAST' ? 'past' : ''}>
      <td class="nowrap ${phase === 'IN_FORCE' ? 'warning' : ''}">
        <span aria-hidden="true">${SIGNS[phase]}</span> ${text(`rules.phase.${phase}`)}</td>
      <td class="nowrap">${text(`rules.kind.${kind}`)}<div class="muted small id">${id}</div></td>
      <td>${scopeWords(places)}</td>
      <td>${rules.length === 0 ? text('rules.all') : ruleLinks(rules)}</td>
      <td class="nowrap">${dateAndTime(from)} –<br>${dateAndTime(to)}
        ${phase === 'IN_FORCE' ? html`<div class="muted small">${text('rules.still', span(to - now()))}</div>` : nothing}</td>
      <td class="figure">${number(holds)}</td>
      <td class="small">${published(silence)}</td>
      <td>${phase !== 'PAST' && may('SILENCE') ? this.#end(id) : nothing}</td>
    </tr>`;
  }

  #end(id) {
    const words = this.words.get(id);
    return html`
      ${this.asking === id
        ? html`<button class="primary" @click=${() => this.#sendEnd(id)}>${text('rules.end-sure')}</button>
            <button @click=${() => (this.asking = null)}>${text('view.cancel')}</button>`
        : html`<button ?disabled=${words?.sent} @click=${() => (this.asking = id)}>${text('rules.end')}</button>`}
      <div role="status" class="small ${words?.sent ? 'muted' : 'bad'}">${words?.said}</div>`;
  }

  async #sendEnd(id) {
    this.asking = null;
    this.#say(id, text('rules.end-sent'), true);
    try {
      await post(`/api/silences/${encodeURIComponent(id)}/end`);
      this.dispatchEvent(new CustomEvent('ended'));
    } catch (failure) {
      this.#say(id, text('rules.end-failed', failure.message), false);
    }
  }

  #say(id, said, sent) {
    this.words = new Map(this.words).set(id, {said, sent});
  }
}

customElements.define('silence-list', SilenceList);
