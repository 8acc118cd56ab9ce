/** How much of a place is seen, as a word and a sign. */
import {html} from '/lib/lit/index.js';
import {text} from './texts.js';

const SIGNS = {SEEN: '●', PARTLY: '◕', HALF: '◑', BLIND: '○', NONE: '–'};
const CLASSES = {SEEN: 'good', PARTLY: 'muted', HALF: 'warning', BLIND: 'bad', NONE: 'muted'};

/** SEEN from 95 percent of the devices, PARTLY from 80, HALF from 1, BLIND below; NONE where there are none. */
export function coverageState({expected, percent}) {
  if (!expected) {
    return 'NONE';
  }
  if (percent >= 95) {
    return 'SEEN';
  }
  return percent >= 80 ? 'PARTLY' : percent >= 1 ? 'HALF' : 'BLIND';
}

export function coverageSign(row) {
  const state = coverageState(row);
  return html`<span class="nowrap ${CLASSES[state]}">
    <span aria-hidden="true">${SIGNS[state]}</span> ${text(`coverage.state.${state}`)}</span>`;
}
