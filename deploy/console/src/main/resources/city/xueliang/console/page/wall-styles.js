/** How the parts of the wall share the screen. */
import {css} from '/lib/lit/index.js';

export const wallStyles = css`
  :host {
    display: block;
    height: 100%;
  }
  .wall {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 40rem;
    grid-template-rows: minmax(0, 1fr);
    gap: var(--space-4);
    height: 100%;
    padding: var(--space-3) var(--space-4);
  }
  .wall.with-alert {
    grid-template-columns: minmax(0, 1fr) 32rem 38rem;
  }
  .city,
  .work {
    display: flex;
    flex-direction: column;
    gap: var(--space-3);
    min-width: 0;
    min-height: 0;
  }
  city-map {
    flex: 1;
    min-height: 16rem;
  }
  alert-list {
    flex: 1;
    min-height: 0;
  }
  alert-news {
    position: absolute;
  }
  aside {
    position: relative;
    min-width: 0;
    min-height: 0;
    overflow: auto;
    background: var(--surface);
    border: 1px solid var(--line);
    border-radius: var(--radius);
  }
  .close {
    position: absolute;
    inset-inline-end: var(--space-2);
    top: var(--space-2);
    z-index: 5;
  }
  @media (max-width: 1500px) {
    .wall.with-alert {
      grid-template-columns: minmax(0, 1fr) 27rem 36rem;
    }
  }
  @media (max-width: 1100px) {
    .wall,
    .wall.with-alert {
      grid-template-columns: minmax(0, 1fr);
      grid-template-rows: none;
      grid-auto-rows: minmax(30rem, auto);
      height: auto;
    }
    aside {
      order: -1;
    }
  }
`;
