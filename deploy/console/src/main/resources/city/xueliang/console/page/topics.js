/** Who wants to be told of what. */
export class Topics {
  #listeners = new Map();

  /** @returns {() => void} how to stop */
  subscribe(topic, listener) {
    const listeners = this.#listeners.get(topic) ?? new Set();
    this.#listeners.set(topic, listeners.add(listener));
    return () => listeners.delete(listener);
  }

  /** Tells all of them; one that fails does not keep the others from being told. */
  tell(topic, what) {
    for (const listener of [...(this.#listeners.get(topic) ?? [])]) {
      try {
        listener(what);
      } catch (failure) {
        reportError(failure);
      }
    }
  }
}
