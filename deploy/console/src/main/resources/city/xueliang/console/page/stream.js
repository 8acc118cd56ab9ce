/** The connection to /api/stream, watched by its beat: whoever loses the server knows it within a second. */
import {withParameters} from './api.js';
import {serverSays} from './clock.js';

const EVENTS = ['alerts', 'gone', 'reset', 'coverage', 'metrics', 'health', 'registry', 'refusal', 'beat'];

/** The server beats twice a second at least. */
const SILENCE = 900;
/** A page that was itself busy or put to sleep reads what waits for it before it complains. */
const GRACE = 300;
const RETRIES = [1000, 2000, 4000, 5000];

export class Stream {
  #source = null;
  #address = {};
  #heardAt = performance.now();
  #watch = 0;
  #retry = 0;
  #attempts = 0;
  #lost = false;
  #onEvent;
  #onState;
  #onRefused;

  /**
   * @param {(type: string, data: any, id: string) => void} onEvent told of each event
   * @param {(state: {lost: boolean, attempts: number}) => void} onState told when it is lost, tried again and back
   * @param {() => void} onRefused told when the server answers, but not with a stream
   */
  constructor({onEvent, onState, onRefused}) {
    this.#onEvent = onEvent;
    this.#onState = onState;
    this.#onRefused = onRefused;
  }

  /** Connects, instead of a connection that there may be. Each new attempt asks address() anew. */
  open(address) {
    this.#address = address;
    this.#connect();
    this.#arm(SILENCE + GRACE);
  }

  #connect() {
    this.#source?.close();
    clearTimeout(this.#retry);
    const source = new EventSource(withParameters('/api/stream', this.#address()));
    this.#source = source;
    for (const type of EVENTS) {
      source.addEventListener(type, event => this.#heard(type, event));
    }
    source.addEventListener('error', () => this.#failed(source));
    if (this.#lost) {
      this.#tryLater();
    }
  }

  #heard(type, event) {
    this.#heardAt = performance.now();
    clearTimeout(this.#retry);
    this.#arm(SILENCE);
    const data = JSON.parse(event.data);
    if (type === 'beat') {
      serverSays(data.at);
    }
    if (this.#lost) {
      this.#lost = false;
      this.#attempts = 0;
      this.#onState({lost: false, attempts: 0});
    }
    this.#onEvent(type, data, event.lastEventId);
  }

  #failed(source) {
    const refused = source.readyState === EventSource.CLOSED;
    source.close();
    if (source !== this.#source) {
      return;
    }
    if (refused) {
      this.#onRefused();
    }
    this.#lose();
    this.#tryLater();
  }

  #arm(millis) {
    clearTimeout(this.#watch);
    const due = performance.now() + millis;
    this.#watch = setTimeout(() => this.#check(due), millis);
  }

  #check(due) {
    const now = performance.now();
    if (now - due > GRACE && now - this.#heardAt > SILENCE) {
      this.#arm(GRACE);
      this.#heardAt = now - SILENCE;
    } else if (!this.#lost) {
      this.#lose();
      this.#tryLater();
    }
  }

  #lose() {
    if (!this.#lost) {
      this.#lost = true;
      this.#onState({lost: true, attempts: 0});
    }
  }

  #tryLater() {
    clearTimeout(this.#retry);
    const base = RETRIES[Math.min(this.#attempts, RETRIES.length - 1)];
    // Spread, so that all walls do not come back in the same moment.
    this.#retry = setTimeout(() => {
      this.#attempts++;
      this.#onState({lost: true, attempts: this.#attempts});
      this.#connect();
    }, base * (0.75 + Math.random() / 2));
  }
}
