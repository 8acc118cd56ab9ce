import {css, html, nothing} from '/lib/lit/index.js';
import {withParameters} from './api.js';
import {colourSign, colourStyles} from './colour-sign.js';
import {dateAndTime} from './format.js';
import {PageElement} from './page-element.js';
import {pageStyles} from './page-styles.js';
import {placeName} from './places.js';
import {onRuleNames, ruleName} from './rule-names.js';
import {ruleSentence, termRows} from './rule-words.js';
import {shared} from './shared-styles.js';
import {nameOf, text} from './texts.js';

/** A rule in force, with all its terms when `open`: <rule-card .rule=${Rule}>. */
class RuleCard extends PageElement {
  static properties = {rule: {attribute: false}, open: {type: Boolean, reflect: true}};

  static styles = [shared, pageStyles, colourStyles, css`
    :host {
      padding: 0;
    }
    article {
      padding: var(--space-3) var(--space-4);
    }
    header {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-1) var(--space-3);
      align-items: baseline;
    }
    h2 {
      font-size: var(--text-m);
    }
    .id {
      font-family: ui-monospace, monospace;
    }
    .push {
      margin-inline-start: auto;
    }
    .says {
      margin: var(--space-1) 0;
      max-width: 60rem;
    }
    summary {
      cursor: pointer;
      color: var(--accent);
    }
    table {
      margin-top: var(--space-2);
      width: auto;
      min-width: min(100%, 40rem);
    }
    td, th {
      padding: var(--space-1) var(--space-3);
    }
    td code {
      font-family: ui-monospace, monospace;
      font-size: var(--text-s);
      overflow-wrap: anywhere;
    }
  `];

  constructor() {
    super();
    this.open = false;
    this.follow(onRuleNames);
  }

  render() {
    const {id, version, type, colour, places, condition, handling, seat, publishedAt} = this.rule;
    return html`<article class="panel" aria-labelledby="name">
      <header>
        ${colourSign(colour)}
        <h2 id="name" tabindex="-1">${nameOf(this.rule)}</h2>
        <span class="muted small">${text(`rules.type.${type}`)}</span>
        <span class="muted small push">${published({version, seat, publishedAt})}</span>
      </header>
      <p class="says">${ruleSentence(this.rule)}</p>
      <p class="small muted">${scopeWords(places)} · <a href=${withParameters('/rules', {rule: id})}><span class="id">${id}</span></a></p>
      <details ?open=${this.open} @toggle=${event => (this.open = event.target.open)}>
        <summary>${text('rules.terms')}</summary>
        ${termsTable(text('rules.condition'), condition)}
        ${handling ? termsTable(text('rules.handling'), handling) : nothing}
      </details>
    </article>`;
  }

  /** Opens, scrolls here and takes the focus, for one who followed a link to this rule. */
  async show() {
    this.open = true;
    await this.updateComplete;
    this.scrollIntoView({block: 'start'});
    this.renderRoot.querySelector('h2').focus({preventScroll: true});
  }
}

/** Version, seat and time of what was published. */
export const published = ({version, seat, publishedAt}) =>
  [
    version ? text('rules.version', version) : null,
    publishedAt ? text('rules.published', seat ?? text('rules.no-seat'), dateAndTime(publishedAt)) : null,
  ].filter(Boolean).join(' · ');

/** The places that a rule, policy or silence is about. */
export const scopeWords = places =>
  places.length === 0 ? text('rules.whole-city') : text('rules.in', places.map(placeName).join(text('rules.comma')));

/** Terms with their names, their values in words, and as the rules' file has them. */
export const termsTable = (caption, terms, measure) => html`<table>
  <caption class="unseen">${caption}</caption>
  <thead><tr><th scope="col">${caption}</th><th scope="col">${text('rules.value')}</th><th scope="col">${text('rules.raw')}</th></tr></thead>
  <tbody>${termRows(terms, measure).map(row => html`<tr>
    <th scope="row">${row.name}</th>
    <td>${row.key === 'inhibits' ? ruleLinks(terms.inhibits.map(({rule}) => rule)) : row.words}</td>
    <td><code>${row.key}: ${row.raw}</code></td></tr>`)}</tbody></table>`;

/** Links to rules by their ids. */
export const ruleLinks = ids =>
  ids.map((rule, index) =>
    html`${index > 0 ? text('rules.comma') : nothing}<a href=${withParameters('/rules', {rule})}>${ruleName(rule)}</a>`);

customElements.define('rule-card', RuleCard);
