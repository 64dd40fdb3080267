import { css } from 'lit';

export const dialogStyles = css`
  dialog {
    width: min(46rem, calc(100vw - 2rem));
    max-height: calc(100vh - 2rem);
    overflow: auto;
    padding: 1.25rem;
    color: var(--text);
    background: var(--panel);
    border: 1px solid var(--edge);
    border-radius: 0.5rem;
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 55%);
  }
  dialog h2 {
    font-size: 1.25rem;
  }
`;
