import {css, html, nothing, svg} from '/lib/lit/index.js';
import {MARKS, mix, verdict, worstVerdict} from './alarm-marks.js';
import {withParameters} from './api.js';
import {number} from './format.js';
import {figure} from './measures.js';
import {PageElement} from './page-element.js';
import {pageStyles} from './page-styles.js';
import {onPlaces, placeName} from './places.js';
import {shared} from './shared-styles.js';
import {text} from './texts.js';

const SIGNS = {GOOD: '✓', NEAR: '△', BAD: '✕', NONE: '–'};
const CLASSES = {GOOD: 'good', NEAR: 'warning', BAD: 'bad', NONE: 'muted'};
const ORDER = ['BAD', 'NEAR', 'GOOD', 'NONE'];
const PRIORITIES = ['low', 'medium', 'high'];

/** The figures of each seat beside their marks: <alarm-marks-table .seats=${AlarmHealth.seats} .days=${7}>. */
class AlarmMarksTable extends PageElement {
  static properties = {seats: {attribute: false}, days: {attribute: false}};

  static styles = [shared, pageStyles, css`
    :host {
      padding: 0;
    }
    th .mark {
      display: block;
      font-weight: 400;
      white-space: nowrap;
    }
    td .verdict {
      display: block;
      font-size: var(--text-s);
      white-space: nowrap;
    }
    .BAD > .value {
      font-weight: 700;
    }
    .mix {
      display: inline-block;
      width: 5rem;
      height: 0.625rem;
      margin-inline-start: var(--space-2);
      border: 1px solid var(--line-strong);
    }
    .low {
      fill: var(--blue);
    }
    .medium {
      fill: var(--orange);
    }
    .high {
      fill: var(--red);
    }
  `];

  constructor() {
    super();
    this.follow(onPlaces);
  }

  render() {
    if (!this.seats?.length) {
      return html`<p class="muted">${text('alarms.no-seats')}</p>`;
    }
    const rank = seat => ORDER.indexOf(worstVerdict(seat, this.days));
    const seats = [...this.seats].sort((one, other) => rank(one) - rank(other) || other.rate10min - one.rate10min);
    return html`
      <div class="scroll"><table>
        <thead><tr>
          <th scope="col">${text('alarms.seat')}</th>
          <th scope="col">${text('alarms.verdict')}</th>
          <th scope="col" class="figure">${text('alarms.count')}</th>
          ${MARKS.map(({id}) => html`<th scope="col" class="figure">${text(`alarms.${id}`)}
            <span class="mark">${text(`alarms.${id}.mark`)}</span></th>`)}
          <th scope="col" class="figure">${text('alarms.again')}</th>
          <th scope="col" class="figure">${text('alarms.open')}</th>
        </tr></thead>
        <tbody>${seats.map(seat => this.#row(seat))}</tbody>
      </table></div>
      <p class="muted small">${text('alarms.marks-from')}</p>`;
  }

  #row(seat) {
    const worst = worstVerdict(seat, this.days);
    const name = placeName(seat.place);
    return html`<tr>
      <td><a href=${withParameters('/history', {place: seat.place, measure: 'ALARM_HEALTH', field: 'rate_10min', span: 'week'})}
        title=${text('alarms.history-of', name)}>${name}</a></td>
      <td class="nowrap ${CLASSES[worst]}"><span aria-hidden="true">${SIGNS[worst]}</span> ${text(`alarms.verdict.${worst}`)}</td>
      <td class="figure">${number(seat.alarms)}</td>
      ${MARKS.map(mark => this.#figure(mark, seat))}
      <td class="figure">${number(seat.reAlarms)}</td>
      <td class="figure">${number(seat.open)}</td>
    </tr>`;
  }

  #figure(mark, seat) {
    const judged = verdict(mark, seat, this.days);
    return html`<td class="figure ${judged}">
      <span class="value nowrap">${mark.id === 'mix' ? mixWords(seat) : markedWords(mark, seat, this.days)}</span>
      <span class="verdict ${CLASSES[judged]}"><span aria-hidden="true">${SIGNS[judged]}</span> ${text(`alarms.verdict.${judged}`)}</span></td>`;
  }
}

function markedWords(mark, seat, days) {
  const value = mark.value(seat, days);
  return mark.unit && Number.isFinite(value) ? `${figure(value)}%` : figure(value);
}

function mixWords(seat) {
  const shares = mix(seat);
  if (!shares) {
    return nothing;
  }
  let x = 0;
  const parts = PRIORITIES.map(priority => {
    const part = svg`<rect class=${priority} x=${x} width=${shares[priority]} height="10"></rect>`;
    x += shares[priority];
    return part;
  });
  return html`${PRIORITIES.map(priority => number(shares[priority], 0)).join('/')}
    <svg class="mix" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">${parts}</svg>`;
}

customElements.define('alarm-marks-table', AlarmMarksTable);
