import {css, html} from '/lib/lit/index.js';
import {PageElement} from './page-element.js';
import {shared} from './shared-styles.js';
import {onShortcuts, SHORTCUTS, shortcutsOn, turnShortcuts} from './shortcuts.js';
import {text} from './texts.js';

/** Which keys work an alert, and whether they do: <shortcuts-help>, opened by show(). */
class ShortcutsHelp extends PageElement {
  static styles = [shared, css`
    dialog {
      color: var(--text);
      background: var(--surface);
      border: 1px solid var(--line-strong);
      border-radius: var(--radius);
      padding: var(--space-4) var(--space-6);
      max-width: 34rem;
      box-shadow: var(--shadow);
    }
    dialog::backdrop {
      background: rgb(0 0 0 / 55%);
    }
    h2 {
      font-size: var(--text-l);
      font-weight: 700;
      margin-bottom: var(--space-3);
    }
    dl {
      display: grid;
      grid-template-columns: max-content minmax(0, 1fr);
      gap: var(--space-2) var(--space-4);
      margin-bottom: var(--space-4);
    }
    kbd {
      font: inherit;
      font-weight: 700;
      border: 1px solid var(--line-strong);
      border-radius: var(--radius);
      padding: 0 var(--space-2);
      background: var(--raised);
    }
    label {
      display: flex;
      gap: var(--space-2);
      align-items: center;
      margin-bottom: var(--space-4);
    }
    input {
      min-height: 0;
      width: 1.25rem;
      height: 1.25rem;
      accent-color: var(--accent);
    }
  `];

  constructor() {
    super();
    this.follow(onShortcuts);
  }

  /** Opens the dialog; the focus comes back to where it was when it is closed. */
  show() {
    this.renderRoot.querySelector('dialog').showModal();
  }

  render() {
    // Esc closes the dialog, and not what lies under it, too.
    return html`<dialog aria-labelledby="title" @keydown=${event => event.stopPropagation()}>
      <h2 id="title">${text('alert.keys')}</h2>
      <dl>${Object.entries(SHORTCUTS).map(([action, key]) => html`
        <dt><kbd>${key}</kbd></dt><dd>${text(`alert.key.${action}`)}</dd>`)}
        <dt><kbd>1</kbd>–<kbd>4</kbd></dt><dd>${text('alert.key.NUMBER')}</dd></dl>
      <label><input type="checkbox" .checked=${shortcutsOn()}
        @change=${event => turnShortcuts(event.target.checked)}>${text('alert.keys-on')}</label>
      <form method="dialog"><button class="primary">${text('view.close')}</button></form>
    </dialog>`;
  }
}

customElements.define('shortcuts-help', ShortcutsHelp);
