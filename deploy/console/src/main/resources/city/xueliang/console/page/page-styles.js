/** How the pages beside the wall are laid out, and what they say of an answer that is not there. */
import {css, html, nothing} from '/lib/lit/index.js';
import {text} from './texts.js';

export const pageStyles = css`
  /* What is unseen lies in here, and does not make the page longer. */
  :host {
    display: block;
    position: relative;
    padding: var(--space-4);
  }
  header.page {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2) var(--space-6);
    margin-bottom: var(--space-4);
  }
  h1 {
    font-size: var(--text-l);
    font-weight: 700;
  }
  h2 {
    font-size: var(--text-m);
    font-weight: 700;
  }
  .panel + .panel {
    margin-top: var(--space-4);
  }
  .panel > h2,
  .panel > header {
    margin-bottom: var(--space-2);
  }
  .choices {
    display: inline-flex;
    flex-wrap: wrap;
  }
  .choices > .button {
    border-radius: 0;
    margin-inline-start: -1px;
    white-space: nowrap;
  }
  .choices > .button:first-child {
    border-start-start-radius: var(--radius);
    border-end-start-radius: var(--radius);
  }
  .choices > .button:last-child {
    border-start-end-radius: var(--radius);
    border-end-end-radius: var(--radius);
  }
  .choices > [aria-current] {
    background: var(--accent);
    border-color: var(--accent);
    color: var(--on-accent);
    font-weight: 600;
    z-index: 1;
  }
  .scroll {
    overflow-x: auto;
  }
  .nowrap {
    white-space: nowrap;
  }
  .note {
    padding: var(--space-3) var(--space-4);
    border: 1px solid var(--line);
    border-inline-start: 0.25rem solid var(--line-strong);
    border-radius: var(--radius);
  }
  .note.bad {
    border-inline-start-color: var(--bad);
    color: var(--text);
  }
  .small {
    font-size: var(--text-s);
  }
`;

/** Links of which one is chosen: [{label, href, chosen}]. */
export const choices = (label, links) => html`
  <nav class="choices" aria-label=${label}>
    ${links.map(({label: name, href, chosen}) =>
      html`<a class="button" href=${href} aria-current=${chosen ? 'true' : nothing}>${name}</a>`)}
  </nav>`;

/** Why there is nothing to show, or what is shown is old; nothing if an answer is there. */
export function askedNote(asked) {
  if (asked.failure) {
    return html`<p class="note bad" role="alert">
      <span aria-hidden="true">⚠</span> ${text(asked.answer ? 'view.stale' : 'view.failed')} ${asked.failure.message}
      <button @click=${() => asked.ask()}>${text('view.again')}</button></p>`;
  }
  return asked.answer === undefined ? html`<p class="muted" role="status">${text('view.waiting')}</p>` : nothing;
}
