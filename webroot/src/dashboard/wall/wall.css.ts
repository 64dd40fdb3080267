import { css } from 'lit';

/** Nothing scrolls, nothing is smaller than 1rem, and there is no cursor. */
export const wallStyles = css`
  :host {
    flex: 1;
    min-height: 0;
    display: flex;
    flex-direction: column;
    overflow: hidden;
    cursor: none;
    line-height: 1.2;
    container-type: inline-size;
    background: var(--page);
  }
  * {
    cursor: none;
  }
  header,
  .second {
    display: flex;
    align-items: center;
    gap: 0 1rem;
    padding: 0.15rem 0.6rem;
    background: var(--panel);
    white-space: nowrap;
    overflow: hidden;
  }
  .operation {
    flex: 0 1 auto;
    min-width: 4rem;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .status {
    margin-left: auto;
    padding: 0 0.3rem;
  }
  .seq {
    display: none;
  }
  .box {
    padding: 0 0.3rem;
  }
  .clock {
    font-size: 1.2rem;
  }
  .leave {
    position: absolute;
    right: 0.5rem;
    opacity: 0;
  }
  .leave:focus-visible {
    opacity: 1;
  }
  .figures {
    display: grid;
    grid-template-columns: 1.1fr 1.15fr 0.95fr 1.25fr 0.85fr;
    gap: 0.3rem;
    padding: 0.3rem 0.6rem;
  }
  .figure {
    display: grid;
    padding: 0.15rem 0.4rem;
    background: var(--panel);
    border: 0.06rem solid var(--line);
    border-radius: 0.2rem;
    white-space: nowrap;
    overflow: hidden;
  }
  .name {
    color: var(--quiet);
  }
  .value {
    font-size: 1.9rem;
    font-weight: 750;
    line-height: 1.05;
  }
  .figure:first-child .value {
    font-size: 2.2rem;
    line-height: 1;
  }
  small {
    font-size: 1rem;
    font-weight: 400;
    color: var(--quiet);
    margin-left: 0.2em;
  }
  .late {
    border-color: var(--warn);
    background: var(--warn-ground);
  }
  .bad {
    border-color: var(--alarm);
    background: var(--alarm-ground);
  }
  .late b[aria-hidden],
  .second .late > b[aria-hidden] {
    color: var(--warn);
  }
  .bad b[aria-hidden] {
    color: var(--alarm);
  }
  .second .late {
    background: none;
  }
  .codes {
    display: inline-flex;
    align-items: center;
    gap: 0.5rem;
  }
  .codes > span {
    display: inline-flex;
    align-items: center;
    gap: 0.2rem;
  }
  .code {
    min-width: 1.3em;
    height: 1.3em;
  }
  .asof {
    margin-left: auto;
  }
  main {
    flex: 1;
    min-height: 0;
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr) 20rem;
    gap: 0.3rem;
    padding: 0.3rem 0.6rem;
  }
  .panel {
    min-width: 0;
    min-height: 0;
    overflow: hidden;
    display: flex;
    flex-direction: column;
    background: var(--panel);
  }
  .panel > * {
    flex: 1;
    min-height: 0;
  }
  .right {
    display: grid;
    grid-template-rows: auto minmax(0, 3fr) auto minmax(4.6rem, 1.3fr);
    min-height: 0;
    overflow: hidden;
  }
  h2 {
    font-size: 1rem;
    padding: 0.1rem 0.3rem;
    white-space: nowrap;
    overflow: hidden;
    background: var(--panel);
  }
  haetae-fit {
    display: block;
    min-height: 0;
    overflow: hidden;
  }
  .none,
  .beyond {
    height: 1.4rem;
    padding: 0.1rem 0.3rem;
    color: var(--quiet);
  }
  .incident {
    display: grid;
    grid-template: 1.2rem 1.2rem / auto minmax(0, 1fr) auto;
    align-items: center;
    gap: 0 0.4rem;
    height: 2.5rem;
    padding: 0 0.3rem;
    border-bottom: 0.04rem solid var(--line);
    overflow: hidden;
  }
  .incident .code {
    grid-row: span 2;
    font-size: 1.25rem;
  }
  .cut {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .state-of,
  .age {
    text-align: right;
    white-space: nowrap;
  }
  .waits .state-of,
  .waits .age {
    color: var(--alarm);
    font-weight: 750;
  }
  .changes .change {
    height: 1.5rem;
    padding: 0.1rem 0.3rem;
    gap: 0.4rem;
    pointer-events: none;
  }
  .changes li {
    list-style: none;
  }
  .tiles {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    align-content: start;
    gap: 0 0.3rem;
  }
  .tile {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 0.3rem;
    height: 2.6rem;
    margin-bottom: 0.15rem;
    padding: 0.1rem 0.4rem;
    border: 0.06rem solid var(--line);
    border-radius: 0.2rem;
    white-space: nowrap;
    overflow: hidden;
  }
  .tile.urgent {
    border-color: var(--alarm);
  }
  .tile.urgent > b > span {
    color: var(--alarm);
  }
  .end {
    text-align: right;
  }
  .look {
    font-weight: 750;
  }
  @container (max-width: 46rem) {
    .figures {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }
    .panel,
    .second .more {
      display: none;
    }
    main {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
