import {css, html, svg} from '/lib/lit/index.js';
import {PageElement} from './page-element.js';

const WIDTH = 120;
const HEIGHT = 28;
const PAD = 2;

/**
 * A line of a few figures beside a row of a table: <spark-line .values=${[98, null, 97]} .low=${0}
 * .high=${100} label="…">. Where a figure is missing (null) the line has a gap. With `bars`, bars.
 */
export class SparkLine extends PageElement {
  static properties = {
    values: {attribute: false},
    low: {type: Number},
    high: {type: Number},
    bars: {type: Boolean},
    label: {type: String},
  };

  static styles = css`
    :host {
      display: inline-block;
      line-height: 0;
    }
    svg {
      width: 120px;
      height: 28px;
      overflow: visible;
    }
    .ground {
      stroke: var(--line);
      stroke-width: 1;
    }
    .line {
      fill: none;
      stroke: var(--accent);
      stroke-width: 1.5;
      stroke-linejoin: round;
    }
    .bar, .last {
      fill: var(--accent);
    }
    .lone {
      fill: var(--accent);
    }
    .gap {
      stroke: var(--muted);
      stroke-width: 1;
      stroke-dasharray: 2 2;
    }
  `;

  render() {
    const values = this.values ?? [];
    const known = values.filter(Number.isFinite);
    const low = this.low ?? Math.min(...known, 0);
    const high = Math.max(this.high ?? Math.max(...known), low + 1);
    const x = index => PAD + (index * (WIDTH - 2 * PAD)) / Math.max(1, values.length - 1);
    const y = value => HEIGHT - PAD - ((value - low) * (HEIGHT - 2 * PAD)) / (high - low);
    return html`
      <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label=${this.label ?? ''}>
        <title>${this.label}</title>
        <line class="ground" x1="0" x2=${WIDTH} y1=${HEIGHT - 0.5} y2=${HEIGHT - 0.5}></line>
        ${this.bars ? this.#bars(values, y) : this.#line(values, x, y)}
      </svg>`;
  }

  #bars(values, y) {
    const step = WIDTH / Math.max(1, values.length);
    return values.map((value, index) =>
      value > 0
        ? svg`<rect class="bar" x=${index * step + 0.5} width=${step - 1} y=${y(value)} height=${HEIGHT - PAD - y(value) + 1.5}></rect>`
        : null);
  }

  #line(values, x, y) {
    const runs = runsOf(values);
    const last = runs.at(-1)?.at(-1);
    return svg`
      ${runs.map(run =>
        run.length === 1
          ? svg`<circle class="lone" cx=${x(run[0])} cy=${y(values[run[0]])} r="1.5"></circle>`
          : svg`<polyline class="line" points=${run.map(index => `${x(index)},${y(values[index])}`).join(' ')}></polyline>`)}
      ${runs.slice(1).map((run, index) => {
        const before = runs[index].at(-1);
        return svg`<line class="gap" x1=${x(before)} x2=${x(run[0])} y1=${HEIGHT - 0.5} y2=${HEIGHT - 0.5}></line>`;
      })}
      ${last === undefined ? null : svg`<circle class="last" cx=${x(last)} cy=${y(values[last])} r="2"></circle>`}`;
  }
}

/** The indexes of figures that follow each other without a gap. */
export function runsOf(values) {
  const runs = [];
  values.forEach((value, index) => {
    if (!Number.isFinite(value)) {
      return;
    }
    if (index > 0 && Number.isFinite(values[index - 1])) {
      runs.at(-1).push(index);
    } else {
      runs.push([index]);
    }
  });
  return runs;
}

customElements.define('spark-line', SparkLine);
