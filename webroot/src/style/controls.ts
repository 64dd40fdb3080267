import { css } from 'lit';

/** What every component of both pages shares. */
export const controls = css`
  * {
    box-sizing: border-box;
  }
  [hidden] {
    display: none !important;
  }
  button,
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
    font-variant-numeric: tabular-nums;
  }
  button,
  .button {
    background: var(--raised);
    border: 1px solid var(--edge);
    border-radius: 0.375rem;
    padding: 0.3rem 0.7rem;
    cursor: pointer;
    white-space: nowrap;
  }
  button:hover:not(:disabled) {
    border-color: var(--accent);
  }
  button:disabled {
    cursor: not-allowed;
    color: var(--quiet);
    border-style: dashed;
  }
  button.main {
    background: var(--accent);
    color: var(--on-accent);
    border-color: var(--accent);
    font-weight: 650;
  }
  button.main:disabled {
    background: var(--raised);
    border-color: var(--edge);
    color: var(--quiet);
  }
  button.plain {
    background: none;
    border-color: transparent;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  button[aria-pressed='true'] {
    background: var(--chosen);
    border-color: var(--accent);
    font-weight: 650;
  }
  input,
  select,
  textarea {
    width: 100%;
    background: var(--page);
    border: 1px solid var(--edge);
    border-radius: 0.375rem;
    padding: 0.4rem 0.6rem;
  }
  textarea {
    resize: vertical;
    min-height: 4.5rem;
  }
  label {
    display: block;
  }
  label > span {
    display: block;
    color: var(--quiet);
    font-size: 0.875rem;
    margin-bottom: 0.15rem;
  }
  :focus-visible {
    outline: 3px solid var(--accent);
    outline-offset: 2px;
  }
  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd {
    margin: 0;
    padding: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  h2 {
    font-size: 1rem;
    font-weight: 650;
  }
  .quiet {
    color: var(--quiet);
  }
  .warn {
    color: var(--warn);
  }
  .alarm {
    color: var(--alarm);
  }
  .notice {
    padding: 0.6rem 0.8rem;
    border-left: 0.3rem solid var(--edge);
    background: var(--raised);
    overflow-wrap: anywhere;
  }
  .notice.bad {
    border-color: var(--alarm);
    background: var(--alarm-ground);
  }
  .notice.late {
    border-color: var(--warn);
    background: var(--warn-ground);
  }
  .state {
    padding: 2rem 1rem;
    text-align: center;
    color: var(--quiet);
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
