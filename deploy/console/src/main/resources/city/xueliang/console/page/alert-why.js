import {css, html, nothing} from '/lib/lit/index.js';
import {withParameters} from './api.js';
import './alert-devices.js';
import {colourSign, colourStyles} from './colour-sign.js';
import {figure, figureWithUnit, isValued, measureName, readingWords} from './measures.js';
import {PageElement} from './page-element.js';
import {onPlaces, placeName} from './places.js';
import './readings-chart.js';
import {alertPath, route} from './router.js';
import {onRuleNames, ruleName} from './rule-names.js';
import {ruleSentence} from './rule-words.js';
import {shared} from './shared-styles.js';
import {text, word} from './texts.js';

/** Why an alert fired: <alert-why .alert=${AlertSummary} .detail=${AlertDetail} .readings=${AlertReadings}>. */
class AlertWhy extends PageElement {
  static properties = {alert: {attribute: false}, detail: {attribute: false}, readings: {attribute: false}};

  static styles = [shared, colourStyles, css`
    :host {
      display: block;
    }
    .newest {
      font-size: var(--text-l);
      font-weight: 700;
    }
    .small {
      font-size: var(--text-s);
    }
    p, section, readings-chart {
      margin-bottom: var(--space-2);
    }
    h3 {
      margin: var(--space-3) 0 var(--space-1);
      font-weight: 700;
    }
    li {
      padding: var(--space-1) 0;
    }
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
      ${this.#fired()}
      <p>${rule ? ruleSentence(rule) : text('alert.rule-gone')}
        <span class="small"><a href=${withParameters('/rules', {rule: alert.rule})}>
            ${text('alert.rule-version', ruleName(alert.rule), alert.ruleVersion)}</a>
          ${rule && rule.version !== alert.ruleVersion
            ? html`<span class="warning">${text('alert.rule-newer', rule.version)}</span>` : nothing}</span></p>
      <readings-chart .readings=${this.readings ?? readingsOf(alert, detail)} .rule=${rule}
        .clearedAt=${alert.clearedAt}></readings-chart>
      ${Number.isFinite(alert.score) ? html`<p class="small muted">${text('alert.score', figure(alert.score))}</p>` : nothing}
      <p class="small muted">${text('alert.occurrences', alert.occurrences)}
        ${alert.reopenings > 0 ? text('alert.reopenings', alert.reopenings) : nothing}
        ${text(alert.conditionHolds ? 'alert.holds' : 'alert.gone')}</p>
      ${this.#cause()}
      ${this.#others()}`;
  }

  /** What fired it last, not what cleared it. */
  #fired() {
    const {alert, detail} = this;
    const fired = detail.evidence.filter(({at}) => !(at >= alert.clearedAt)).at(-1);
    const words = readingAndLimit({...alert, value: fired?.value ?? alert.value});
    const cleared = alert.clearedAt && isValued(alert.measure) && Number.isFinite(alert.value) && fired?.value !== alert.value;
    return words === '' ? nothing : html`<p class="newest">${words}</p>
      ${cleared ? html`<p class="small muted">${text('alert.cleared-at', readingWords(alert.value, alert.measure))}</p>` : nothing}`;
  }

  #cause() {
    const {alert, detail} = this;
    if (detail.devices.length + detail.evidence.length === 0) {
      return nothing;
    }
    return html`<section>
      <h3>${text(alert.deviceCount > 1 ? 'alert.devices' : 'alert.device', alert.deviceCount)}</h3>
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

/** What can be drawn as long as the minutes of the place are not there. */
const readingsOf = ({measure, limit, expectedLow, expectedHigh}, {evidence}) =>
  ({measure, limit, expectedLow, expectedHigh, evidence, minutes: []});

const other = alert => html`<li>${colourSign(alert.colour)}
  <a href=${alertPath(alert.id, route().params.get('place'))}>${ruleName(alert.rule)}</a>
  <span class="small muted">${placeName(alert.place)} · ${word('state', alert.state)}</span></li>`;

const causeName = ({cause, causeKey}) => (cause === 'GRID' || cause === 'STREET' ? placeName(causeKey) : causeKey);

/** 可燃气体 61.4 % LEL，限值 50 % LEL; empty where the rule says it all. */
function readingAndLimit({measure, value, limit, expectedLow, expectedHigh}) {
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
