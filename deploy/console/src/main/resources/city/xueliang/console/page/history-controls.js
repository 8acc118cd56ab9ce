import {css, html} from '/lib/lit/index.js';
import {fromField, toField} from './city-time.js';
import {COMPARES, historyPath, SPANS, WINDOWS, withField} from './history-query.js';
import {fieldName, measureName} from './measures.js';
import {PageElement} from './page-element.js';
import {choices, pageStyles} from './page-styles.js';
import './place-picker.js';
import {go} from './router.js';
import {shared} from './shared-styles.js';
import {text} from './texts.js';

const GROUPS = ['COVERAGE', 'ALERTS', 'CAMERA', 'SENSOR', 'ALARM_HEALTH'];

/** What history is asked for, to be changed: <history-controls .query .asked=${{from, to}} .measures>. */
class HistoryControls extends PageElement {
  static properties = {query: {attribute: false}, asked: {attribute: false}, measures: {attribute: false}};

  static styles = [shared, pageStyles, css`
    :host {
      display: grid;
      grid-template-columns: max-content minmax(0, 1fr);
      gap: var(--space-2) var(--space-3);
      align-items: center;
      padding: 0;
    }
    .name {
      color: var(--muted);
      white-space: nowrap;
    }
    .line {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2) var(--space-3);
      align-items: center;
    }
    label {
      display: inline-flex;
      gap: var(--space-2);
      align-items: center;
      white-space: nowrap;
    }
    select {
      max-width: 16rem;
    }
    .step {
      padding-inline: var(--space-2);
    }
  `];

  render() {
    const {query} = this;
    return html`
      <span class="name">${text('history.places')}</span>
      <place-picker .chosen=${query.places} @choose=${event => this.#change({places: event.detail})}></place-picker>
      <span class="name">${text('history.measure')}</span>
      <div class="line">
        ${this.#measures()}${this.#fields()}
        <label><span class="name">${text('history.window')}</span>${this.#windows()}</label>
        <span class="name">${text('history.compare')}</span>
        ${choices(text('history.compare'), COMPARES.map(compare => ({
          label: text(`history.compare.${compare}`), href: historyPath({...query, compare}), chosen: compare === query.compare,
        })))}
      </div>
      <span class="name">${text('history.span')}</span>
      <div class="line">
        ${choices(text('history.span'), Object.keys(SPANS).map(span => ({
          label: text(`history.span.${span}`), href: historyPath({...query, span}), chosen: span === query.span,
        })))}
        ${this.#fromTo()}
      </div>`;
  }

  #measures() {
    const byGroup = Map.groupBy(this.measures, ({group}) => group);
    return html`<select aria-label=${text('history.measure')} @change=${event => this.#change({measure: event.target.value})}>
      ${GROUPS.filter(group => byGroup.has(group)).map(group => html`<optgroup label=${text(`measure.group.${group}`)}>
        ${byGroup.get(group).map(({id}) => option(id, measureName(id), this.query.measure))}</optgroup>`)}</select>`;
  }

  #fields() {
    const {fields} = this.#measure();
    return html`<select aria-label=${text('history.field')} @change=${event => this.#change({field: event.target.value})}>
      ${fields.map(field => option(field, fieldName(field), this.query.field))}</select>`;
  }

  #windows() {
    const {windows = WINDOWS} = this.#measure();
    return html`<select aria-label=${text('history.window')} @change=${event => this.#change({window: event.target.value})}>
      ${WINDOWS.filter(window => window === 'AUTO' || windows.includes(window)).map(window =>
        option(window, text(`history.window.${window}`), this.query.window))}</select>`;
  }

  #fromTo() {
    const {from, to} = this.asked;
    const length = to - from;
    const moved = by => historyPath({...this.query, span: null, from: from + by, to: to + by});
    return html`
      <a class="button step" href=${moved(-length)} aria-label=${text('history.earlier')} title=${text('history.earlier')}>◀</a>
      <input type="datetime-local" id="from" aria-label=${text('history.from')} .value=${toField(from)} @change=${() => this.#fix()}>
      –
      <input type="datetime-local" id="to" aria-label=${text('history.to')} .value=${toField(to)} @change=${() => this.#fix()}>
      <a class="button step" href=${moved(length)} aria-label=${text('history.later')} title=${text('history.later')}>▶</a>`;
  }

  #measure() {
    return this.measures.find(({id}) => id === this.query.measure) ?? {fields: [], windows: []};
  }

  /** Takes over the two fields as soon as they are a span. */
  #fix() {
    const [from, to] = ['from', 'to'].map(id => fromField(this.renderRoot.querySelector(`#${id}`).value));
    if (from < to) {
      this.#change({span: null, from, to});
    }
  }

  #change(changed) {
    go(historyPath(withField({...this.query, ...changed}, this.measures)));
  }
}

const option = (value, label, chosen) => html`<option value=${value} ?selected=${value === chosen}>${label}</option>`;

customElements.define('history-controls', HistoryControls);
