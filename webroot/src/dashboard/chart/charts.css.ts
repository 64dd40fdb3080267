import { css } from 'lit';

export const chartsStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    gap: 0.6rem;
    min-height: 0;
    overflow: auto;
    padding: 0 1rem 1rem;
    container-type: inline-size;
  }
  :host([wall]) {
    font-size: 1.5em;
    padding: 0.75rem;
    overflow: hidden;
    height: 100%;
    box-sizing: border-box;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.4rem 1rem;
  }
  .head h2 {
    margin: 0;
    font-size: 1.25em;
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4rem;
  }
  .quiet {
    margin: 0;
    color: var(--quiet);
    font-size: 0.875em;
  }
  .grid {
    flex: 1;
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    grid-auto-rows: minmax(15rem, 1fr);
    gap: 0.6rem;
    min-height: 0;
  }
  :host([wall]) .grid {
    grid-auto-rows: minmax(0, 1fr);
  }
  @container (max-width: 62rem) {
    .grid {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
  @container (max-width: 38rem) {
    .grid {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;

export const stripStyles = css`
  :host {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: 0.5rem;
    height: 11rem;
    min-width: 0;
    container-type: inline-size;
  }
  .state {
    grid-column: 1 / -1;
    margin: auto;
  }
`;
