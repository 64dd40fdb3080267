import { css } from 'lit';

export const mapStyles = css`
  :host {
    flex: 1;
    position: relative;
    display: grid;
    grid-template: 'tools tools' auto 'map list' minmax(0, 1fr) / minmax(0, 1fr) auto;
    min-height: 0;
    overflow: hidden;
  }
  .tools {
    grid-area: tools;
    display: flex;
    flex-wrap: wrap;
    gap: 0.4rem;
    align-items: start;
    padding: 0 1rem 0.5rem;
  }
  .tools haetae-map-search {
    flex: 1 1 14rem;
    max-width: 24rem;
  }
  .tools .square {
    min-width: 2.4rem;
  }
  .field {
    grid-area: map;
    position: relative;
    min-height: 0;
    overflow: hidden;
    background: var(--page);
  }
  .field:focus-visible {
    outline-offset: -3px;
  }
  .ground,
  .dots {
    position: absolute;
    inset: 0;
    overflow: hidden;
  }
  .dots {
    pointer-events: none;
  }
  .dots canvas {
    position: absolute;
    left: 0;
    top: 0;
    transform-origin: 0 0;
  }
  .focus {
    position: absolute;
    left: 0;
    top: 0;
    width: 2rem;
    height: 2rem;
    border: 3px solid var(--accent);
    border-radius: 50%;
    pointer-events: none;
  }
  .foot {
    position: absolute;
    right: 0.4rem;
    bottom: 0.4rem;
    max-width: calc(100% - 0.8rem);
    display: grid;
    justify-items: end;
    gap: 0.2rem;
    font-size: 0.75rem;
    pointer-events: none;
  }
  .foot p,
  .foot a {
    padding: 0 0.4rem;
    background: var(--page);
    color: var(--quiet);
    border-radius: 0.25rem;
    pointer-events: auto;
  }
  .foot .drill {
    color: var(--text);
    border: 1px solid var(--edge);
  }
  .notice {
    position: absolute;
    inset: 0.5rem auto auto 0.5rem;
    max-width: calc(100% - 1rem);
  }
  :host([wall]) .legend,
  :host([wall]) .tools {
    display: none;
  }
  :host([wall]) .foot {
    font-size: max(0.75rem, calc(var(--glyph, 0.75rem) * 0.6));
  }
  @media (max-width: 60em) {
    :host {
      grid-template: 'tools' auto 'map' minmax(18rem, 1fr) 'list' auto / minmax(0, 1fr);
    }
    .list {
      width: auto;
      max-height: 40vh;
      border-left: 0;
      border-top: 1px solid var(--line);
    }
  }
  @media print {
    .ground,
    .dots,
    .tools,
    .legend {
      display: none;
    }
    .list.away {
      position: static;
      width: auto;
      height: auto;
      clip-path: none;
    }
  }
`;

export const searchStyles = css`
  :host {
    position: relative;
    display: block;
  }
  ul {
    position: absolute;
    z-index: 5;
    left: 0;
    right: 0;
    max-height: 20rem;
    overflow: auto;
    background: var(--panel);
    border: 1px solid var(--edge);
    border-radius: 0.375rem;
  }
  li {
    padding: 0 0.2rem;
  }
  li.quiet {
    padding: 0.5rem;
  }
  li button {
    width: 100%;
    padding: 0.4rem;
    text-align: left;
    white-space: normal;
    background: none;
    border: 0;
  }
  li button:hover {
    background: var(--raised);
  }
  small {
    color: var(--quiet);
    font-size: 0.875rem;
  }
`;
