import { css } from 'lit';

export const symbolStyles = css`
  :host {
    position: absolute;
    inset: 0;
    overflow: hidden;
    pointer-events: none;
    font-size: var(--glyph, 0.8125rem);
  }
  .leaders {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
  }
  .leaders line {
    stroke: var(--edge);
    stroke-width: 1;
  }
  .symbol,
  .pin {
    position: absolute;
    left: 0;
    top: 0;
    pointer-events: auto;
    padding: 0;
    border: 0;
    background: none;
    font-size: inherit;
    line-height: 1.15;
  }
  .symbol {
    display: grid;
    justify-items: center;
    width: 4.2em;
  }
  .symbol svg {
    grid-area: 1 / 1;
    width: 3.1em;
    height: 3.1em;
    overflow: visible;
  }
  .symbol.AGENCY {
    font-size: 1.15em;
  }
  .symbol.small {
    width: 2.2em;
  }
  .small svg {
    width: 2.2em;
    height: 2.2em;
  }
  .core {
    fill: var(--panel);
    stroke: var(--edge);
    stroke-width: 1;
  }
  .schematic .core {
    stroke-dasharray: 2 2.5;
  }
  .ring {
    fill: none;
    transform: rotate(-90deg);
    transform-origin: 50% 50%;
  }
  .ring-reporting {
    stroke: var(--edge);
    stroke-width: 3;
  }
  .ring-before,
  .ring-signedOff {
    stroke: var(--line);
    stroke-width: 2;
  }
  .ring-late {
    stroke: var(--warn);
    stroke-width: 5;
  }
  .ring-never,
  .ring-lost {
    stroke: var(--alarm);
    stroke-width: 7;
  }
  .ring-never {
    stroke-width: 5;
  }
  .in {
    grid-area: 1 / 1;
    align-self: center;
    display: grid;
    justify-items: center;
    font-weight: 650;
    font-variant-numeric: tabular-nums;
    line-height: 1;
  }
  .in i {
    font-style: normal;
    font-size: max(0.85em, 12px);
    color: var(--quiet);
  }
  .worst-lost .in i,
  .worst-never .in i {
    color: var(--alarm);
  }
  .worst-late .in i {
    color: var(--warn);
  }
  .small .in i {
    display: none;
  }
  .small .in:has(i:only-child) i {
    display: block;
  }
  .label {
    padding: 0 0.3em;
    border-radius: 0.25em;
    background: var(--page);
    color: var(--text);
    white-space: nowrap;
    max-width: 9em;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .badge {
    position: absolute;
    left: calc(50% + 0.75em);
    top: -0.35em;
    display: flex;
    align-items: center;
    background: var(--page);
    border-radius: 0.25rem;
  }
  .badge .code,
  .pin .code {
    min-width: 1.45em;
    height: 1.45em;
    background-color: var(--page);
  }
  .badge .code-0,
  .pin .code-0 {
    background-color: var(--alarm);
  }
  .badge small,
  .pin small {
    font-size: max(0.9em, 12px);
    padding: 0 0.2em;
  }
  .symbol:hover .core,
  .symbol:focus-visible .core {
    fill: var(--chosen);
    stroke: var(--accent);
  }
  .symbol:hover,
  .symbol:focus-visible {
    z-index: 2;
  }
  /* What the drawing says, for those who do not see it: its letters are no words. */
  .words {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .pin .drawn {
    display: flex;
    align-items: center;
  }
  .pin {
    z-index: 1;
    background: var(--page);
    border-radius: 0.25rem;
    border-bottom: 0.35em solid var(--edge);
    margin-top: -0.6em;
  }
  .pin.waiting {
    border-bottom-color: var(--warn);
  }
`;
