import {css, html, nothing} from '/lib/lit/index.js';
import {repeat} from '/lib/lit/directives/repeat.js';
import {now} from './clock.js';
import {dateAndTime, number, percent, span} from './format.js';
import {PageElement} from './page-element.js';
import {pageStyles} from './page-styles.js';
import {onPlaces, placeName} from './places.js';
import {alertPath, wallPath} from './router.js';
import {shared} from './shared-styles.js';
import './spark-line.js';
import {text} from './texts.js';

const GRIDS_SHOWN = 3;

/** Network segments with dark devices: <coverage-segments .segments=${BlindSpots.segments}>. */
class CoverageSegments extends PageElement {
  static properties = {segments: {attribute: false}};

  static styles = [shared, pageStyles, css`
    :host {
      padding: 0;
    }
    td {
      vertical-align: middle;
    }
    code {
      font-family: inherit;
      overflow-wrap: anywhere;
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
    if (!this.segments?.length) {
      return html`<p class="bare"><span class="good" aria-hidden="true">✓</span> ${text('coverage.no-segments')}</p>`;
    }
    return html`
      <div class="scroll"><table>
        <thead><tr>
          <th scope="col">${text('coverage.segment')}</th>
          <th scope="col" class="figure">${text('coverage.dark')}</th>
          <th scope="col">${text('coverage.since')}</th>
          <th scope="col">${text('coverage.grids')}</th>
          <th scope="col">${text('coverage.alerts')}</th>
          <th scope="col">${text('coverage.outages')}</th>
        </tr></thead>
        <tbody>${repeat(this.segments, ({segment}) => segment, segment => this.#row(segment))}</tbody>
      </table></div>`;
  }

  #row({segment, devices, dark, grids, since, alerts = [], trend}) {
    const more = grids.length - GRIDS_SHOWN;
    return html`<tr>
      <td><code>${segment}</code></td>
      <td class="figure nowrap">${number(dark)} / ${number(devices)}
        <span class="muted">${devices ? percent((100 * dark) / devices) : ''}</span></td>
      <td class="nowrap">${since ? html`${span(now() - since)}
        <div class="muted small">${dateAndTime(since)}</div>` : '–'}</td>
      <td>${grids.slice(0, GRIDS_SHOWN).map((grid, index) =>
        html`${index > 0 ? text('view.comma') : nothing}<a href=${wallPath(grid)}>${placeName(grid)}</a>`)}
        ${more > 0 ? html`<span class="muted nowrap">${text('coverage.more-grids', more)}</span>` : nothing}</td>
      <td>${alerts.length === 0 ? '–' : html`<a href=${alertPath(alerts[0])}>${text('coverage.open-alert')}</a>
        ${alerts.length > 1 ? html`<span class="muted">+${alerts.length - 1}</span>` : nothing}`}</td>
      <td><spark-line bars .values=${trend} .low=${0}
        .label=${text('coverage.outage-words', trend.reduce((sum, each) => sum + each, 0))}></spark-line></td>
    </tr>`;
  }
}

customElements.define('coverage-segments', CoverageSegments);
