import { css } from 'lit';

/** Of the forms in which a directive is written and a conference convened. */
export const formStyles = css`
  dialog {
    width: min(64rem, calc(100vw - 2rem));
  }
  form {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    gap: 0.75rem 1.25rem;
    align-items: start;
  }
  .wide {
    grid-column: 1 / -1;
  }
  .column {
    display: grid;
    gap: 0.75rem;
  }
  .end {
    display: flex;
    gap: 0.5rem;
    justify-content: flex-end;
    align-items: center;
  }
  .end [role='status'] {
    margin-right: auto;
  }
  fieldset.plain {
    border: 0;
    margin: 0;
    padding: 0;
    display: flex;
    flex-wrap: wrap;
    gap: 0.3rem 1rem;
  }
  fieldset.plain legend {
    color: var(--quiet);
    font-size: 0.875rem;
    padding: 0;
  }
  fieldset.plain label {
    display: flex;
    align-items: center;
    gap: 0.4rem;
    min-height: 2rem;
  }
  fieldset.plain label span {
    margin: 0;
    color: var(--text);
    font-size: 1rem;
  }
  fieldset.plain input {
    width: 1.15rem;
    height: 1.15rem;
    accent-color: var(--accent);
  }
  .dues {
    display: flex;
    flex-wrap: wrap;
    gap: 0.3rem;
    margin-top: 0.3rem;
  }
  .dues button {
    padding: 0.1rem 0.5rem;
  }
  textarea {
    min-height: 9rem;
  }
  details summary {
    cursor: pointer;
    color: var(--quiet);
    padding: 0.25rem 0;
  }
  small {
    display: block;
    font-size: 0.875rem;
    color: var(--quiet);
  }
  @media (max-width: 50em) {
    form {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
