import { css } from 'lit';

export const directiveMatrixStyles = css`
  :host {
    display: grid;
    gap: 0.5rem;
  }
  .late-rooms {
    display: flex;
    flex-wrap: wrap;
    gap: 0.3rem;
    align-items: center;
  }
  .late-rooms button {
    padding: 0.1rem 0.5rem;
    border-color: var(--alarm);
    color: var(--alarm);
    font-weight: 650;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1rem;
    align-items: center;
    color: var(--quiet);
    font-size: 0.875rem;
  }
  .legend button {
    margin-left: auto;
  }
  table {
    width: 100%;
    border-collapse: collapse;
  }
  th,
  td {
    padding: 0.15rem 0.4rem;
    text-align: right;
    border-bottom: 1px solid var(--line);
    white-space: nowrap;
  }
  th:first-child,
  .cells {
    text-align: left;
  }
  .cells {
    width: 100%;
    white-space: normal;
  }
  thead th {
    color: var(--quiet);
    font-size: 0.875rem;
    font-weight: 500;
  }
  tbody th {
    font-weight: 600;
  }
  tfoot th,
  tfoot td {
    font-weight: 700;
    border-bottom: 0;
  }
  td.zero {
    color: var(--quiet);
    font-weight: 350;
  }
  td.look {
    color: var(--alarm);
    font-weight: 800;
  }
  td.opened {
    padding: 0.4rem 0;
    text-align: left;
    white-space: normal;
  }
  .cells ul {
    display: flex;
    flex-wrap: wrap;
    gap: 0.15rem;
  }
  .cell {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.15rem;
    min-width: 2.25rem;
    height: 1.75rem;
    padding: 0 0.2rem;
    border: 1px solid var(--line);
    border-radius: 0.25rem;
    background: var(--panel);
    font-size: 0.8rem;
    line-height: 1;
  }
  .cell.own {
    border-width: 2px;
    border-color: var(--edge);
  }
  .cell-READ,
  .cell-UNREAD {
    color: var(--quiet);
  }
  .cell-DONE {
    color: var(--good);
  }
  .cell.late {
    border: 2px solid var(--alarm);
    background: var(--alarm-ground);
    color: var(--alarm);
    font-weight: 800;
  }
  .cell.late::after {
    content: '!';
  }
  .cell[aria-expanded='true'] {
    outline: 2px solid var(--accent);
    outline-offset: 1px;
  }
  @container (max-width: 54rem) {
    .by-state {
      display: none;
    }
  }
`;
