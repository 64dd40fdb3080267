import { css } from 'lit';

/** Always as high: an alarm that comes moves nothing that somebody is about to press. */
export const barStyles = css`
  :host {
    display: block;
  }
  .bar {
    display: flex;
    align-items: center;
    gap: 0.4rem 0.75rem;
    min-height: 2.75rem;
    padding: 0.25rem 1rem;
    background: var(--panel);
    border-bottom: 1px solid var(--line);
    color: var(--quiet);
  }
  /* One line of a wall's is two fingers high; what it takes is missing below. */
  :host([wall]) .bar {
    min-height: 0;
    padding: 0 0.5rem;
    line-height: 1.25;
  }
  :host([wall]) .one .mark {
    font-size: 1rem;
  }
  :host([wall]) .bar[data-loud='0'] {
    display: none;
  }
  .bar.two {
    background: var(--warn-ground);
    color: var(--warn);
  }
  .bar.one {
    background: var(--alarm-ground);
    color: var(--alarm);
    box-shadow: inset 0 0 0 2px var(--alarm);
  }
  .mark {
    font-weight: 850;
    white-space: nowrap;
  }
  .one .mark {
    font-size: 1.125rem;
  }
  .what {
    flex: 1;
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    color: var(--text);
  }
  .one .what {
    font-weight: 700;
  }
  .for {
    white-space: nowrap;
  }
  .quiet-state {
    flex: 1;
    min-width: 0;
  }
  .silenced {
    border-color: var(--warn);
    color: var(--warn);
    background: var(--warn-ground);
  }
  .spoken {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  kbd {
    font: inherit;
    font-size: 0.8rem;
  }
  @media (prefers-reduced-motion: no-preference) {
    .bar.one {
      animation: breathe 2s ease-in-out infinite alternate;
    }
    @keyframes breathe {
      to {
        box-shadow: inset 0 0 0 5px var(--alarm);
      }
    }
  }
  @media (pointer: coarse) {
    button {
      min-height: 2.75rem;
    }
  }
  @media (max-width: 64em) {
    .sound {
      display: none;
    }
  }
  @media print {
    :host {
      display: none;
    }
  }
`;
