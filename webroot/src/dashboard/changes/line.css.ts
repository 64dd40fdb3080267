import { css } from 'lit';

export const changesStyles = css`
  .change {
    display: flex;
    gap: 0.6rem;
    padding: 0.25rem 0.75rem;
    border-bottom: 1px solid var(--line);
    color: inherit;
    text-decoration: none;
    white-space: nowrap;
    overflow: hidden;
    font-size: max(0.9rem, var(--least, 0px));
  }
  .change:hover {
    background: var(--raised);
  }
  .change:focus-visible {
    outline-offset: -3px;
  }
  .change time {
    color: var(--quiet);
  }
  .change > b {
    font-weight: 650;
  }
  .change > span:last-child {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .change.urgent > b {
    color: var(--alarm);
    font-weight: 800;
  }
`;
