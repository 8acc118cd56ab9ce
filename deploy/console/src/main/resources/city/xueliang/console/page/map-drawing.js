/** The SVG of one drawing of the map: built once, then only what has changed is touched. */
import {SHAPES, numeral} from './colour-sign.js';
import {coverageGrade} from './coverage-grade.js';
import {placeName, shortName} from './places.js';
import {tally} from './tally.js';

const SVG = 'http://www.w3.org/2000/svg';
const HATCHED = new Set(['thin', 'gaps', 'blind']);

/** Radius of a sign in parts of a cell's, and the least on the screen: what is worse is seen from farther away. */
const SIGN_SIZE = {RED: [0.8, 13], ORANGE: [0.65, 9.5], YELLOW: [0.55, 4.5], BLUE: [0.5, 4]};
const SIGN_AT_MOST = 34;
const NUMERAL_FROM = 9;
const LABEL = 1.0625;

export function element(name, attributes = {}, ...children) {
  const made = document.createElementNS(SVG, name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  made.append(...children);
  return made;
}

export class MapDrawing {
  #drawing;
  #cells = new Map();
  #regions = new Map();
  #layers = {};
  /** Units of the drawing in one pixel of the screen. */
  #unit = 1;
  #rem = 16;

  constructor(drawing) {
    this.#drawing = drawing;
    this.svg = element('svg', {viewBox: `0 0 ${drawing.width} ${drawing.height}`, role: 'group', preserveAspectRatio: 'xMidYMid meet'});
    this.svg.append(this.#patterns());
    for (const name of ['cells', 'hatches', 'borders', 'regions', 'BLUE', 'YELLOW', 'ORANGE', 'labels', 'RED', 'chosen']) {
      this.#layers[name] = element('g', {class: name});
      this.svg.append(this.#layers[name]);
    }
    drawing.cells.forEach(shape => this.#addCell(shape));
    drawing.regions.forEach(shape => this.#addRegion(shape));
  }

  get regions() {
    return this.#drawing.regions;
  }

  regionElement(code) {
    return this.#regions.get(code)?.outline;
  }

  hasCell(code) {
    return this.#cells.has(code);
  }

  /** Fits what has a size on the screen, such as signs and names, to the size of the drawing there. */
  resize(width, height) {
    const {width: w, height: h, cells, regions} = this.#drawing;
    this.#unit = Math.max(w / width, h / height);
    this.#rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
    this.radius = Math.sqrt((w * h) / Math.max(1, cells.length)) / 2 / this.#unit;
    this.svg.querySelectorAll('pattern').forEach(pattern => pattern.setAttribute('patternTransform', `rotate(45) scale(${this.#unit})`));
    this.#cells.forEach((_, code) => this.updateCell(code));
    this.#layers.labels.replaceChildren();
    const taken = [];
    regions.forEach(shape => this.#label(shape, taken));
    this.#regions.forEach((_, code) => this.updateRegion(code));
  }

  /** Draws a cell as its alerts and its coverage are now. */
  updateCell(code) {
    const cell = this.#cells.get(code);
    const colour = tally.worst(code);
    const grade = coverageGrade(code);
    const isNew = colour === 'RED' && tally.hasNewRed(code);
    const key = `${colour} ${grade} ${isNew} ${this.#unit}`;
    if (cell.key === key) {
      return;
    }
    cell.key = key;
    cell.path.setAttribute('class', `cell ${colour ?? ''} ${grade}`);
    cell.hatch?.remove();
    cell.hatch = HATCHED.has(grade) ? element('path', {d: cell.shape.path, fill: `url(#hatch-${grade})`}) : null;
    cell.sign?.remove();
    cell.sign = colour ? this.#sign(cell.shape, colour, isNew) : null;
    this.#layers.hatches.append(...[cell.hatch].filter(Boolean));
    if (cell.sign) {
      this.#layers[colour].append(cell.sign);
    }
  }

  /** Draws the border of a region, which shows alerts about more than one cell. */
  updateRegion(code) {
    const region = this.#regions.get(code);
    const colour = this.#cells.has(code) ? null : tally.worstLarger(code);
    if (region.colour !== colour) {
      region.colour = colour;
      region.border?.remove();
      region.border = colour ? element('path', {d: region.shape.path, class: `border ${colour}`}) : null;
      this.#layers.borders.append(...[region.border].filter(Boolean));
    }
    region.outline.setAttribute('class', `region ${colour ? 'bordered' : ''}`);
    region.outline.setAttribute('aria-label', `${placeName(code)} ${tally.worst(code) ? numeral(tally.worst(code)) : ''}`);
    region.name?.setAttribute('class', `name ${colour ?? ''}`);
    if (region.name) {
      region.name.textContent = (colour ? `${numeral(colour)} ` : '') + shortName(code);
    }
  }

  hasRegion(code) {
    return this.#regions.has(code);
  }

  /** Rings a cell, so far out that its sign stays free; none if the code is not that of a cell. */
  choose(code) {
    const cell = this.#cells.get(code);
    this.#layers.chosen.replaceChildren(...(cell ? [this.#ring(cell.shape)] : []));
  }

  #ring({path, x, y}) {
    const around = 1.5 * this.#signRadius('RED');
    return this.radius > around
      ? element('path', {d: path, class: 'ring'})
      : element('circle', {cx: x, cy: y, r: around * this.#unit, class: 'ring'});
  }

  #addCell(shape) {
    const path = element('path', {d: shape.path, class: 'cell', 'data-code': shape.code});
    this.#cells.set(shape.code, {shape, path, hatch: null, sign: null, key: ''});
    this.#layers.cells.append(path);
  }

  #addRegion(shape) {
    const outline = element('path', {d: shape.path, class: 'region', role: 'link', tabindex: '-1', 'data-region': shape.code});
    this.#regions.set(shape.code, {shape, outline, border: null, colour: null, name: null});
    this.#layers.regions.append(outline);
  }

  #sign({x, y}, colour, isNew) {
    const radius = this.#signRadius(colour);
    const sign = element('g', {class: `mark ${colour} ${isNew ? 'new' : ''}`, transform: `translate(${x} ${y}) scale(${(radius / 11) * this.#unit})`});
    if (isNew) {
      sign.append(element('circle', {r: 19, class: 'pulse'}));
    }
    sign.append(element('path', {d: SHAPES[colour]}));
    if (radius >= NUMERAL_FROM) {
      const text = element('text', {'text-anchor': 'middle', y: colour === 'RED' ? 6 : 4.5, 'font-size': 13});
      text.textContent = numeral(colour);
      sign.append(text);
    }
    return sign;
  }

  #signRadius(colour) {
    const [part, least] = SIGN_SIZE[colour];
    return Math.min(SIGN_AT_MOST, Math.max(least, this.radius * part));
  }

  #label({code, x, y: middle}, taken) {
    const size = LABEL * this.#rem * this.#unit;
    // Where a region is a cell, its sign stands in the middle.
    const y = this.#cells.has(code) ? middle + size + this.#signRadius('ORANGE') * this.#unit : middle;
    const words = shortName(code);
    const width = [...words].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 255 ? 1 : 0.6), 0.8) * size;
    const box = {left: x - width / 2, right: x + width / 2, top: y - size * 0.7, bottom: y + size * 0.7};
    const hidden = taken.some(other => box.left < other.right && box.right > other.left && box.top < other.bottom && box.bottom > other.top);
    const region = this.#regions.get(code);
    region.name = null;
    if (!hidden) {
      taken.push(box);
      region.name = element('text', {x, y, 'font-size': size, 'stroke-width': size / 4, 'text-anchor': 'middle', 'dominant-baseline': 'central'});
      this.#layers.labels.append(region.name);
    }
  }

  #patterns() {
    const lines = {thin: [9, 1.5], gaps: [6.5, 2.25], blind: [4.5, 2.75]};
    return element('defs', {}, ...Object.entries(lines).map(([grade, [step, width]]) =>
      element('pattern', {id: `hatch-${grade}`, width: step, height: step, patternUnits: 'userSpaceOnUse'},
        element('rect', {width, height: step, class: 'line'}))));
  }
}
