import { css } from 'lit';

export const appStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    height: 100%;
  }
  haetae-log-in {
    flex: 1;
  }
  .bands {
    flex: none;
  }
  .band {
    display: flex;
    gap: 1rem;
    align-items: center;
    justify-content: center;
    padding: 0.4rem 1rem;
    font-weight: 650;
  }
  .band.stale {
    background: var(--alarm-ground);
    color: var(--alarm);
  }
  .band.missed {
    background: var(--warn-ground);
    color: var(--warn);
  }
  .band.flash {
    justify-content: stretch;
    background: var(--alarm-ground);
    color: var(--text);
    border-block: 3px solid var(--alarm);
  }
  .flash .mark {
    color: var(--alarm);
    font-size: 1.125rem;
    font-weight: 850;
    white-space: nowrap;
  }
  .flash .order {
    flex: 1;
    min-width: 0;
    font-weight: 450;
  }
  .flash .said-in-full {
    max-height: 6rem;
    overflow: auto;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    font-size: 1.125rem;
  }
  .flash kbd {
    font: inherit;
    font-size: 0.8rem;
    opacity: 0.75;
  }
  @media (max-width: 50em) {
    .band.flash {
      flex-wrap: wrap;
      gap: 0.4rem 1rem;
    }
    .flash .order {
      flex: 1 0 100%;
      order: 1;
    }
    .flash button {
      order: 2;
    }
  }
  main {
    flex: 1;
    min-height: 0;
    display: grid;
    grid-template: 'figures middle list' minmax(0, 1fr) / 15rem minmax(0, 1fr) 28rem;
    gap: 1px;
    background: var(--line);
  }
  main.plain {
    display: block;
    background: none;
  }
  main.blind {
    display: block;
    background: none;
    overflow: hidden;
  }
  main.blind > .middle {
    height: 100%;
    width: min(100%, 70rem);
    margin: 0 auto;
  }
  main.blind .notice {
    flex: none;
    margin: 0.75rem 1rem 0;
  }
  main > * {
    background-color: var(--page);
    min-width: 0;
  }
  haetae-figures {
    grid-area: figures;
  }
  .middle {
    grid-area: middle;
    display: flex;
    flex-direction: column;
    min-height: 0;
  }
  .middle > :not(haetae-nav, footer) {
    flex: 1;
    min-height: 0;
  }
  .middle > footer {
    padding: 0.5rem 1rem;
  }
  haetae-matrix {
    padding: 0 1rem;
  }
  .side {
    grid-area: list;
    display: flex;
    flex-direction: column;
    min-height: 0;
  }
  haetae-incidents {
    flex: 1;
  }
  haetae-changes {
    flex: none;
    max-height: 45%;
  }
  .switch {
    display: none;
  }
  .said {
    position: fixed;
    inset: auto auto 1rem 50%;
    transform: translateX(-50%);
    max-width: 90vw;
    padding: 0.6rem 1.25rem;
    background: var(--text);
    color: var(--page);
    border-radius: 0.375rem;
    font-weight: 600;
  }
  .said:empty {
    display: none;
  }

  /* On a wall each line is wanted for figures. */
  .bands.wall .drill {
    padding: 0;
    line-height: 1.25;
  }
  /* A picture that is frozen looks frozen: from the corner of the eye too, and in print. */
  :host([data-freshness='stale']) main,
  :host([data-freshness='stale']) .bands {
    border-style: solid;
    border-color: transparent;
    border-width: 0 0.75rem;
    background-clip: padding-box;
    border-image: repeating-linear-gradient(-45deg, var(--alarm) 0 0.5rem, var(--page) 0.5rem 1rem) 12;
  }
  :host([data-freshness='stale']) main {
    border-width: 0 0.75rem 0.75rem;
  }

  @media (min-width: 100em) {
    main.detailed {
      grid-template: 'figures middle detail list' minmax(0, 1fr) / 15rem minmax(0, 1fr) 32rem 28rem;
    }
    main.detailed > haetae-incident {
      grid-area: detail;
    }
  }
  @media (max-width: 99.99em) {
    main.detailed > .middle {
      display: none;
    }
    main.detailed > haetae-incident {
      grid-area: middle;
    }
  }
  /* What is printed is the page of the middle; a drill stays marked as one. */
  @media print {
    :host {
      display: block;
      height: auto;
    }
    haetae-header,
    haetae-figures,
    .side,
    .switch,
    haetae-incident,
    .flash,
    haetae-nav,
    .said {
      display: none;
    }
    main,
    .middle {
      display: block;
      background: none;
    }
  }
  /* A tablet: figures above, below them the page or the incidents. */
  @media (max-width: 64em) {
    main,
    main.detailed {
      grid-template: 'figures' auto 'switch' auto 'middle' minmax(0, 1fr) / minmax(0, 1fr);
    }
    .switch {
      grid-area: switch;
      display: grid;
      grid-template-columns: 1fr 1fr;
      gap: 0.4rem;
      padding: 0.4rem 1rem;
    }
    .switch button {
      min-height: 2.75rem;
    }
    .side {
      grid-area: middle;
    }
    main:not(.listing) > .side,
    main.listing > .middle,
    main.detailed > .side {
      display: none;
    }
  }
`;
