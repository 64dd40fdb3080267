import { css } from 'lit';

export const appStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 100%;
    max-width: 36rem;
    margin: 0 auto;
  }
  haetae-log-in,
  haetae-round,
  haetae-site-form,
  haetae-transport-form,
  haetae-report {
    flex: 1;
  }
  main {
    flex: 1;
    display: flex;
    flex-direction: column;
    gap: 0.9rem;
    padding: 0.75rem 0.75rem 0;
  }
  header {
    display: flex;
    justify-content: space-between;
    align-items: start;
    gap: 0.5rem;
  }
  header select {
    min-height: 3rem;
  }
  header span {
    display: block;
    font-size: 0.875rem;
  }
  .top {
    position: sticky;
    top: 0;
    z-index: 2;
  }
  h1 {
    font-size: 1rem;
  }
  main.login,
  main.report {
    padding: 0;
  }
  .queue {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 1rem;
    padding: 0.5rem 0.75rem;
    background: var(--raised);
    border-bottom: 1px solid var(--line);
    font-size: 0.9375rem;
  }
  .queue.unsent {
    background: var(--warn-ground);
    color: var(--warn);
    border-bottom: 2px solid var(--warn);
  }
  .do {
    display: flex;
    gap: 0.5rem;
    margin-top: 0.4rem;
  }
  .do button {
    min-height: 3rem;
  }
  haetae-outbox {
    flex: 1;
  }
  footer {
    position: sticky;
    bottom: 0;
    margin: 0 -0.75rem;
    padding: 0.6rem 0.75rem calc(0.75rem + env(safe-area-inset-bottom));
    background: var(--page);
    border-top: 1px solid var(--line);
  }
  footer {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }
  .pair {
    flex: 1 1 100%;
    display: grid;
    grid-template-columns: 1fr 2fr;
    gap: 0.5rem;
  }
  .urgent {
    min-height: 3.5rem;
    font-size: 1.125rem;
    font-weight: 800;
    color: var(--alarm);
    background: var(--alarm-ground);
    border: 2px solid var(--alarm);
  }
  .second {
    flex: 1 1 8rem;
    padding: 0.3rem;
    line-height: 1.2;
    white-space: normal;
    min-height: 3.5rem;
    font-size: 1.125rem;
    font-weight: 650;
  }
  .last {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
  }
  .last button {
    min-height: 3rem;
  }
  .big {
    width: 100%;
    min-height: 5rem;
    font-size: 1.625rem;
  }
  /* What to press must not hide what to know. */
  @media (max-height: 44rem) {
    .big {
      min-height: 4rem;
      font-size: 1.375rem;
    }
    .second,
    .urgent {
      min-height: 3rem;
    }
  }
`;
