/** The four colours as signs that need no colour: a shape, a Roman number and a word. */
import {css, html} from '/lib/lit/index.js';
import {text, word} from './texts.js';

/** The worst first. */
export const COLOURS = ['RED', 'ORANGE', 'YELLOW', 'BLUE'];

/** 0 for RED to 3 for BLUE. */
export const rank = colour => COLOURS.indexOf(colour);

/** Ⅰ for RED to Ⅳ for BLUE. */
export const numeral = colour => 'ⅠⅡⅢⅣ'[rank(colour)];

/** Paths of the shapes, around 0,0 with a radius of about 10: triangle, diamond, square, circle. */
export const SHAPES = {
  RED: 'M0-11.5 11.5 8.5H-11.5z',
  ORANGE: 'M0-11.5 11.5 0 0 11.5-11.5 0z',
  YELLOW: 'M-9-9H9V9H-9z',
  BLUE: 'M-10 0A10 10 0 1 1 10 0 10 10 0 1 1-10 0z',
};

/** The sign with its word, such as Ⅰ 红; needs colourStyles. */
export const colourSign = colour => html`<span class="sign ${colour}" title=${word('colour', colour)}>
  <span aria-hidden="true">${numeral(colour)}</span>${text(`colour.short.${colour}`)}</span>`;

export const colourStyles = css`
  .RED {
    --colour: var(--red);
    --on-colour: var(--on-red);
  }
  .ORANGE {
    --colour: var(--orange);
    --on-colour: var(--on-orange);
  }
  .YELLOW {
    --colour: var(--yellow);
    --on-colour: var(--on-yellow);
  }
  .BLUE {
    --colour: var(--blue);
    --on-colour: var(--on-blue);
  }
  .sign {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.2em;
    padding: 0 0.4em;
    border-radius: var(--radius);
    background: var(--colour);
    color: var(--on-colour);
    font-weight: 700;
    line-height: 1.5;
    white-space: nowrap;
  }
`;
