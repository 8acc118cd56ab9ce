/** The server's time, by which deadlines count: a wall's own clock may be minutes off. */
import {Topics} from './topics.js';

const SAMPLES = 20;
const topics = new Topics();
const offsets = [];
let offset = 0;

/** Milliseconds since 1970 by the server's clock. */
export const now = () => Date.now() + offset;

/** Calls the listener about every second, with now(); gives how to stop. */
export const everySecond = listener => topics.subscribe('second', listener);

/** The server has said what time it is; the least delayed of the last messages counts. */
export function serverSays(at) {
  offsets.push(at - Date.now());
  if (offsets.length > SAMPLES) {
    offsets.shift();
  }
  offset = Math.max(...offsets);
}

setInterval(() => topics.tell('second', now()), 1000);
