/** Tones, made here: no file has to be loaded when it matters. Browsers are silent until a first gesture. */
import {Topics} from './topics.js';

/** Two rising fourths, twice: heard over talk, and not taken for a telephone. */
const PATTERN = [
  {at: 0, pitch: 740}, {at: 0.18, pitch: 988}, {at: 0.5, pitch: 740}, {at: 0.68, pitch: 988},
];
const LENGTH = 0.16;
const LOUDNESS = 0.35;

const topics = new Topics();
let context = null;

/** Whether the browser lets the page be heard. */
export const soundAllowed = () => context?.state === 'running';

/** Calls the listener when that has changed; gives how to stop. */
export const onSound = listener => topics.subscribe('sound', listener);

/** To be called from a gesture; any click or key on the page does. */
export async function allowSound() {
  context ??= make();
  await context.resume();
}

export function playAlarm() {
  if (!soundAllowed()) {
    return;
  }
  for (const {at, pitch} of PATTERN) {
    tone(context.currentTime + at, pitch);
  }
}

function make() {
  const made = new AudioContext();
  made.addEventListener('statechange', () => topics.tell('sound', made.state));
  return made;
}

function tone(at, pitch) {
  const oscillator = new OscillatorNode(context, {type: 'triangle', frequency: pitch});
  const gain = new GainNode(context, {gain: 0});
  gain.gain.setValueAtTime(0, at);
  gain.gain.linearRampToValueAtTime(LOUDNESS, at + 0.02);
  gain.gain.linearRampToValueAtTime(0, at + LENGTH);
  oscillator.connect(gain).connect(context.destination);
  oscillator.start(at);
  oscillator.stop(at + LENGTH);
}

context = make();
addEventListener('pointerdown', allowSound);
addEventListener('keydown', allowSound);
