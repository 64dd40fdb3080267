import { css } from 'lit';

/** What the pages of the middle share: a head with its actions, quiet tables, cards of one thing each. */
export const panelStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    gap: 0.75rem;
    min-height: 0;
    overflow: auto;
    padding: 0 1rem 1rem;
    container-type: inline-size;
  }
  @media print {
    :host {
      display: block;
      overflow: visible;
    }
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.4rem 1rem;
  }
  .head h2 {
    font-size: 1.25rem;
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4rem;
  }
  .acts:empty {
    display: none;
  }
  .card {
    display: grid;
    gap: 0.4rem;
    padding: 0.75rem 1rem;
    background: var(--panel);
    border: 1px solid var(--line);
    border-radius: 0.375rem;
    overflow-wrap: anywhere;
  }
  .card.look {
    border-left: 0.4rem solid var(--alarm);
  }
  .card.waits {
    border-left: 0.4rem solid var(--warn);
  }
  .cards {
    display: grid;
    gap: 0.6rem;
  }
  .title {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0.25rem 0.75rem;
  }
  .title h3 {
    font-size: 1.125rem;
  }
  .title .state-word {
    margin-left: auto;
    font-weight: 650;
  }
  table {
    width: 100%;
    border-collapse: collapse;
  }
  th,
  td {
    padding: 0.3rem 0.5rem;
    text-align: left;
    border-bottom: 1px solid var(--line);
  }
  thead th {
    color: var(--quiet);
    font-size: 0.875rem;
    font-weight: 500;
  }
  .n {
    text-align: right;
    white-space: nowrap;
  }
  td.zero {
    color: var(--quiet);
  }
  summary {
    cursor: pointer;
    padding: 0.25rem 0;
  }
  section {
    display: grid;
    gap: 0.4rem;
  }
  :host > * {
    flex: none;
  }
  :host > haetae-rows,
  haetae-rows {
    flex: 1;
    min-height: 12rem;
  }
  .item {
    display: grid;
    align-items: center;
    gap: 0 0.75rem;
    height: 100%;
    border-bottom: 1px solid var(--line);
  }
  .item p {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .filters {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4rem;
  }
  .filters input {
    width: 14rem;
    flex: 1;
  }
  .filters select {
    width: auto;
  }
  dl.facts {
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr);
    gap: 0.25rem 1rem;
  }
  .facts dt {
    color: var(--quiet);
  }
`;
