import { css } from 'lit';

export const incidentsStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 0;
    background: var(--panel);
    position: relative;
  }
  header {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 0.5rem;
    padding: 0.6rem 0.75rem 0.3rem;
  }
  h2 span {
    font-weight: 400;
    margin-left: 0.5rem;
  }
  search {
    display: grid;
    gap: 0.4rem;
    padding: 0.3rem 0.75rem 0.6rem;
    border-bottom: 1px solid var(--line);
  }
  .filters {
    display: flex;
    gap: 0.4rem;
  }
  select {
    width: auto;
    margin-left: auto;
  }
  haetae-rows {
    flex: 1;
  }
  .state + haetae-rows {
    flex: 0;
  }
  /* Laid over the list: a button put above it would move what is being read. */
  .fresh {
    position: absolute;
    inset: auto 0.75rem 2.75rem;
    z-index: 1;
    padding: 0.6rem;
    box-shadow: 0 0.2rem 0.8rem rgb(0 0 0 / 45%);
    font-weight: 650;
    border-color: var(--accent);
  }
  .fresh.urgent {
    border: 2px solid var(--alarm);
    background: var(--alarm-ground);
    color: var(--alarm);
  }
  footer {
    display: flex;
    gap: 0.75rem;
    align-items: center;
    justify-content: space-between;
    padding: 0.3rem 0.75rem;
    border-top: 1px solid var(--line);
    font-size: 0.875rem;
    margin-top: auto;
  }
`;
