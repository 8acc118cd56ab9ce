import {css, html} from '/lib/lit/index.js';
import {colourSign, colourStyles} from './colour-sign.js';
import {PageElement} from './page-element.js';
import {pageStyles} from './page-styles.js';
import {published, scopeWords} from './rule-card.js';
import {spanWords} from './rule-words.js';
import {shared} from './shared-styles.js';
import {nameOf, text, word} from './texts.js';

const DEADLINES = ['acknowledge', 'arrive', 'reinforce'];

/** A response policy: how fast alerts of each colour are to be worked. <policy-card .policy=${…}> */
class PolicyCard extends PageElement {
  static properties = {policy: {attribute: false}};

  static styles = [shared, pageStyles, colourStyles, css`
    :host {
      padding: 0;
    }
    header {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-1) var(--space-3);
      align-items: baseline;
    }
    .push {
      margin-inline-start: auto;
    }
    table {
      width: auto;
      min-width: min(100%, 44rem);
      margin-top: var(--space-2);
    }
    .id {
      font-family: ui-monospace, monospace;
    }
  `];

  render() {
    const {id, terms, places} = this.policy;
    return html`<article class="panel">
      <header><h2>${nameOf(this.policy)}</h2><span class="muted small push">${published(this.policy)}</span></header>
      <p class="small muted">${places.length === 0 ? text('rules.elsewhere') : scopeWords(places)} · <span class="id">${id}</span></p>
      <div class="scroll"><table>
        <thead><tr>
          <th scope="col">${text('rules.colour')}</th>
          ${DEADLINES.map(each => html`<th scope="col">${text(`rules.term.${each}`)}</th>`)}
          <th scope="col">${text('rules.term.start')}</th>
        </tr></thead>
        <tbody>${terms.map(term => html`<tr>
          <th scope="row">${colourSign(term.colour)}</th>
          ${DEADLINES.map(each => html`<td class="nowrap">${spanWords(term[each])}</td>`)}
          <td>${word('commandlevel', term.start ?? 'COMMUNITY')}</td></tr>`)}</tbody>
      </table></div>
    </article>`;
  }
}

customElements.define('policy-card', PolicyCard);
