import { css } from 'lit';

/** What stands beside and over the map: list, legend, card. */
export const sideStyles = css`
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
`;
