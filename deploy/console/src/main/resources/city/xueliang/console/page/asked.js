/** What a page asked the server for. */

/**
 * The newest answer to a question, which may be asked anew; an answer that was overtaken by a newer
 * question is dropped, and the last good answer stays when a later one fails.
 *
 *   this.coverage = new Asked(this, signal => get('/api/coverage', {level}, {signal}));
 *   this.coverage.ask();
 */
export class Asked {
  /** The last good answer; undefined before there is one. */
  answer = undefined;
  /** The ApiError of the last question, null if it was answered. */
  failure = null;
  /** Whether an answer is awaited. */
  waiting = false;

  #host;
  #question;
  #running = null;

  /**
   * @param {import('/lib/lit/index.js').LitElement} host drawn anew when something has changed
   * @param {(signal: AbortSignal) => Promise} question
   */
  constructor(host, question) {
    this.#host = host;
    this.#question = question;
  }

  async ask() {
    this.#running?.abort();
    const running = new AbortController();
    this.#running = running;
    this.waiting = true;
    this.#host.requestUpdate();
    try {
      const answer = await this.#question(running.signal);
      if (running === this.#running) {
        this.#settle(answer, null);
      }
    } catch (failure) {
      if (running === this.#running) {
        this.#settle(this.answer, failure);
      }
    }
  }

  /** Forgets the answer and drops one that is under way. */
  forget() {
    this.#running?.abort();
    this.#running = null;
    this.#settle(undefined, null);
  }

  #settle(answer, failure) {
    this.answer = answer;
    this.failure = failure;
    this.waiting = false;
    this.#host.requestUpdate();
  }
}

/** Calls the listener every so many milliseconds; for PageElement.follow. */
export const every = millis => listener => {
  const timer = setInterval(listener, millis);
  return () => clearInterval(timer);
};
