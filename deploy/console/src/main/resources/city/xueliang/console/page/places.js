/** The places that the seat sees, their tree and their names. */
import {get} from './api.js';
import {session} from './session.js';
import {nameOf} from './texts.js';
import {Topics} from './topics.js';

const topics = new Topics();
const drawings = new Map();
let byCode = new Map();
let childrenOf = new Map();
let zonesOf = new Map();
let version = null;

/** Calls the listener whenever the registry has changed; gives how to stop. */
export const onPlaces = listener => topics.subscribe('places', listener);

/** Loads the registry, anew if it has changed. Must have ended before anything is shown. */
export async function loadPlaces() {
  const answer = await get('/api/places');
  if (answer.version === version) {
    return;
  }
  version = answer.version;
  drawings.clear();
  byCode = new Map(answer.places.map(place => [place.code, place]));
  childrenOf = new Map();
  for (const place of answer.places) {
    childrenOf.set(place.parent, [...(childrenOf.get(place.parent) ?? []), place]);
  }
  zonesOf = new Map();
  for (const zone of zones()) {
    zone.grids.forEach(grid => zonesOf.set(grid, [...(zonesOf.get(grid) ?? []), zone.code]));
  }
  topics.tell('places', version);
}

/** As in openapi.yaml; undefined if the seat does not see it. */
export const place = code => byCode.get(code);

export const allPlaces = () => [...byCode.values()];

export const zones = () => allPlaces().filter(({level}) => level === 'ZONE');

/** Right below it, by code; for a zone its grids. */
export const children = code =>
  (place(code)?.level === 'ZONE' ? place(code).grids.map(place).filter(Boolean) : childrenOf.get(code)) ?? [];

/** Codes of what it lies in and the seat sees, the nearest first. */
export function ancestors(code) {
  const codes = [];
  for (let above = place(code)?.parent; byCode.has(above); above = place(above).parent) {
    codes.push(above);
  }
  return codes;
}

/** Codes of the zones to which a grid belongs. */
export const zonesOfGrid = code => zonesOf.get(code) ?? [];

/** Whether it is that place or lies in it; a zone has its grids. */
export const liesIn = (code, outer) =>
  code === outer || ancestors(code).includes(outer) || zonesOfGrid(code).includes(outer);

/** Where the seat's view begins, if no place is asked for. */
export const root = () => session.roots.find(code => byCode.has(code)) ?? byCode.keys().next().value;

/** Its name in the reader's language; the code if it is not known. */
export const placeName = code => (byCode.has(code) ? nameOf(place(code)) : code);

/** The name without what every place of its level has, for where there is little room. */
export const shortName = code =>
  placeName(code)
    .replace(/(居民|村民)委员会$/, '')
    .replace(/办事处$/, '')
    .replace(/^(..).*族自治县$/, '$1县')
    .replace(/ (District|County|Subdistrict|Town|Township|Community|Village)$/, '');

/** 城北区 › 朝阳街道 › 朝阳社区 › 第3网格; without what all of the seat's places lie in. */
export function placePath(code) {
  const above = ancestors(code).filter(outer => place(outer).level !== 'CITY');
  const codes = [...above.reverse(), code];
  return codes.map((one, index) => within(codes[index - 1], shortName(one))).join(' › ');
}

/** A grid's name without that of its community, which stands before it. */
function within(outer, name) {
  const before = outer === undefined ? [] : [placeName(outer), shortName(outer)];
  const said = before.find(prefix => name.startsWith(prefix)) ?? '';
  return name.slice(said.length).trim() || name;
}

/** The drawing of a place (Map of openapi.yaml), asked for once. */
export function drawing(code) {
  if (!drawings.has(code)) {
    const asked = get('/api/map', {place: code});
    drawings.set(code, asked);
    asked.catch(() => drawings.delete(code));
  }
  return drawings.get(code);
}
