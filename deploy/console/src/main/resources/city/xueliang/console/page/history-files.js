import {css, html, nothing} from '/lib/lit/index.js';
import {ApiError, withParameters} from './api.js';
import {PageElement} from './page-element.js';
import {may} from './session.js';
import {shared} from './shared-styles.js';
import {language, text} from './texts.js';

const FORMS = ['csv', 'xlsx'];

/** Takes away what is shown, as a file or as a link: <history-files .asked=${parameters} .link=${path}>. */
class HistoryFiles extends PageElement {
  static properties = {
    asked: {attribute: false},
    link: {type: String},
    said: {state: true},
    failed: {state: true},
    waiting: {state: true},
  };

  static styles = [shared, css`
    :host {
      display: inline-flex;
      flex-wrap: wrap;
      gap: var(--space-2);
      align-items: center;
    }
  `];

  render() {
    return html`
      ${may('EXPORT') ? FORMS.map(form => html`
        <button ?disabled=${this.waiting} @click=${() => this.#take(form)}>${text(`history.file.${form}`)}</button>`) : nothing}
      <button @click=${this.#copy}>${text('history.copy-link')}</button>
      <span role="status" class=${this.failed ? 'bad' : 'muted'}>${this.said ?? ''}</span>`;
  }

  async #take(form) {
    this.waiting = true;
    this.#say(text('history.file-waiting'));
    try {
      const {name, content} = await file(withParameters(`/api/history.${form}`, this.asked), `history.${form}`);
      const link = document.createElement('a');
      link.href = URL.createObjectURL(content);
      link.download = name;
      link.click();
      // The browser has to have begun before the address may go.
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
      this.#say(text('history.file-taken', name));
    } catch (failure) {
      this.#say(text('history.file-failed', failure.message), true);
    } finally {
      this.waiting = false;
    }
  }

  async #copy() {
    const address = new URL(this.link, location.origin).href;
    try {
      await navigator.clipboard.writeText(address);
      this.#say(text('history.copied'));
    } catch {
      // Not every browser lets a page write to the clipboard; the reader can copy it from here.
      this.#say(address);
    }
  }

  #say(said, failed = false) {
    this.said = said;
    this.failed = failed;
  }
}

async function file(path, otherwise) {
  const answer = await fetch(path, {headers: {'Accept-Language': language()}});
  if (!answer.ok) {
    const {reason, message} = await answer.json().catch(() => ({reason: 'UNAVAILABLE', message: answer.statusText}));
    throw new ApiError(answer.status, reason, message);
  }
  return {name: fileName(answer.headers.get('Content-Disposition') ?? '') ?? otherwise, content: await answer.blob()};
}

/** The name in the reader's language, if the server gives one (RFC 6266). */
function fileName(disposition) {
  const [, encoded] = /filename\*=UTF-8''([^;]+)/.exec(disposition) ?? [];
  const [, plain] = /filename="([^"]+)"/.exec(disposition) ?? [];
  return encoded ? decodeURIComponent(encoded) : plain;
}

customElements.define('history-files', HistoryFiles);
