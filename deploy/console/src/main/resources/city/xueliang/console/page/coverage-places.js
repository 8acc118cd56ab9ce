import {css, html, nothing} from '/lib/lit/index.js';
import {repeat} from '/lib/lit/directives/repeat.js';
import {withParameters} from './api.js';
import {now} from './clock.js';
import {coverageSign} from './coverage-state.js';
import {dateAndTime, number, percent, span} from './format.js';
import {PageElement} from './page-element.js';
import {pageStyles} from './page-styles.js';
import {onPlaces, place, placeName, placePath} from './places.js';
import {wallPath} from './router.js';
import {shared} from './shared-styles.js';
import './spark-line.js';
import {text} from './texts.js';

const REASONS = ['silent', 'neverReported', 'frozen', 'clockWrong'];

/** Places with devices that are not heard: <coverage-places .spots=${BlindSpots.places}>. */
class CoveragePlaces extends PageElement {
  static properties = {spots: {attribute: false}, atMost: {attribute: false}};

  static styles = [shared, pageStyles, css`
    :host {
      padding: 0;
    }
    td {
      vertical-align: middle;
    }
    .bar {
      display: block;
      width: 6rem;
      height: 0.625rem;
      border: 1px solid var(--line-strong);
      background: var(--unknown);
    }
    .bar rect {
      fill: var(--accent);
    }
    .path {
      font-size: var(--text-s);
    }
    .bare {
      margin: 0 var(--space-4);
    }
  `];

  constructor() {
    super();
    this.follow(onPlaces);
  }

  render() {
    if (!this.spots?.length) {
      return html`<p class="bare"><span class="good" aria-hidden="true">✓</span> ${text('coverage.none')}</p>`;
    }
    return html`
      <div class="scroll"><table>
        <thead><tr>
          <th scope="col">${text('coverage.place')}</th>
          <th scope="col">${text('coverage.state')}</th>
          <th scope="col" colspan="2">${text('coverage.percent')}</th>
          <th scope="col" class="figure">${text('coverage.heard')}</th>
          <th scope="col">${text('coverage.since')}</th>
          ${REASONS.map(reason => html`<th scope="col" class="figure">${text(`coverage.${reason}`)}</th>`)}
          <th scope="col">${text('coverage.trend')}</th>
          <th scope="col"><span class="unseen">${text('coverage.history')}</span></th>
        </tr></thead>
        <tbody>${repeat(this.spots, ({row}) => row.place, spot => this.#row(spot))}</tbody>
      </table></div>
      ${this.spots.length === this.atMost ? html`<p class="muted small bare">${text('coverage.first', this.atMost)}</p>` : nothing}`;
  }

  #row({row, since, trend}) {
    const name = placeName(row.place);
    const above = place(row.place)?.parent;
    return html`<tr>
      <td>
        <a href=${wallPath(row.place)}>${name}</a>
        <div class="muted path">${place(above) && place(above).level !== 'CITY' ? placePath(above) : row.place}</div>
      </td>
      <td>${coverageSign(row)}</td>
      <td class="figure nowrap">${percent(row.percent)}</td>
      <td><svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        <rect width=${row.percent} height="10"></rect></svg></td>
      <td class="figure nowrap">${number(row.heard)} / ${number(row.expected)}</td>
      <td class="nowrap">${since ? html`<span title=${dateAndTime(since)}>${span(now() - since)}</span>
        <div class="muted small">${dateAndTime(since)}</div>` : '–'}</td>
      ${REASONS.map(reason => html`<td class="figure ${row[reason] ? '' : 'muted'}">${number(row[reason])}</td>`)}
      <td><spark-line .values=${trend} .low=${0} .high=${100} .label=${trendWords(trend)}></spark-line></td>
      <td><a href=${withParameters('/history', {place: row.place, measure: 'COVERAGE', field: 'percent', span: 'week'})}
        aria-label=${text('coverage.history-of', name)}>${text('coverage.history')}</a></td>
    </tr>`;
  }
}

function trendWords(trend) {
  const known = trend.filter(Number.isFinite);
  return known.length === 0
    ? text('coverage.trend-none')
    : text('coverage.trend-words', percent(Math.min(...known)), percent(Math.max(...known)), percent(known.at(-1)));
}

customElements.define('coverage-places', CoveragePlaces);
