import {css, html, nothing, svg} from '/lib/lit/index.js';
import {dateAndTime, timeOfDay} from './format.js';
import {fieldName, figure, figureWithUnit, isValued, measureName, readingWords} from './measures.js';
import {PageElement} from './page-element.js';
import {comparedField, extent, runs, ticks} from './readings-scale.js';
import {shared} from './shared-styles.js';
import {text} from './texts.js';

const HEIGHT = 180;
const LEFT = 46;
const RIGHT = 12;
const TOP = 14;
const BOTTOM = 22;
const MINUTE = 60_000;

/**
 * What fired an alert and, hollow, what cleared it, with its limit or expected band and its place's minutes:
 * <readings-chart .readings=${AlertReadings} .rule=${Rule} .clearedAt=${alert.clearedAt}>
 */
class ReadingsChart extends PageElement {
  static properties = {
    readings: {attribute: false}, rule: {attribute: false}, clearedAt: {attribute: false}, width: {state: true},
  };

  static styles = [shared, css`
    :host {
      display: block;
    }
    svg {
      display: block;
      width: 100%;
      height: 180px;
    }
    text {
      fill: var(--muted);
      font-size: 12px;
    }
    .axis {
      stroke: var(--line);
    }
    .band {
      fill: var(--good);
      fill-opacity: 0.14;
      stroke: var(--good);
      stroke-dasharray: 2 3;
    }
    .limit {
      stroke: var(--bad);
      stroke-width: 2;
      stroke-dasharray: 7 4;
    }
    .limit-label {
      fill: var(--bad);
      font-weight: 700;
      paint-order: stroke;
      stroke: var(--surface);
      stroke-width: 3px;
    }
    .line {
      fill: none;
      stroke: var(--accent);
      stroke-width: 2;
      stroke-linejoin: round;
    }
    .minute {
      fill: var(--accent);
    }
    .minute.partial {
      fill: var(--surface);
      stroke: var(--accent);
      stroke-width: 1.5;
    }
    .evidence {
      fill: var(--text);
      stroke: var(--surface);
      stroke-width: 1;
    }
    .evidence.cleared {
      fill: var(--surface);
      stroke: var(--text);
      stroke-width: 2;
    }
    ul {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--space-4);
      font-size: var(--text-s);
      color: var(--muted);
    }
    li {
      white-space: nowrap;
    }
    li svg {
      display: inline-block;
      width: 22px;
      height: 12px;
      vertical-align: middle;
    }
  `];

  #watch = new ResizeObserver(([{contentRect}]) => (this.width = Math.max(240, Math.round(contentRect.width))));

  constructor() {
    super();
    this.width = 400;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#watch.observe(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#watch.disconnect();
  }

  render() {
    const {readings, rule} = this;
    if (!readings || readings.minutes.length + readings.evidence.length === 0) {
      return html`<p class="muted">${text('alert.no-readings')}</p>`;
    }
    const field = comparedField(readings, rule);
    const byValue = isValued(readings.measure);
    if (!field && !byValue) {
      // Signs of life that did not come have no value that could be drawn.
      return nothing;
    }
    const {from, to, low, high} = extent(readings, field, byValue);
    const x = at => LEFT + ((at - from) * (this.width - LEFT - RIGHT)) / (to - from);
    const y = value => TOP + ((high - value) * (HEIGHT - TOP - BOTTOM)) / (high - low);
    return html`
      <svg viewBox="0 0 ${this.width} ${HEIGHT}" role="img" aria-label=${summary(readings)}>
        ${ticks(low, high).map(value => svg`
          <line class="axis" x1=${LEFT} x2=${this.width - RIGHT} y1=${y(value)} y2=${y(value)}></line>
          <text x=${LEFT - 6} y=${y(value) + 4} text-anchor="end">${figure(value)}</text>`)}
        <text x=${LEFT} y=${HEIGHT - 6}>${timeOfDay(from)}</text>
        <text x=${this.width - RIGHT} y=${HEIGHT - 6} text-anchor="end">${timeOfDay(to)}</text>
        ${this.#band(readings, y)}
        ${runs(readings.minutes, field).map(run => run.length > 1
          ? svg`<polyline class="line" points=${run.map(({at, values}) => `${x(at + MINUTE / 2)},${y(values[field])}`).join(' ')}></polyline>`
          : nothing)}
        ${this.#minutes(readings, field, x, y)}
        ${this.#limit(readings, y)}
        ${readings.evidence.map(each => svg`<path class="evidence ${each.at >= this.clearedAt ? 'cleared' : ''}"
          d="M0-6 5 0 0 6-5 0z" transform="translate(${x(each.at)} ${byValue ? y(each.value) : HEIGHT - BOTTOM})">
          <title>${timeOfDay(each.at)} ${readingWords(each.value, each.measure)} ${each.device ?? ''}</title></path>`)}
      </svg>
      ${this.#legend(readings, field)}`;
  }

