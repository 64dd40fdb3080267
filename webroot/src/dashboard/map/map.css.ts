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
  .list {
    grid-area: list;
    width: min(26rem, 60vw);
    overflow: auto;
    padding: 0 0.75rem 1rem;
    background: var(--page);
    border-left: 1px solid var(--line);
  }
  /* For screen readers always; for eyes when it is wanted or the keyboard is in it. */
  .list.away:not(:focus-within) {
    position: absolute;
    width: 1px;
    height: 1px;
    padding: 0;
    border: 0;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .list h3 {
    margin: 0.6rem 0 0.2rem;
    font-size: 1rem;
  }
  .list h4 {
    margin: 0.5rem 0 0.1rem;
    font-size: 0.875rem;
    color: var(--quiet);
  }
  .list .line {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    gap: 0 0.6rem;
    align-items: center;
    width: 100%;
    padding: 0.3rem 0.25rem;
    text-align: left;
    white-space: normal;
    background: none;
    border-width: 0 0 1px;
    border-color: var(--line);
    border-radius: 0;
  }
  .list .line:hover {
    background: var(--raised);
  }
  .list i {
    font-style: normal;
    width: 1.2rem;
    text-align: center;
    color: var(--quiet);
  }
  .list .worst-lost,
  .list .worst-never {
    color: var(--alarm);
  }
  .list .worst-late {
    color: var(--warn);
  }
  .list small {
    display: block;
    font-size: 0.8125rem;
    color: var(--quiet);
  }
  .legend {
    position: absolute;
    left: 0.5rem;
    bottom: 0.5rem;
    max-width: min(24rem, 70%);
    max-height: calc(100% - 1rem);
    overflow: auto;
    padding: 0.3rem 0.6rem;
    background: var(--panel);
    border: 1px solid var(--line);
    border-radius: 0.375rem;
    font-size: 0.8125rem;
  }
  .legend summary {
    cursor: pointer;
  }
  .legend li {
    display: flex;
    gap: 0.4rem;
    align-items: center;
  }
  .legend li svg {
    width: 1rem;
    height: 1rem;
  }
  .legend li i {
    font-style: normal;
    width: 1rem;
    text-align: center;
  }
  .legend p {
    margin-top: 0.3rem;
    color: var(--quiet);
  }
  .card {
    position: absolute;
    right: 0.5rem;
    top: 0.5rem;
    z-index: 3;
    width: min(20rem, calc(100% - 1rem));
    display: grid;
    gap: 0.3rem;
    padding: 0.6rem 0.8rem;
    background: var(--panel);
    border: 1px solid var(--edge);
    border-radius: 0.375rem;
  }
  .card h3 {
    font-size: 1rem;
    overflow-wrap: anywhere;
  }
  .card .acts {
    display: flex;
    gap: 0.4rem;
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
