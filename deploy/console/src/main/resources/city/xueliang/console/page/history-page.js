/** How something went over time in places, compared with others and with before. See history-query.js. */
import {css, html, nothing} from '/lib/lit/index.js';
import {get} from './api.js';
import {Asked} from './asked.js';
import {now} from './clock.js';
import {dateAndTime} from './format.js';
import './history-chart.js';
import './history-controls.js';
import './history-files.js';
import {asked, historyPath, readQuery, spanAt, withField} from './history-query.js';
import './history-table.js';
import {fieldName, measureName} from './measures.js';
import {PageElement} from './page-element.js';
import {askedNote, choices, pageStyles} from './page-styles.js';
import {onPlaces} from './places.js';
import {onRoute, route} from './router.js';
import {shared} from './shared-styles.js';
import {text} from './texts.js';

class HistoryPage extends PageElement {
  static styles = [shared, pageStyles, css`
    :host {
      display: flex;
      flex-direction: column;
      min-height: 100%;
    }
    .answer {
      flex: 1;
      display: flex;
      flex-direction: column;
    }
    .answer > header {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2) var(--space-4);
      align-items: center;
    }
    .push {
      margin-inline-start: auto;
    }
    history-chart {
      flex: 1;
    }
    .old {
      opacity: 0.6;
    }
  `];

  #measures = new Asked(this, signal => get('/api/measures', {}, {signal}));
  #history = new Asked(this, signal => get('/api/history', this.#parameters(), {signal}));
  #query = null;
  #span = null;

  constructor() {
    super();
    this.follow(onRoute, () => this.#look());
    this.follow(onPlaces);
  }

  async connectedCallback() {
    super.connectedCallback();
    await this.#measures.ask();
    this.#look();
  }

  #look() {
    const {page, params} = route();
    if (page !== 'history' || !this.#measures.answer) {
      return;
    }
    const query = withField(readQuery(params), this.#measures.answer);
    const same = this.#query && question(this.#query) === question(query);
    this.#query = query;
    if (!same) {
      this.#askAnew();
    }
    this.requestUpdate();
  }

  #askAnew() {
    this.#span = spanAt(this.#query, now());
    this.#history.ask();
  }

  #parameters() {
    return asked(this.#query, this.#span);
  }

  render() {
    return html`
      ${askedNote(this.#measures)}
      ${this.#query ? html`
        <section class="panel">
          <history-controls .query=${this.#query} .asked=${this.#span} .measures=${this.#measures.answer}></history-controls>
        </section>
        <section class="panel answer">${this.#answer()}</section>` : nothing}`;
  }

  #answer() {
    const history = this.#history.answer;
    const query = this.#query;
    const views = ['chart', 'table'].map(view => ({
      label: text(`history.view.${view}`), href: historyPath({...query, view}), chosen: view === query.view,
    }));
    return html`
      <header>
        <h1>${measureName(query.measure)} · ${fieldName(query.field)}</h1>
        ${history ? html`<span class="muted">${dateAndTime(history.from)} – ${dateAndTime(history.to)} ·
          ${text('history.each', text(`history.window.${history.window}`))}</span>` : nothing}
        <span class="push"></span>
        ${choices(text('history.view'), views)}
        <button @click=${() => this.#askAnew()} ?disabled=${this.#history.waiting}>${text('history.refresh')}</button>
        <history-files .asked=${{...this.#parameters(), window: history?.window ?? query.window}}
          .link=${historyPath({...query, span: null, ...this.#span, window: history?.window ?? query.window})}></history-files>
      </header>
      ${askedNote(this.#history)}
      ${history ? this.#shown(history) : nothing}`;
  }

  #shown(history) {
    const old = this.#history.waiting ? 'old' : '';
    if (history.series.every(({points}) => points.length === 0)) {
      return html`<p>${text('history.nothing')}</p>`;
    }
    return this.#query.view === 'table'
      ? html`<history-table class=${old} .history=${history}></history-table>`
      : html`<history-chart class=${old} .history=${history}></history-chart>`;
  }
}

/** What the server is asked; the view is not part of it. */
const question = ({view, ...rest}) => JSON.stringify(rest);

customElements.define('history-page', HistoryPage);
