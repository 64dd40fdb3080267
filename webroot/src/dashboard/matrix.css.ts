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
  tbody tr {
    cursor: pointer;
  }
  tbody tr:hover {
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
  @container (max-width: 72rem) {
    .least {
      display: none;
    }
  }
  @container (max-width: 58rem) {
    .less {
      display: none;
    }
  }
`;
