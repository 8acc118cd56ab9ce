import {css, html} from '/lib/lit/index.js';
import {dateAndTime} from './format.js';
import {rows, seriesName} from './history-series.js';
import {figure, unitOf} from './measures.js';
import {PageElement} from './page-element.js';
import {onPlaces} from './places.js';
import {shared} from './shared-styles.js';
import {text, word} from './texts.js';

const ROWS_SHOWN = 100;
const SIGNS = {COMPLETE: '', PARTIAL: '◐', OPEN: '◌', QUIET: '·', MISSING: '▨'};

/** A history as a table, the newest first: <history-table .history=${History}>. */
class HistoryTable extends PageElement {
  static properties = {history: {attribute: false}, first: {state: true}};

  static styles = [shared, css`
    :host {
      display: block;
    }
    .scroll {
      overflow: auto;
      max-height: 65vh;
    }
    thead th {
      position: sticky;
      top: 0;
      background: var(--surface);
    }
    td {
      white-space: nowrap;
      padding-block: var(--space-1);
    }
    .state {
      color: var(--muted);
      font-size: var(--text-s);
    }
    .MISSING {
      background: repeating-linear-gradient(135deg, transparent 0 5px, var(--line) 5px 6px);
    }
    nav {
      display: flex;
      gap: var(--space-3);
      align-items: center;
      padding-top: var(--space-3);
    }
  `];

  constructor() {
    super();
    this.first = 0;
    this.follow(onPlaces);
  }

  willUpdate(changed) {
    if (changed.has('history')) {
      this.first = 0;
    }
  }

  render() {
    const {series, measure, field} = this.history;
    const all = rows(series).reverse();
    const shown = all.slice(this.first, this.first + ROWS_SHOWN);
    const unit = unitOf(measure, field);
    return html`
      <div class="scroll" tabindex="0"><table>
        <thead><tr><th scope="col">${text('history.time')}</th>
          ${series.map(each => html`
            <th scope="col" class="figure">${seriesName(each)}${unit ? html` <span class="nowrap">(${unit})</span>` : ''}</th>
            <th scope="col">${text('history.state')}</th>`)}</tr></thead>
        <tbody>${shown.map(({at, points}) => html`<tr><th scope="row">${dateAndTime(at)}</th>
          ${points.map(point => cells(point ?? {state: 'MISSING'}))}</tr>`)}</tbody>
      </table></div>
      <nav aria-label=${text('history.pages')}>
        <button ?disabled=${this.first === 0} @click=${() => (this.first -= ROWS_SHOWN)}>${text('history.newer')}</button>
        <span class="muted" role="status">${text('history.rows', this.first + 1, this.first + shown.length, all.length)}</span>
        <button ?disabled=${this.first + ROWS_SHOWN >= all.length} @click=${() => (this.first += ROWS_SHOWN)}>${text('history.older')}</button>
      </nav>`;
  }
}

const cells = ({value, state, heard}) => html`<td class="figure ${state}">${figure(value)}</td>
  <td class="state ${state}"><span aria-hidden="true">${SIGNS[state]}</span>
    ${state === 'PARTIAL' && Number.isFinite(heard) ? text('point.PARTIAL.heard', Math.round(heard)) : word('point', state)}</td>`;

customElements.define('history-table', HistoryTable);
