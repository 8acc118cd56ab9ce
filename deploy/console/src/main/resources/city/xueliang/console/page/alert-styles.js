/** Styles of what shows and works an alert. */
import {css} from '/lib/lit/index.js';

/** Of <alert-view>: the head and the actions stay in sight, what is between them scrolls. */
export const alertViewStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    height: 100%;
    min-height: 0;
    padding: 0;
    background: var(--surface);
    container-type: inline-size;
  }
  .body {
    flex: 1;
    min-height: 0;
    overflow-y: auto;
    padding: var(--space-3) var(--space-4);
  }
  .alone {
    padding-top: 3.5rem;
  }
  .head {
    padding: var(--space-3) var(--space-4);
    border-bottom: 1px solid var(--line);
    border-top: 0.375rem solid var(--colour);
    display: grid;
    gap: var(--space-1);
  }
  /* The wall has its button to close the alert at the end of the line. */
  .title {
    display: flex;
    gap: var(--space-2);
    align-items: center;
    padding-inline-end: 2.75rem;
  }
  h2 {
    font-size: var(--text-l);
    line-height: 1.2;
    flex: 1;
  }
  .foot {
    padding: var(--space-3) var(--space-4);
    border-top: 1px solid var(--line);
    background: var(--surface);
  }
  .held {
    margin-bottom: var(--space-3);
    padding: var(--space-2) var(--space-3);
    border: 1px dashed var(--warning);
    border-radius: var(--radius);
  }
  section > h3 {
    font-weight: 700;
    margin: var(--space-4) 0 var(--space-2);
  }
  .state {
    font-weight: 700;
  }
  @container (min-width: 60rem) {
    .columns {
      display: grid;
      grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
      gap: 0 var(--space-6);
    }
  }
`;

/** Of <alert-actions>. */
export const alertActionsStyles = css`
  :host {
    display: grid;
    gap: var(--space-2);
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
  }
  .buttons button {
    flex: 1 0 auto;
    display: flex;
    justify-content: space-between;
    align-items: center;
    gap: var(--space-1);
    min-height: 2.75rem;
    font-weight: 600;
    padding-inline: var(--space-2);
  }
  button[aria-disabled="true"] {
    color: var(--muted);
    border-color: var(--line);
    cursor: not-allowed;
    font-weight: 400;
  }
  button.primary[aria-disabled="true"] {
    background: var(--raised);
    border-color: var(--line);
  }
  button[aria-expanded="true"] {
    border-color: var(--focus);
    border-width: 2px;
  }
  kbd {
    font: inherit;
    font-size: var(--text-s);
    border: 1px solid currentcolor;
    border-radius: 0.2rem;
    padding: 0 0.3em;
    opacity: 0.85;
  }
  .said {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
    align-items: center;
    min-height: 1.5rem;
  }
  .said button {
    min-height: 0;
    padding-block: 0;
  }
`;
