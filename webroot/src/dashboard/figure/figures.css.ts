import { css } from 'lit';

/** A column beside the middle; where there is more width than height (tablet), a strip of boxes in columns. */
export const figuresStyles = css`
  :host {
    display: block;
    padding: 0.6rem 0.75rem;
    background: var(--panel);
    overflow: auto;
    container-type: inline-size;
  }
  h2 {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: baseline;
    padding: 0 0.25rem 0.4rem;
  }
  .asof {
    font-size: 0.8rem;
    font-weight: 400;
    color: var(--quiet);
  }
  ul {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 0.4rem;
  }
  .figure {
    border: 1px solid var(--line);
    border-radius: 0.375rem;
    min-width: 0;
  }
  .figure:not(.muster, .boxes, .reporting, .silent) {
    grid-column: 1 / -1;
  }
  .link {
    display: grid;
    align-content: start;
    height: 100%;
    padding: 0.3rem 0.6rem;
    color: inherit;
    text-decoration: none;
    border-radius: inherit;
  }
  a.link:hover {
    background: var(--raised);
  }
  .link:focus-visible {
    outline-offset: -3px;
  }
  .name {
    color: var(--quiet);
    font-size: 0.875rem;
    white-space: nowrap;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .value {
    font-size: 1.5rem;
    font-weight: 700;
    line-height: 1.2;
    white-space: nowrap;
  }
  .onPost .value {
    font-size: 2.25rem;
    font-weight: 750;
  }
  .duties .value {
    font-size: 1.75rem;
  }
  small {
    font-size: 0.875rem;
    font-weight: 400;
    color: var(--quiet);
    margin-left: -0.15em;
  }
  .more {
    font-size: 0.8rem;
  }
  .bar {
    height: 0.25rem;
    margin: 0.15rem 0;
    border-radius: 0.125rem;
    background: linear-gradient(to right, var(--quiet) calc(var(--part) * 100%), var(--line) 0);
  }
  .late {
    border-color: var(--warn);
    background: var(--warn-ground);
  }
  .bad {
    border-color: var(--alarm);
    background: var(--alarm-ground);
  }
  .late a.link:hover,
  .bad a.link:hover {
    background: none;
    outline: 2px solid currentcolor;
  }
  .late .name,
  .bad .name {
    color: var(--text);
  }
  .mark {
    margin-right: 0.25rem;
  }
  .late .mark {
    color: var(--warn);
  }
  .bad .mark {
    color: var(--alarm);
  }
  .open > .link {
    display: flex;
    justify-content: space-between;
    align-items: baseline;
    height: auto;
    padding-bottom: 0;
  }
  .codes {
    display: grid;
    grid-template-columns: repeat(5, 1fr);
    text-align: center;
    padding: 0 0.2rem 0.3rem;
  }
  .codes .link {
    justify-items: center;
    gap: 0.15rem;
    padding: 0.2rem 0;
    line-height: 1.2;
  }
  .codes .link > b:last-child {
    font-weight: 650;
  }
  .lines {
    grid-template-columns: 1fr;
    gap: 0;
    padding-top: 0.4rem;
  }
  /* A target of 24 pixels: WCAG 2.2, 2.5.8. */
  .lines .link {
    min-height: max(24px, 1.5rem);
    display: flex;
    gap: 0 0.6rem;
    justify-content: space-between;
    align-items: baseline;
    padding: 0.05rem 0.6rem;
  }
  .lines .value {
    font-size: 0.95rem;
    font-weight: 650;
  }
  @container (min-width: 40rem) {
    h2 {
      justify-content: start;
      gap: 0 1rem;
    }
    ul {
      grid-template-columns: repeat(6, 1fr);
    }
    .figure:not(.muster, .boxes, .reporting, .silent) {
      grid-column: span 2;
    }
    .lines {
      grid-template-columns: repeat(3, auto);
      justify-content: space-between;
    }
  }
`;
