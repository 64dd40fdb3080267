import { css } from 'lit';

export const matrixStyles = css`
  :host {
    display: block;
    overflow: auto;
    container-type: inline-size;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    white-space: nowrap;
  }
  th,
  td {
    padding: 0.3rem 0.4rem;
    text-align: right;
    border-bottom: 1px solid var(--line);
  }
  thead th {
    position: sticky;
    top: 0;
    z-index: 1;
    padding: 0 0.1rem;
    background: var(--page);
    color: var(--quiet);
    font-size: 0.875rem;
    font-weight: 500;
  }
  thead button {
    padding: 0.2rem 0.3rem;
    background: none;
    border-color: transparent;
    font-weight: inherit;
  }
  thead [aria-sort] button {
    color: var(--text);
    font-weight: 700;
  }
  th:first-child,
  .words {
    text-align: left;
  }
  /* What the row is about stays while the rest is scrolled sideways. */
  th:first-child {
    position: sticky;
    left: 0;
    z-index: 1;
    background: var(--page);
  }
  thead th:first-child {
    z-index: 2;
  }
  tfoot th,
  tfoot td {
    position: sticky;
    bottom: 0;
    padding-block: 0.4rem;
    background: var(--raised);
    border-top: 2px solid var(--edge);
    font-weight: 700;
  }
  tfoot th:first-child {
    z-index: 2;
    background: var(--raised);
  }
  tbody tr {
    cursor: pointer;
  }
  tbody tr:hover,
  tbody tr:hover th {
    background: var(--raised);
  }
  tbody th button {
    background: none;
    border-color: transparent;
    padding: 0.2rem 0.3rem;
    font-weight: 600;
  }
  td.zero {
    color: var(--quiet);
    font-weight: 350;
  }
  td small {
    font-size: inherit;
    color: var(--quiet);
  }
  td.look {
    color: var(--alarm);
    font-weight: 800;
    box-shadow: inset 0 0 0 2px var(--alarm);
  }
  td.waits {
    font-weight: 750;
  }
  td.waits .mark {
    color: var(--alarm);
  }
  .mark {
    margin-right: 0.25em;
    font-weight: 850;
  }
  .quiet {
    color: var(--quiet);
  }
  .trend {
    display: inline-block;
    margin-right: 0.4rem;
    vertical-align: middle;
  }
  .spark {
    display: block;
    width: 3.4rem;
    height: 0.9rem;
  }
  .spark polyline {
    fill: none;
    stroke: var(--edge);
    stroke-width: 1.5;
    vector-effect: non-scaling-stroke;
  }
  .spark path {
    fill: var(--edge);
  }
  .hint {
    display: none;
    position: sticky;
    left: 0;
    width: max-content;
    margin: 0 0 0.25rem;
    color: var(--quiet);
    font-size: 0.875rem;
  }
  @container (max-width: 90rem) {
    .least {
      display: none;
    }
  }
  @container (max-width: 72rem) {
    .less {
      display: none;
    }
  }
  @container (max-width: 54rem) {
    .trend {
      display: none;
    }
    .hint {
      display: block;
    }
  }
`;
