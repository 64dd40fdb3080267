import { css } from 'lit';

export const reportStyles = css`
  :host {
    display: flex;
  }
  form {
    flex: 1;
    min-width: 0;
    display: flex;
    flex-direction: column;
    gap: 0.9rem;
    padding: 0.75rem 0.75rem 0;
  }
  header {
    display: flex;
    gap: 0.75rem;
    align-items: center;
  }
  h1 {
    font-size: 1.25rem;
  }
  button,
  input {
    min-height: 3rem;
    min-width: 3rem;
  }
  .name {
    flex: 1;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .wide {
    width: 100%;
  }
  .kinds {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    gap: 0.6rem;
  }
  .kinds button {
    min-height: 4.75rem;
    font-size: 1.125rem;
    font-weight: 650;
    white-space: normal;
    word-break: keep-all;
    overflow-wrap: anywhere;
    hyphens: auto;
    display: grid;
    grid-template-columns: 2.25rem minmax(0, 1fr);
    align-items: center;
    gap: 0.4rem;
    text-align: left;
  }
  .kind-icon {
    width: 2.25rem;
    height: 2.25rem;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .chosen,
  .line {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 0.75rem;
  }
  .chosen b {
    font-size: 1.25rem;
  }
  .pair {
    display: flex;
    gap: 0.5rem;
  }
  .line {
    flex-wrap: wrap;
  }
  .line > div:first-child {
    flex: 1 1 8rem;
  }
  .pair button {
    min-width: 3.25rem;
    font-size: 1.5rem;
  }
  .line span {
    display: block;
    font-size: 0.875rem;
  }
  fieldset {
    border: 0;
    margin: 0;
    padding: 0;
  }
  legend {
    padding: 0;
    font-size: 0.875rem;
    color: var(--quiet);
    margin-bottom: 0.25rem;
  }
  .codes {
    display: grid;
    grid-template-columns: repeat(5, 1fr);
    gap: 0.4rem;
  }
  .codes button {
    min-height: 3.25rem;
    font-size: 1.25rem;
  }
  .codes button[aria-pressed='true'] {
    background: var(--accent);
    color: var(--on-accent);
    font-weight: 800;
    text-decoration: underline;
    text-underline-offset: 0.25em;
  }
  .options {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }
  .options button {
    flex: 1 0 auto;
    min-height: 3.25rem;
    font-size: 1.0625rem;
  }
  .options button[aria-pressed='true'] {
    background: var(--accent);
    color: var(--on-accent);
    font-weight: 800;
  }
  textarea {
    min-height: 7rem;
    font-size: 1.0625rem;
  }
  textarea.short {
    min-height: 4.5rem;
  }
  footer {
    position: sticky;
    bottom: 0;
    display: grid;
    gap: 0.5rem;
    margin: auto -0.75rem 0;
    padding: 0.6rem 0.75rem calc(0.75rem + env(safe-area-inset-bottom));
    background: var(--page);
    border-top: 1px solid var(--line);
  }
  .big {
    min-height: 4rem;
    font-size: 1.375rem;
  }
`;
