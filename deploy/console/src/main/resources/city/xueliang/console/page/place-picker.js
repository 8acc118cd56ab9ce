import {css, html, nothing} from '/lib/lit/index.js';
import {repeat} from '/lib/lit/directives/repeat.js';
import {shortPath} from './history-series.js';
import {PageElement} from './page-element.js';
import {allPlaces, onPlaces, placeName, placePath} from './places.js';
import {shared} from './shared-styles.js';
import {nameOf, text, word} from './texts.js';

const LEVELS = ['CITY', 'DISTRICT', 'ZONE', 'STREET', 'COMMUNITY', 'GRID'];
const SHOWN = 30;

/**
 * Chooses up to `most` places and zones by name in either language or by code: <place-picker .chosen=${codes}
 * .most=${6}>. Tells `choose` with the new codes as detail.
 */
class PlacePicker extends PageElement {
  static properties = {
    chosen: {attribute: false}, most: {attribute: false},
    wanted: {state: true}, active: {state: true}, open: {state: true},
  };

  static styles = [shared, css`
    :host {
      display: block;
      position: relative;
    }
    .box {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-1);
      padding: var(--space-1);
      border: 1px solid var(--line-strong);
      border-radius: var(--radius);
      background: var(--raised);
    }
    .chip {
      display: inline-flex;
      align-items: center;
      border: 1px solid var(--line-strong);
      border-radius: 1rem;
      padding-inline-start: var(--space-2);
      background: var(--surface);
      max-width: 100%;
    }
    .chip button {
      border: 0;
      background: none;
      min-height: 1.75rem;
      padding: 0 var(--space-2);
    }
    input {
      flex: 1;
      min-width: 11rem;
      border: 0;
      background: none;
      min-height: 1.75rem;
    }
    input::placeholder {
      color: var(--muted);
      opacity: 1;
    }
    [role=listbox] {
      position: absolute;
      z-index: 10;
      inset-inline: 0;
      top: calc(100% + 2px);
      max-height: 22rem;
      overflow: auto;
      background: var(--surface);
      border: 1px solid var(--line-strong);
      border-radius: var(--radius);
      box-shadow: var(--shadow);
    }
    [role=option] {
      display: grid;
      grid-template-columns: 4rem minmax(0, 1fr) max-content;
      gap: var(--space-2);
      padding: var(--space-2) var(--space-3);
      cursor: pointer;
    }
    [role=option][aria-selected=true] {
      background: var(--raised);
      outline: 2px solid var(--focus);
      outline-offset: -2px;
    }
    [role=option] span {
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    .note {
      padding: var(--space-2) var(--space-3);
      color: var(--muted);
      margin: 0;
    }
  `];

  constructor() {
    super();
    this.chosen = [];
    this.most = 6;
    this.wanted = '';
    this.active = 0;
    this.open = false;
    this.follow(onPlaces);
  }

  render() {
    const found = this.open ? find(this.wanted, this.chosen) : [];
    const isFull = this.chosen.length >= this.most;
    return html`
      <div class="box">
        ${repeat(this.chosen, code => code, code => html`<span class="chip">${shortPath(code)}
          <button @click=${() => this.#choose(this.chosen.filter(each => each !== code))}
            ?disabled=${this.chosen.length === 1} aria-label=${text('history.remove-place', placeName(code))}>✕</button></span>`)}
        <input role="combobox" aria-label=${text('history.places')} aria-expanded=${String(this.open)} aria-controls="found"
          aria-autocomplete="list" aria-activedescendant=${found[this.active] ? `o${this.active}` : nothing} autocomplete="off"
          placeholder=${isFull ? text('history.places-full', this.most) : text('history.add-place')} ?disabled=${isFull}
          .value=${this.wanted} @input=${this.#typed} @keydown=${event => this.#pressed(event, found)}
          @focus=${() => (this.open = true)} @click=${() => (this.open = true)} @blur=${() => (this.open = false)}>
      </div>
      ${this.open ? html`<div role="listbox" id="found" aria-label=${text('history.places')} @mousedown=${event => event.preventDefault()}>
        ${found.length === 0 ? html`<p class="note">${text('history.no-place', this.wanted)}</p>` : nothing}
        ${found.map((place, index) => html`<div role="option" id="o${index}" aria-selected=${String(index === this.active)}
          @click=${() => this.#add(place)}>
          <span class="muted">${word('level', place.level)}</span>
          <span>${placePath(place.code)}</span><span class="muted">${place.code}</span></div>`)}
      </div>` : nothing}`;
  }

  updated() {
    this.renderRoot.querySelector('[aria-selected=true]')?.scrollIntoView({block: 'nearest'});
  }

  #typed(event) {
    this.wanted = event.target.value;
    this.active = 0;
    this.open = true;
  }

  #pressed(event, found) {
    const move = {ArrowDown: 1, ArrowUp: -1}[event.key];
    if (move) {
      this.open = true;
      this.active = Math.min(Math.max(0, this.active + move), Math.max(0, found.length - 1));
    } else if (event.key === 'Enter' && found[this.active]) {
      this.#add(found[this.active]);
    } else if (event.key === 'Escape' && this.open) {
      this.open = false;
    } else if (event.key === 'Backspace' && this.wanted === '' && this.chosen.length > 1) {
      this.#choose(this.chosen.slice(0, -1));
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  #add({code}) {
    this.wanted = '';
    this.active = 0;
    this.open = false;
    this.#choose([...this.chosen, code]);
  }

  #choose(codes) {
    this.dispatchEvent(new CustomEvent('choose', {detail: codes}));
  }
}

/** Places whose names or code have all the words, the wider first, those that begin with it before others. */
function find(wanted, chosen) {
  const words = wanted.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const ranked = [];
  for (const place of allPlaces()) {
    const all = `${placePath(place.code)} ${place.zh} ${place.en ?? ''} ${place.code}`.toLowerCase();
    if (!chosen.includes(place.code) && words.every(each => all.includes(each))) {
      const name = nameOf(place).toLowerCase();
      const begins = words.length > 0 && (name.startsWith(words[0]) || place.code.startsWith(words[0]));
      ranked.push({place, rank: LEVELS.indexOf(place.level) - (begins ? LEVELS.length : 0)});
    }
  }
  return ranked
    .sort((one, other) => one.rank - other.rank || (one.place.code < other.place.code ? -1 : 1))
    .slice(0, SHOWN)
    .map(({place}) => place);
}

customElements.define('place-picker', PlacePicker);
