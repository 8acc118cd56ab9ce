/** Rules, policies and silences in force. /rules?show=silences&text=…&colour=RED&type=burst, /rules?rule=<id> */
import {css, html, nothing} from '/lib/lit/index.js';
import {repeat} from '/lib/lit/directives/repeat.js';
import {get} from './api.js';
import {Asked, every} from './asked.js';
import {COLOURS} from './colour-sign.js';
import {PageElement} from './page-element.js';
import {askedNote, choices, pageStyles} from './page-styles.js';
import './policy-card.js';
import {onRoute, route, setParams} from './router.js';
import './rule-card.js';
import {onRuleNames} from './rule-names.js';
import {ruleSentence} from './rule-words.js';
import {shared} from './shared-styles.js';
import './silence-list.js';
import {text, word} from './texts.js';

const PARTS = ['rules', 'policies', 'silences'];
const TYPES = ['threshold', 'rate', 'absence', 'burst', 'together', 'sequence', 'unusual', 'spread', 'coverage'];
const ASK_EVERY = 60_000;

class RulesPage extends PageElement {
  static styles = [shared, pageStyles, css`
    .filter {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2) var(--space-3);
      align-items: center;
      margin-bottom: var(--space-3);
    }
    .filter input {
      width: 18rem;
      max-width: 100%;
    }
    .filter input::placeholder {
      color: var(--muted);
      opacity: 1;
    }
    .cards {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 40rem), 1fr));
      gap: var(--space-3);
      align-items: start;
    }
    .policies {
      grid-template-columns: minmax(0, 1fr);
    }
    rule-card[open] {
      grid-column: 1 / -1;
    }
  `];

  #rules = new Asked(this, signal => get('/api/rules', {}, {signal}));
  #shown = null;

  constructor() {
    super();
    this.follow(onRoute);
    // The names are loaded anew when the rules have changed.
    this.follow(onRuleNames, () => this.#rules.ask());
    this.follow(every(ASK_EVERY), () => this.#rules.ask());
  }

  connectedCallback() {
    super.connectedCallback();
    this.#rules.ask();
  }

  render() {
    const answer = this.#rules.answer;
    const part = this.#part();
    const links = PARTS.map(each => ({
      label: text(`rules.${each}`, answer?.[each].filter(({phase}) => phase !== 'PAST').length ?? ''),
      href: each === 'rules' ? '/rules' : `/rules?show=${each}`,
      chosen: each === part,
    }));
    return html`
      <header class="page">
        <h1>${text('rules.title')}</h1>
        ${choices(text('rules.title'), links)}
        <span class="muted small">${text('rules.read-only')}</span>
      </header>
      ${askedNote(this.#rules)}
      ${answer ? this.#content(part, answer) : nothing}`;
  }

  #part() {
    const {params} = route();
    return PARTS.includes(params.get('show')) ? params.get('show') : 'rules';
  }

  #content(part, {rules, policies, silences}) {
    if (part === 'silences') {
      return html`<silence-list .silences=${silences} @ended=${() => this.#rules.ask()}></silence-list>`;
    }
    if (part === 'policies') {
      return html`<div class="cards policies">${policies.map(policy => html`<policy-card .policy=${policy}></policy-card>`)}</div>`;
    }
    const {params} = route();
    const found = rules.filter(rule => matches(rule, params));
    return html`
      <div class="filter" role="search">
        <input type="search" aria-label=${text('rules.search')} placeholder=${text('rules.search')}
          .value=${params.get('text') ?? ''} @input=${event => setParams({text: event.target.value || null, rule: null})}>
        ${this.#select('colour', COLOURS, colour => word('colour', colour))}
        ${this.#select('type', TYPES, type => text(`rules.type.${type}`))}
        <span class="muted" role="status">${text('rules.found', found.length, rules.length)}</span>
      </div>
      <div class="cards">${repeat(found, ({id}) => id, rule => html`
        <rule-card .rule=${rule} ></rule-card>`)}</div>`;
  }

  #select(name, values, label) {
    const chosen = route().params.get(name) ?? '';
    return html`<select aria-label=${text(`rules.${name}`)} @change=${event => setParams({[name]: event.target.value || null, rule: null})}>
      <option value="" ?selected=${chosen === ''}>${text(`rules.${name}.all`)}</option>
      ${values.map(value => html`<option value=${value} ?selected=${value === chosen}>${label(value)}</option>`)}
    </select>`;
  }

  updated() {
    const {params} = route();
    const asked = params.get('rule');
    if (this.#rules.answer && asked !== this.#shown) {
      this.#shown = asked;
      const card = [...this.renderRoot.querySelectorAll('rule-card')].find(({rule}) => rule.id === asked);
      card?.updateComplete.then(() => card.show());
    }
  }
}

function matches(rule, params) {
  const wanted = (params.get('text') ?? '').trim().toLowerCase();
  const words = [rule.id, rule.zh, rule.en, ruleSentence(rule)].join(' ').toLowerCase();
  return (
    words.includes(wanted) &&
    (!params.get('colour') || rule.colour === params.get('colour')) &&
    (!params.get('type') || rule.type === params.get('type'))
  );
}

customElements.define('rules-page', RulesPage);
