/** How the map is painted. Quiet is dull, blind is hatched, alarmed is bright and has a shape. */
import {css} from '/lib/lit/index.js';

export const mapStyles = css`
  .cell {
    fill: var(--cell);
    stroke: var(--cell-line);
    stroke-width: 1px;
    vector-effect: non-scaling-stroke;
    cursor: pointer;
  }
  .cell.unknown {
    fill: var(--unknown);
    stroke: var(--hatch);
    stroke-dasharray: 1.5 2.5;
  }
  .cell.RED,
  .cell.ORANGE,
  .cell.YELLOW,
  .cell.BLUE {
    fill: var(--colour);
  }
  .cell:hover {
    stroke: var(--text);
    stroke-width: 2px;
  }
  .line {
    fill: var(--hatch);
  }
  .hatches,
  .borders,
  .mark,
  .labels,
  .chosen {
    pointer-events: none;
  }
  .region {
    fill: none;
    stroke: var(--region-line);
    stroke-width: 1.75px;
    stroke-linejoin: round;
    vector-effect: non-scaling-stroke;
    pointer-events: none;
    outline: none;
  }
  .border {
    fill: none;
    stroke: color-mix(in srgb, var(--colour) var(--border-colour), var(--text));
    stroke-width: 3px;
    stroke-linejoin: round;
    vector-effect: non-scaling-stroke;
  }
  .border.ORANGE {
    stroke-width: 4px;
  }
  .border.RED {
    stroke-width: 6px;
  }
  .region.bordered {
    stroke: none;
  }
  .region:focus-visible {
    stroke: var(--focus);
    stroke-width: 5px;
  }
  .ring {
    fill: none;
    stroke: var(--text);
    stroke-width: 4px;
    vector-effect: non-scaling-stroke;
  }
  .mark path {
    fill: var(--colour);
    stroke: var(--halo);
    stroke-width: 1.5;
  }
  .mark.RED path {
    stroke: var(--on-colour);
    stroke-width: 2;
  }
  .mark.ORANGE path,
  .mark.YELLOW path,
  .mark.BLUE path {
    stroke: var(--on-colour);
  }
  .mark text {
    fill: var(--on-colour);
    font-weight: 800;
  }
  .pulse {
    fill: none;
    stroke: var(--red);
    stroke-width: 3px;
    vector-effect: non-scaling-stroke;
  }
  /* By the clock: an animation would have the browser paint sixty times a second. */
  @media (prefers-reduced-motion: no-preference) {
    .beat .pulse {
      stroke: var(--text);
      stroke-width: 6px;
    }
  }
  .labels text {
    fill: var(--text);
    stroke: var(--halo);
    stroke-linejoin: round;
    paint-order: stroke;
    font-weight: 600;
  }
`;
