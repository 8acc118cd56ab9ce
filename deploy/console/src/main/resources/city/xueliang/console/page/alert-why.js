import {css, html, nothing} from '/lib/lit/index.js';
import {withParameters} from './api.js';
import './alert-devices.js';
import {colourSign, colourStyles} from './colour-sign.js';
import {figure, figureWithUnit, isValued, measureName, readingWords} from './measures.js';
import {PageElement} from './page-element.js';
import {onPlaces, placeName} from './places.js';
import './readings-chart.js';
import {alertPath} from './router.js';
import {onRuleNames, ruleName} from './rule-names.js';
import {ruleSentence} from './rule-words.js';
import {shared} from './shared-styles.js';
import {text, word} from './texts.js';

/** Why an alert fired: <alert-why .alert=${AlertSummary} .detail=${AlertDetail} .readings=${AlertReadings}>. */
class AlertWhy extends PageElement {
  static properties = {alert: {attribute: false}, detail: {attribute: false}, readings: {attribute: false}};

  static styles = [shared, colourStyles, css`
    :host { display: block; }
    .newest { font-size: var(--text-l); font-weight: 700; }
    .small { font-size: var(--text-s); }
    p, section, readings-chart { margin-bottom: var(--space-2); }
    h3 { margin: var(--space-3) 0 var(--space-1); font-weight: 700; }
    li { padding: var(--space-1) 0; }
  `];

  constructor() {
    super();
    this.follow(onPlaces);
    this.follow(onRuleNames);
  }

  render() {
    const {alert, detail} = this;
    const rule = detail.rule;
    return html`
      ${newestWords(alert) ? html`<p class="newest">${newestWords(alert)}</p>` : nothing}
      <p>${rule ? ruleSentence(rule) : text('alert.rule-gone')}
        <span class="small nowrap"><a href=${withParameters('/rules', {rule: alert.rule})}>${text('alert.rule-version', ruleName(alert.rule), alert.ruleVersion)}</a>
        ${rule && rule.version !== alert.ruleVersion ? html`<span class="warning">${text('alert.rule-newer', rule.version)}</span>` : nothing}</span></p>
      ${this.readings ? html`<readings-chart .readings=${this.readings} .rule=${rule}></readings-chart>` : nothing}
      ${Number.isFinite(alert.score) ? html`<p class="small muted">${text('alert.score', figure(alert.score))}</p>` : nothing}
      <p class="small muted">${text('alert.occurrences', alert.occurrences)}
        ${alert.reopenings > 0 ? text('alert.reopenings', alert.reopenings) : nothing}
        ${text(alert.conditionHolds ? 'alert.holds' : 'alert.gone')}</p>
      ${this.#cause()}
      ${this.#others()}`;
  }

  #cause() {
    const {alert, detail} = this;
    return html`<section>
      <h3>${text(detail.devices.length > 1 ? 'alert.devices' : 'alert.device', alert.deviceCount)}</h3>
      ${alert.cause && alert.causeKey ? html`<p><span class="warning" aria-hidden="true">⚠</span>
        ${text('alert.same-cause', alert.deviceCount, word('alert.cause', alert.cause), causeName(alert))}</p>` : nothing}
      <alert-devices .devices=${detail.devices} .evidence=${detail.evidence}></alert-devices>
    </section>`;
  }

  #others() {
    const {inhibits, inhibitedBy} = this.detail;
    return html`
      ${inhibitedBy ? html`<h3>${text('alert.inhibited-by')}</h3><ul>${other(inhibitedBy)}</ul>` : nothing}
      ${inhibits.length > 0 ? html`<h3>${text('alert.inhibits', inhibits.length)}</h3><ul>${inhibits.map(other)}</ul>` : nothing}`;
  }
}

const other = alert => html`<li>${colourSign(alert.colour)} <a href=${alertPath(alert.id)}>${ruleName(alert.rule)}</a>
  <span class="small muted">${placeName(alert.place)} · ${word('state', alert.state)}</span></li>`;

const causeName = ({cause, causeKey}) => (cause === 'GRID' || cause === 'STREET' ? placeName(causeKey) : causeKey);

/** 可燃气体 61.4 % LEL，限值 50 % LEL; empty where the rule says it all. */
function newestWords({measure, value, limit, expectedLow, expectedHigh}) {
  if (!measure || measure === 'HEARTBEAT') {
    return '';
  }
  const parts = [`${measureName(measure)} ${Number.isFinite(value) && isValued(measure) ? readingWords(value, measure) : ''}`.trim()];
  if (Number.isFinite(limit)) {
    parts.push(text('alert.limit', figureWithUnit(limit, measure)));
  } else if (Number.isFinite(expectedLow) && Number.isFinite(expectedHigh)) {
    parts.push(text('alert.expected', figure(expectedLow), figureWithUnit(expectedHigh, measure)));
  }
  return parts.join(text('alert.comma'));
}

customElements.define('alert-why', AlertWhy);
