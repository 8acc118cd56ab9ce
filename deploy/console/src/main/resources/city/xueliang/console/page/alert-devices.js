import {css, html, nothing} from '/lib/lit/index.js';
import {moment, number} from './format.js';
import {readingWords} from './measures.js';
import {PageElement} from './page-element.js';
import {onPlaces, placeName} from './places.js';
import {wallPath} from './router.js';
import {shared} from './shared-styles.js';
import {text, word} from './texts.js';

const SHOWN = 5;

/** The devices of an alert with what each of them said last: .devices and .evidence of AlertDetail. */
class AlertDevices extends PageElement {
  static properties = {devices: {attribute: false}, evidence: {attribute: false}, all: {state: true}};

  static styles = [shared, css`
    :host {
      display: block;
      overflow-x: auto;
    }
    td, th {
      padding: var(--space-1) var(--space-2);
      font-size: var(--text-s);
    }
    .id {
      font-family: ui-monospace, monospace;
      white-space: nowrap;
    }
    .nowrap {
      white-space: nowrap;
    }
    button {
      margin-top: var(--space-1);
    }
  `];

  constructor() {
    super();
    this.all = false;
    this.follow(onPlaces);
  }

  render() {
    const said = new Map((this.evidence ?? []).map(each => [each.device, each]));
    const known = new Set(this.devices.map(({id}) => id));
    // Those for which the condition is gone have still had their part in it.
    const former = [...said.keys()].filter(id => id && !known.has(id)).map(id => ({id}));
    const all = [...this.devices, ...former];
    const devices = this.all ? all : all.slice(0, SHOWN);
    const rest = all.length - devices.length;
    return html`
      <table>
        <thead><tr>
          <th scope="col">${text('alert.device-id')}</th><th scope="col">${text('alert.reading')}</th>
          <th scope="col">${text('alert.grid')}</th><th scope="col">${text('alert.segment')}</th>
        </tr></thead>
        <tbody>${devices.map(device => this.#row(device, said.get(device.id)))}</tbody>
      </table>
      ${rest > 0 ? html`<button @click=${() => (this.all = true)}>${text('alert.more-devices', number(rest))}</button>` : nothing}`;
  }

  #row({id, grid, modelClass, segment}, evidence) {
    return html`<tr>
      <td><span class="id">${id}</span>${modelClass ? html`<div class="muted">${word('rules.devices', modelClass)}</div>` : nothing}</td>
      <td class="nowrap">${evidence ? html`${evidence.measure ? readingWords(evidence.value, evidence.measure) : text('alert.last-heard')}
        <div class="muted">${moment(evidence.at)}</div>` : '–'}</td>
      <td>${grid ? html`<a href=${wallPath(grid)}>${placeName(grid)}</a>` : '–'}</td>
      <td class="nowrap">${segment ?? '–'}</td>
    </tr>`;
  }
}

customElements.define('alert-devices', AlertDevices);
