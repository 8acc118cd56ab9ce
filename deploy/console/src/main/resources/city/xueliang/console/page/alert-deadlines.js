import {css, html, nothing} from '/lib/lit/index.js';
import {stands} from './alerts.js';
import {everySecond, now} from './clock.js';
import {countdown, moment, span, timeOfDay} from './format.js';
import {PageElement} from './page-element.js';
import {onPlaces} from './places.js';
import {deadlines, policies} from './response-terms.js';
import {onRuleNames} from './rule-names.js';
import {shared} from './shared-styles.js';
import {text, word} from './texts.js';

const SIGNS = {MET: '✓', LATE: '⚠', MISSED: '✕', NEXT: '◷', LATER: '◷', NOT_NEEDED: '–'};
const CLASSES = {MET: 'good', LATE: 'warning', MISSED: 'bad', NEXT: 'next', LATER: 'muted', NOT_NEEDED: 'muted'};

/** The three deadlines of an alert, counting down: <alert-deadlines .alert=${AlertSummary}>. */
class AlertDeadlines extends PageElement {
  static properties = {alert: {attribute: false}, policies: {state: true}};

  static styles = [shared, css`
    :host {
      display: block;
    }
    ol {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(7.5rem, 1fr));
      gap: var(--space-2);
    }
    li {
      padding: var(--space-2);
      border: 1px solid var(--line);
      border-radius: var(--radius);
      background: var(--raised);
    }
    .next {
      color: var(--text);
    }
    li:has(.next) {
      border-color: var(--focus);
      border-width: 2px;
    }
    .count {
      display: block;
      font-size: var(--text-l);
      font-weight: 700;
      font-family: var(--figures);
      line-height: 1.2;
    }
    .small {
      font-size: var(--text-s);
    }
    p {
      margin-top: var(--space-2);
      font-size: var(--text-s);
    }
  `];

  constructor() {
    super();
    this.policies = [];
    this.follow(everySecond);
    this.follow(onPlaces);
    this.follow(onRuleNames, () => this.#ask());
  }

  connectedCallback() {
    super.connectedCallback();
    this.#ask();
  }

  /** Without the policies the next deadline, which the alert has with it, is shown. */
  #ask() {
    policies().then(inForce => (this.policies = inForce), () => {});
  }

  render() {
    const steps = deadlines(this.alert, this.policies);
    const {commandLevel, escalations} = this.alert;
    return html`
      ${steps.length === 0 ? nothing : html`<ol aria-label=${text('alert.deadlines')}>${steps.map(step => this.#step(step))}</ol>`}
      <p class=${escalations > 0 ? 'bad' : 'muted'}>${text('alert.command-level', word('commandlevel', commandLevel))}
        ${escalations > 0 ? text('alert.escalated', escalations) : nothing}</p>`;
  }

  #step({step, at}) {
    const state = stateOf(this.alert, step, at);
    const done = doneAt(this.alert, step);
    const left = at - now();
    return html`<li>
      <span class="small muted">${text(`alert.deadline.${step}`)}</span>
      <span class="count ${CLASSES[state]}"><span aria-hidden="true">${SIGNS[state]}</span>
        ${state === 'NEXT' || state === 'LATER' ? html`<span role="timer">${leftWords(left)}</span>` : text(`alert.deadline.state.${state}`)}</span>
      <span class="small muted">${done && (state === 'MET' || state === 'LATE')
        ? text(`alert.deadline.${state}`, due(done), span(done - at))
        : state === 'MISSED' ? text('alert.deadline.over', due(at), span(-left)) : text('alert.deadline.due', due(at))}</span>
    </li>`;
  }
}

const DAY = 86_400_000;

/** The time of day, with the day where it is not about today. */
const due = at => (Math.abs(at - now()) < DAY / 2 ? timeOfDay(at) : moment(at));

/** Seconds matter as long as there are not days left. */
const leftWords = millis => (millis < DAY ? countdown(millis) : span(millis));

/** When the step was done; undefined while it is not. Who is on site has no need to be reinforced. */
function doneAt(alert, step) {
  if (step === 'acknowledge') {
    return alert.acknowledgedAt ?? alert.onSiteAt;
  }
  return step === 'arrive' ? alert.onSiteAt : undefined;
}

function stateOf(alert, step, at) {
  const done = doneAt(alert, step);
  if (done) {
    return done <= at ? 'MET' : 'LATE';
  }
  const ended = stands(alert) ? Infinity : alert.closedAt ?? alert.clearedAt ?? alert.changedAt;
  const relieved = step === 'reinforce' ? alert.onSiteAt ?? ended : ended;
  if (relieved <= at) {
    return 'NOT_NEEDED';
  }
  if (at <= now()) {
    return 'MISSED';
  }
  return at === alert.nextDeadlineAt ? 'NEXT' : 'LATER';
}

customElements.define('alert-deadlines', AlertDeadlines);
