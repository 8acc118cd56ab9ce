/** The map of one place: what alarms, what is quiet and what is blind, and the way further down. */
import {css, html} from '/lib/lit/index.js';
import {everySecond} from './clock.js';
import {colourStyles} from './colour-sign.js';
import {live} from './live.js';
import './map-tip.js';
import {MapDrawing} from './map-drawing.js';
import {mapStyles} from './map-styles.js';
import {PageElement} from './page-element.js';
import {ancestors, drawing, onPlaces, place, placeName} from './places.js';
import {shared} from './shared-styles.js';
import {tally} from './tally.js';
import {onLanguage, text} from './texts.js';

const DIRECTIONS = {ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1]};

/**
 * @property {string} place code of the place drawn; of a grid, what it lies in
 * @property {string} ringed code of the place of an alert that is looked at; null for none
 * @fires choose with {code} when a place within is chosen
 * @fires leave when the reader wants to go up
 */
class CityMap extends PageElement {
  static properties = {place: {}, ringed: {}, failure: {state: true}};

  static styles = [shared, colourStyles, mapStyles, css`
    :host {
      position: relative;
      display: block;
      min-height: 0;
    }
    .stage,
    .stage svg {
      position: absolute;
      inset: 0;
      width: 100%;
      height: 100%;
    }
  `];

  #drawn = null;
  #size = new ResizeObserver(() => this.#fit());

  constructor() {
    super();
    this.follow(listener => tally.subscribe(listener), codes => this.#update(codes));
    this.follow(listener => live.subscribe('coverage', listener), codes => this.#update(codes));
    this.follow(everySecond, () => this.#drawn?.svg.classList.toggle('beat'));
    this.follow(onPlaces, () => this.#draw());
    this.follow(onLanguage, () => this.#fit());
  }

  render() {
    return html`<div class="stage" @click=${this.#click} @keydown=${this.#key}
        @pointermove=${this.#point} @pointerleave=${() => this.#tip(null)} @focusin=${this.#focus}></div>
      <map-tip></map-tip>
      ${this.failure ? html`<p class="bad" role="alert">${text('wall.map.failed')} ${this.failure}</p>` : ''}`;
  }

  firstUpdated() {
    this.#size.observe(this.renderRoot.querySelector('.stage'));
  }

  updated(changed) {
    if (changed.has('place')) {
      this.#draw();
    } else if (changed.has('ringed')) {
      this.#ring();
    }
  }

  get #shown() {
    return place(this.place)?.level === 'GRID' ? (place(this.place).parent ?? this.place) : this.place;
  }

  async #draw() {
    const code = this.#shown;
    try {
      const drawn = await drawing(code);
      if (code !== this.#shown) {
        return;
      }
      this.failure = null;
      if (this.#drawn?.source !== drawn) {
        this.#drawn = new MapDrawing(drawn);
        this.#drawn.source = drawn;
        this.#drawn.regionElement(drawn.regions[0]?.code)?.setAttribute('tabindex', '0');
        const hadFocus = this.shadowRoot.activeElement !== null;
        this.renderRoot.querySelector('.stage').replaceChildren(this.#drawn.svg);
        this.#fit();
        if (hadFocus) {
          this.#focusRegion(drawn.regions[0]?.code);
        }
      }
      this.#drawn.svg.setAttribute('aria-label', text('wall.map.label', placeName(code)));
      this.#ring();
      this.#tip(null);
    } catch (failure) {
      this.failure = failure.message;
    }
  }

  /** The cell of the place, or of the alert that is looked at. */
  #ring() {
    const codes = this.ringed ? [this.ringed, ...ancestors(this.ringed)] : [this.place];
    this.#drawn?.choose(codes.find(code => this.#drawn.hasCell(code)));
  }

  #fit() {
    const {width, height} = this.getBoundingClientRect();
    if (width > 0 && height > 0) {
      this.#drawn?.resize(width, height);
      this.#ring();
    }
  }

  #update(codes) {
    if (!this.#drawn?.radius) {
      return;
    }
    for (const code of codes) {
      if (this.#drawn.hasCell(code)) {
        this.#drawn.updateCell(code);
      }
      if (this.#drawn.hasRegion(code)) {
        this.#drawn.updateRegion(code);
      }
    }
  }

  #click(event) {
    const code = this.#regionOf(event.target);
    if (code) {
      this.#choose(code);
    }
  }

  /** The child of the place shown in which the cell under the pointer lies. */
  #regionOf(target) {
    const {code, region} = target.dataset ?? {};
    return region ?? [code, ...(code ? ancestors(code) : [])].find(above => this.#drawn.hasRegion(above)) ?? code;
  }

  #choose(code) {
    this.dispatchEvent(new CustomEvent('choose', {detail: {code}}));
  }

  #key(event) {
    const here = event.target.dataset?.region;
    if (event.key in DIRECTIONS && here) {
      this.#focusRegion(this.#next(here, DIRECTIONS[event.key]));
    } else if (event.key === 'Enter' && here) {
      this.#choose(here);
    } else if (event.key === 'Backspace' || event.key === 'Escape') {
      this.dispatchEvent(new CustomEvent('leave'));
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  /** The nearest region in that direction, rather straight ahead than near. */
  #next(from, [dx, dy]) {
    const origin = this.#drawn.regions.find(({code}) => code === from);
    const far = ({x, y}) => {
      const ahead = (x - origin.x) * dx + (y - origin.y) * dy;
      const aside = Math.abs((x - origin.x) * dy) + Math.abs((y - origin.y) * dx);
      return ahead > 0 && aside < 2 * ahead ? ahead + 2 * aside : Infinity;
    };
    const best = this.#drawn.regions.reduce((one, other) => (far(other) < far(one) ? other : one), origin);
    return far(best) < Infinity ? best.code : from;
  }

  #focusRegion(code) {
    this.#drawn.svg.querySelector('[tabindex="0"]')?.setAttribute('tabindex', '-1');
    this.#drawn.regionElement(code)?.setAttribute('tabindex', '0');
    this.#drawn.regionElement(code)?.focus();
  }

  #focus(event) {
    const code = event.target.dataset?.region;
    const shape = this.#drawn?.regions.find(region => region.code === code);
    if (shape && event.target.matches(':focus-visible')) {
      const matrix = this.#drawn.svg.getScreenCTM();
      this.#tip(code, {x: shape.x * matrix.a + matrix.e, y: shape.y * matrix.d + matrix.f});
    }
  }

  #point(event) {
    this.#tip(event.target.dataset?.code ?? null, {x: event.clientX, y: event.clientY});
  }

  #tip(code, at) {
    this.renderRoot.querySelector('map-tip')?.show(code, at, this.getBoundingClientRect());
  }
}

customElements.define('city-map', CityMap);
