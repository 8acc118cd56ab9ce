/** What the map's signs mean. */
import {css, html} from '/lib/lit/index.js';
import {COLOURS, SHAPES, colourStyles, numeral} from './colour-sign.js';
import {PageElement} from './page-element.js';
import {shared} from './shared-styles.js';
import {text} from './texts.js';

class MapLegend extends PageElement {
  static styles = [shared, colourStyles, css`
    ul {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-1) var(--space-4);
      font-size: var(--text-s);
      color: var(--muted);
    }
    li {
      display: flex;
      align-items: center;
      gap: var(--space-1);
      white-space: nowrap;
    }
    svg {
      width: 1.125rem;
      height: 1.125rem;
    }
    .shape {
      fill: var(--colour);
      stroke: var(--on-colour);
    }
    .quiet,
    .blind {
      fill: var(--cell);
    }
    .line {
      stroke: var(--hatch);
      stroke-width: 3;
    }
    .unknown {
      fill: var(--unknown);
      stroke: var(--hatch);
      stroke-width: 1.5;
      stroke-dasharray: 2 3;
    }
  `];

  render() {
    const sample = (name, lines = '') => html`<li><svg viewBox="-12 -12 24 24" aria-hidden="true">
      <path class=${name} d="M-10-10H10V10H-10z"></path><path class="line" d=${lines}></path></svg>${text(`wall.legend.${name}`)}</li>`;
    return html`<ul aria-label=${text('wall.legend')}>
      ${COLOURS.map(colour => html`<li class=${colour}><svg viewBox="-12 -12 24 24" aria-hidden="true">
        <path class="shape" d=${SHAPES[colour]}></path></svg>${numeral(colour)} ${text(`colour.short.${colour}`)}</li>`)}
      ${sample('quiet')}${sample('blind', 'M-10 0L0-10M-10 10L10-10M0 10L10 0')}${sample('unknown')}</ul>`;
  }
}

customElements.define('map-legend', MapLegend);
