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
  /* Its height is taken whether there is news or not: what arrives moves nothing that is being read. */
  .fresh {
    flex: none;
    height: 2.25rem;
    margin: 0;
    padding: 0.2rem 0.75rem;
    border-radius: 0;
    border-width: 0 0 1px;
    font-weight: 650;
    color: var(--accent);
    background: var(--chosen);
  }
  .fresh.none {
    font-weight: 400;
    font-size: 0.875rem;
    line-height: 1.8rem;
    border-bottom: 1px solid var(--line);
    background: none;
    color: var(--quiet);
  }
  .fresh.urgent {
    background: var(--alarm-ground);
    color: var(--alarm);
  }
  .fresh kbd {
    font: inherit;
    padding: 0 0.35rem;
    border: 1px solid currentcolor;
    border-radius: 0.25rem;
    margin-left: 0.5rem;
  }
  .failures {
    flex: none;
    max-height: 40%;
    overflow: auto;
    border-top: 1px solid var(--line);
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
