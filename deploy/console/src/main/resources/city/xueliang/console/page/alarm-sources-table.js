import {css, html} from '/lib/lit/index.js';
import {dateAndTime, number, percent} from './format.js';
import {PageElement} from './page-element.js';
import {pageStyles} from './page-styles.js';
import {onPlaces, placeName, placePath} from './places.js';
import {wallPath} from './router.js';
import {onRuleNames, ruleName} from './rule-names.js';
import {shared} from './shared-styles.js';
import {text} from './texts.js';

/** From what a seat's alarms come, the most first: <alarm-sources-table .sources=${AlarmHealth.worst}>. */
class AlarmSourcesTable extends PageElement {
  static properties = {sources: {attribute: false}};

  static styles = [shared, pageStyles, css`
    :host {
      padding: 0;
    }
    td {
      vertical-align: middle;
    }
    .seat > th {
      padding-top: var(--space-4);
      color: var(--text);
      font-size: var(--text-m);
      font-weight: 700;
    }
    .bar {
      width: 8rem;
      height: 0.625rem;
      border: 1px solid var(--line-strong);
      background: var(--unknown);
      vertical-align: middle;
    }
    rect {
      fill: var(--accent);
    }
  `];

  constructor() {
    super();
    this.follow(onPlaces);
    this.follow(onRuleNames);
  }

  render() {
    if (!this.sources?.length) {
      return html`<p class="muted">${text('alarms.no-sources')}</p>`;
    }
    const bySeat = Map.groupBy(this.sources, ({seat}) => seat);
    return html`
      <div class="scroll"><table>
        <thead><tr>
          <th scope="col" class="figure">${text('alarms.rank')}</th>
          <th scope="col">${text('alarms.rule')}</th>
          <th scope="col">${text('alarms.place')}</th>
          <th scope="col" class="figure">${text('alarms.count')}</th>
          <th scope="col" colspan="2">${text('alarms.share')}</th>
          <th scope="col">${text('alarms.day')}</th>
        </tr></thead>
        ${[...bySeat].map(([seat, sources]) => html`<tbody>
          <tr class="seat"><th colspan="7" scope="rowgroup">${placeName(seat)}</th></tr>
          ${sources.map(source => this.#row(source))}</tbody>`)}
      </table></div>`;
  }

  #row({rank, rule, place, alarms, percent: share, day}) {
    return html`<tr>
      <td class="figure">${rank}</td>
      <td><a href="/rules?rule=${encodeURIComponent(rule)}">${ruleName(rule)}</a></td>
      <td><a href=${wallPath(place)}>${placePath(place)}</a></td>
      <td class="figure">${number(alarms)}</td>
      <td class="figure">${percent(share)}</td>
      <td><svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        <rect width=${share} height="10"></rect></svg></td>
      <td class="nowrap">${day ? dateAndTime(day).slice(0, 10) : '–'}</td>
    </tr>`;
  }
}

customElements.define('alarm-sources-table', AlarmSourcesTable);