  #band({expectedLow, expectedHigh}, y) {
    return Number.isFinite(expectedLow) && Number.isFinite(expectedHigh)
      ? svg`<rect class="band" x=${LEFT} width=${this.width - LEFT - RIGHT} y=${y(expectedHigh)}
          height=${Math.max(1, y(expectedLow) - y(expectedHigh))}></rect>`
      : nothing;
  }

  #limit({limit, measure}, y) {
    return Number.isFinite(limit)
      ? svg`<line class="limit" x1=${LEFT} x2=${this.width - RIGHT} y1=${y(limit)} y2=${y(limit)}></line>
          <text class="limit-label" x=${LEFT + 6} y=${y(limit) - 5}>${text('alert.limit', figureWithUnit(limit, measure))}</text>`
      : nothing;
  }

  #minutes({minutes, measure}, field, x, y) {
    return minutes.filter(({values}) => Number.isFinite(values[field])).map(({at, complete, values}) => svg`
      <circle class="minute ${complete ? '' : 'partial'}" cx=${x(at + MINUTE / 2)} cy=${y(values[field])} r=${complete ? 1.5 : 3}>
        <title>${timeOfDay(at)} ${fieldName(field)} ${figureWithUnit(values[field], measure, field)}</title></circle>`);
  }

  #legend({minutes, expectedLow, evidence}, field) {
    return html`<ul>
      ${minutes.length > 0 && field ? html`<li><svg aria-hidden="true"><path class="line" d="M1 6H21"></path></svg>
        ${text('alert.legend.minutes', fieldName(field))}</li>` : nothing}
      ${minutes.some(({complete}) => !complete) ? html`<li>
        <svg aria-hidden="true"><circle class="minute partial" cx="11" cy="6" r="3"></circle></svg>
        ${text('alert.legend.partial')}</li>` : nothing}
      ${evidence.length > 0 ? html`<li><svg aria-hidden="true"><path class="evidence" d="M11 0 16 6 11 12 6 6z"></path></svg>
        ${text('alert.legend.evidence')}</li>` : nothing}
      ${evidence.some(({at}) => at >= this.clearedAt) ? html`<li>
        <svg aria-hidden="true"><path class="evidence cleared" d="M11 1 16 6 11 11 6 6z"></path></svg>
        ${text('alert.legend.cleared')}</li>` : nothing}
      ${Number.isFinite(expectedLow) ? html`<li><svg aria-hidden="true"><rect class="band" x="1" y="1" width="20" height="10"></rect></svg>
        ${text('alert.legend.band')}</li>` : nothing}
    </ul>`;
  }
}

/** The chart in a sentence, for who does not see it. */
function summary({evidence, measure, limit}) {
  const newest = evidence.at(-1);
  return [
    text('alert.chart', measureName(measure)),
    newest ? `${dateAndTime(newest.at)} ${readingWords(newest.value, measure)}` : null,
    Number.isFinite(limit) ? text('alert.limit', figureWithUnit(limit, measure)) : null,
  ].filter(Boolean).join(' · ');
}

customElements.define('readings-chart', ReadingsChart);
