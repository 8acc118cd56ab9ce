/** How much of a place is seen, as a word and a sign. */
import {html} from '/lib/lit/index.js';
import {text} from './texts.js';

/** From how many percent of the devices on a place is in this state, the best first; the steps of the map. */
const STATES = [
  {state: 'SEEN', from: 95, sign: '●', look: 'good'},
  {state: 'PARTLY', from: 80, sign: '◕', look: 'muted'},
  {state: 'HALF', from: 50, sign: '◑', look: 'warning'},
  {state: 'MOSTLY', from: 1, sign: '◔', look: 'bad'},
  {state: 'BLIND', from: 0, sign: '○', look: 'bad'},
];
const NO_DEVICES = {state: 'NONE', sign: '–', look: 'muted'};

/** @param {{expected: number, percent: number}} row CoverageRow of openapi.yaml */
export function coverageSign({expected, percent}) {
  const {state, sign, look} = expected ? STATES.find(({from}) => percent >= from) : NO_DEVICES;
  return html`<span class="nowrap ${look}"><span aria-hidden="true">${sign}</span> ${text(`coverage.state.${state}`)}</span>`;
}
