import {css, html, nothing} from '/lib/lit/index.js';
import {historyOption} from './history-option.js';
import {historySummary, lineLook, seriesName, stateCounts} from './history-series.js';
import {fieldName, measureName} from './measures.js';
import {PageElement} from './page-element.js';
import {onPlaces} from './places.js';
import {shared} from './shared-styles.js';
import {text, word} from './texts.js';
import {onTheme} from './theme.js';

/** A megabyte that only this page needs. */
const LIBRARY = '/lib/echarts/dist/echarts.esm.min.js';

/** A history as lines over time: <history-chart .history=${History}>. */
class HistoryChart extends PageElement {
  static properties = {history: {attribute: false}, failure: {state: true}};

  static styles = [shared, css`
    :host {
      display: flex;
      flex-direction: column;
      min-height: 26rem;
    }
    #chart {
      flex: 1;
      min-height: 22rem;
    }
    ul {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--space-4);
      font-size: var(--text-s);
    }
    .names {
      font-size: var(--text-m);
      margin-bottom: var(--space-1);
    }
    li {
      display: inline-flex;
      align-items: center;
      gap: var(--space-2);
    }
    li svg {
      width: 30px;
      height: 14px;
    }
    .COMPLETE {
      fill: var(--accent);
    }
    .QUIET {
      fill: var(--accent);
    }
    .PARTIAL, .OPEN {
      fill: none;
      stroke: var(--accent);
      stroke-width: 1.5;
    }
    .OPEN {
      stroke-dasharray: 2 2;
    }
    .MISSING {
      fill: none;
      stroke: var(--hatch);
    }
  `];

  #chart = null;
  #size = new ResizeObserver(() => this.#chart?.resize());

  constructor() {
    super();
    this.failure = null;
    this.follow(onTheme, () => this.#draw());
    this.follow(onPlaces, () => this.#draw());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#size.disconnect();
    this.#chart?.dispose();
    this.#chart = null;
  }

  render() {
    const {history} = this;
    const title = `${measureName(history.measure)} ${fieldName(history.field)}`;
    return html`
      <ul class="names" aria-label=${text('history.lines')}>${history.series.map((each, index) =>
        html`<li><b>${index + 1}</b>${lineSwatch(lineLook(each, history.series))}${seriesName(each)}</li>`)}</ul>
      ${this.failure ? html`<p class="bad" role="alert">${text('history.no-chart', this.failure.message)}</p>` : nothing}
      <div id="chart" role="img" aria-label=${historySummary(history, title)}></div>
      <ul aria-label=${text('history.states')}>${stateCounts(history.series).map(({state, count}) =>
        html`<li>${SWATCHES[state]}<span>${word('point', state)} <span class="muted">${text('history.windows', count)}</span></span></li>`)}</ul>`;
  }

  updated() {
    this.#draw();
  }

  async #draw() {
    try {
      const {init} = await import(LIBRARY);
      const place = this.renderRoot?.querySelector('#chart');
      if (!place || !this.isConnected) {
        return;
      }
      if (!this.#chart) {
        this.#chart = init(place);
        this.#size.observe(place);
      }
      this.#chart.setOption(historyOption(this.history), {notMerge: true});
    } catch (failure) {
      this.failure = failure;
    }
  }
}

const lineSwatch = ({colour, dash, width}) => html`<svg viewBox="0 0 30 14" aria-hidden="true">
  <line x1="0" x2="30" y1="7" y2="7" stroke="var(${colour})" stroke-dasharray=${dash.join(' ') || 'none'} stroke-width=${width}></line></svg>`;

const SWATCHES = {
  COMPLETE: html`<svg viewBox="0 0 30 14" aria-hidden="true"><rect class="COMPLETE" x="1" y="3" width="28" height="8"></rect></svg>`,
  PARTIAL: html`<svg viewBox="0 0 30 14" aria-hidden="true"><rect class="PARTIAL" x="1" y="3" width="28" height="8"></rect></svg>`,
  OPEN: html`<svg viewBox="0 0 30 14" aria-hidden="true"><rect class="OPEN" x="1" y="3" width="28" height="8"></rect></svg>`,
  QUIET: html`<svg viewBox="0 0 30 14" aria-hidden="true"><rect class="QUIET" x="1" y="6" width="28" height="2"></rect></svg>`,
  MISSING: html`<svg viewBox="0 0 30 14" aria-hidden="true"><rect class="MISSING" x="1" y="1" width="28" height="12"></rect>
    <path class="MISSING" d="M1 13 13 1M7 13 19 1M13 13 25 1M19 13 29 3"></path></svg>`,
};

customElements.define('history-chart', HistoryChart);
