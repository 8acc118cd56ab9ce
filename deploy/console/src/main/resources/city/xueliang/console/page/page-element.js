/** What every component of the page is built on. */
import {LitElement} from '/lib/lit/index.js';
import {onLanguage} from './texts.js';

/**
 * A Lit component that is drawn anew when the language changes and when what it follows changes:
 *
 *   constructor() {
 *     super();
 *     this.follow(listener => live.subscribe('alerts', listener));
 *     this.follow(everySecond, () => this.countDown());
 *   }
 */
export class PageElement extends LitElement {
  #followed = [];
  #leave = [];

  constructor() {
    super();
    this.follow(onLanguage);
  }

  /**
   * Subscribes as long as the element is on the page.
   *
   * @param {(listener: Function) => (() => void)} subscribe gives how to stop
   * @param {Function} listener draws anew if left out
   */
  follow(subscribe, listener = () => this.requestUpdate()) {
    this.#followed.push({subscribe, listener});
    if (this.isConnected) {
      this.#leave.push(subscribe(listener));
    }
  }

  connectedCallback() {
    super.connectedCallback();
    this.#leave = this.#followed.map(({subscribe, listener}) => subscribe(listener));
    this.requestUpdate();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#leave.forEach(leave => leave());
    this.#leave = [];
  }
}
