/** One alert in the wall's list, as a link to it. */
import {css, html, nothing} from '/lib/lit/index.js';
import {heldBack, overdue, since, unacknowledged} from './alerts.js';
import {SHAPES, numeral} from './colour-sign.js';
import {countdown, span} from './format.js';
import {isValued, readingWords} from './measures.js';
import {placePath} from './places.js';
import {alertPath} from './router.js';
import {ruleName} from './rule-names.js';
import {text, word} from './texts.js';

const SOON = 60_000;

/**
 * @param {number} at the server's time
 * @param {string} place code of the place that the link keeps; may be null
 * @param {string} chosen id of the alert that is open; may be null
 */
export function alertRow(alert, at, place, chosen) {
  return html`<a class="row ${alert.colour} ${unacknowledged(alert) ? 'open' : 'worked'}" href=${alertPath(alert.id, place)}
      aria-current=${alert.id === chosen ? 'true' : nothing} data-alert=${alert.id}>
    <span class="badge"><svg viewBox="-12 -12 24 24" aria-hidden="true"><path d=${SHAPES[alert.colour]}></path></svg>
      <span class="word">${numeral(alert.colour)} ${text(`colour.short.${alert.colour}`)}</span></span>
    <span class="rule">${ruleName(alert.rule)}</span>
    <span class="side">${deadline(alert, at)}</span>
    <span class="where">${placePath(alert.place)}</span>
    <span class="facts"><span class="value">${value(alert)}</span><span class="state">${state(alert, at)}</span></span>
  </a>`;
}

function value(alert) {
  if (alert.measure === undefined || alert.value === undefined) {
    return alert.deviceCount > 1 ? text('wall.devices', alert.deviceCount) : nothing;
  }
  if (!isValued(alert.measure)) {
    return nothing;
  }
  const shown = readingWords(alert.value, alert.measure);
  if (alert.limit !== undefined) {
    return text('wall.value.limit', shown, readingWords(alert.limit, alert.measure));
  }
  return alert.expectedHigh === undefined
    ? shown
    : text('wall.value.expected', shown, readingWords(alert.expectedLow, alert.measure), readingWords(alert.expectedHigh, alert.measure));
}

/** Time left to the next deadline; how far it was escalated if one was missed. */
function deadline(alert, at) {
  const missed = overdue(alert, at);
  const left = alert.nextDeadlineAt === undefined ? null : alert.nextDeadlineAt - at;
  const figure = left === null ? nothing : html`<b class=${left < 0 ? 'soon over' : left < SOON ? 'soon' : ''}>${left < 0 ? '−' : ''}${countdown(Math.abs(left))}</b>`;
  return missed ? html`<span class="late">${alert.escalations > 0 ? text('wall.late.times', alert.escalations) : text('wall.late')}</span>${figure}` : figure;
}

function state(alert, at) {
  const held = heldBack(alert);
  const words = held ? text(`wall.held.${held}`) : word('state', alert.state);
  const who = alert.seat && !unacknowledged(alert) ? html` · ${alert.seat}` : nothing;
  const level = alert.escalations > 0 && alert.commandLevel !== 'UNKNOWN'
    ? html` · <span class="level">${text('wall.escalated', word('commandlevel', alert.commandLevel))}</span>` : nothing;
  return html`<b>${words}</b> · ${text('wall.since', span(at - since(alert)))}${level}${who}`;
}

export const alertRowStyles = css`
  .row {
    display: grid;
    grid-template-columns: 4.75rem minmax(0, 1fr) auto;
    grid-template-rows: auto auto auto;
    gap: 0 var(--space-3);
    align-items: baseline;
    padding: var(--space-1) var(--space-3) var(--space-1) 0;
    line-height: 1.25;
    border-block-end: 1px solid var(--line);
    color: var(--text);
    text-decoration: none;
    contain: content;
  }
  .row:hover {
    background: var(--raised);
  }
  .row:focus-visible {
    outline-offset: -3px;
  }
  .row[aria-current] {
    background: var(--raised);
    box-shadow: inset 0 0 0 2px var(--accent);
  }
  .badge {
    grid-row: 1 / 4;
    align-self: stretch;
    display: grid;
    place-content: center;
    justify-items: center;
    margin-block: calc(-1 * var(--space-1));
    border-inline-start: 0.5rem solid var(--colour);
    font-weight: 700;
    line-height: 1.2;
  }
  .open .badge {
    background: var(--colour);
    color: var(--on-colour);
  }
  .badge svg {
    width: 1.5rem;
    height: 1.5rem;
    fill: var(--colour);
    stroke: var(--on-colour);
    stroke-width: 1.5;
  }
  .open .badge svg {
    fill: currentColor;
    stroke: none;
  }
  .badge .word {
    font-size: var(--text-s);
    white-space: nowrap;
  }
  .rule,
  .where,
  .state {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .rule {
    line-height: 1.4;
    font-size: var(--text-l);
    font-weight: 600;
  }
  .side {
    display: flex;
    gap: var(--space-2);
    align-items: baseline;
  }
  .side b {
    font: 700 var(--text-xl)/1 var(--figures);
  }
  .side b.soon {
    color: var(--warning);
  }
  .late {
    padding: 0 0.4em;
    border-radius: var(--radius);
    background: var(--text);
    color: var(--page);
    font-weight: 700;
    white-space: nowrap;
  }
  /* The minus sign tells it as well. */
  @container (max-width: 33rem) {
    .late:has(+ .over) {
      display: none;
    }
  }
  .where,
  .facts {
    grid-column: 2 / 4;
  }
  .facts {
    display: flex;
    gap: var(--space-3);
  }
  .value {
    white-space: nowrap;
  }
  .value:empty {
    display: none;
  }
  .state {
    color: var(--muted);
  }
  .open .state b,
  .level {
    color: var(--text);
    font-weight: 600;
  }
  .worked .state b {
    font-weight: inherit;
  }
`;
