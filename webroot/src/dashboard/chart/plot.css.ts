import { css } from 'lit';

export const plotStyles = css`
  :host {
    display: grid;
    grid-template-rows: auto auto minmax(0, 1fr);
    gap: 0.25rem;
    min-width: 0;
    min-height: 0;
    padding: 0.6rem 0.75rem;
    background: var(--panel);
    border: 1px solid var(--line);
    border-radius: 0.375rem;
    overflow: hidden;
    container-type: inline-size;
  }
  :host([compact]) {
    padding: 0.35rem 0.6rem;
    gap: 0.1rem;
  }
  .top {
    display: flex;
    align-items: baseline;
    justify-content: space-between;
    gap: 0.75rem;
  }
  h3 {
    margin: 0;
    font-size: 1rem;
    font-weight: 650;
  }
  h3 small,
  .at {
    color: var(--quiet);
    font-size: 0.875em;
    font-weight: 400;
    white-space: nowrap;
  }
  .at {
    margin: 0;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 0.1rem 0.9rem;
    margin: 0;
    padding: 0;
    list-style: none;
    font-size: 0.875em;
  }
  .legend li {
    display: flex;
    align-items: center;
    gap: 0.35rem;
    white-space: nowrap;
  }
  .legend b {
    min-width: 1.5em;
    text-align: right;
    font-weight: 700;
  }
  :host([compact]) .legend {
    flex-wrap: nowrap;
    overflow: hidden;
    font-size: 0.8125em;
  }
  .swatch {
    height: 0.55em;
    width: auto;
    flex: none;
  }
  .swatch .ink {
    fill: var(--chart);
  }
  .swatch .stroke {
    stroke: var(--chart);
    stroke-width: 2.5;
  }
  .swatch .ground {
    stroke: var(--panel);
    stroke-width: 1;
  }
  .c1 {
    --chart: var(--chart-1);
  }
  .c2 {
    --chart: var(--chart-2);
  }
  .c3 {
    --chart: var(--chart-3);
  }
  .c4 {
    --chart: var(--chart-4);
  }
  .c5 {
    --chart: var(--chart-5);
  }
  .c6 {
    --chart: var(--chart-6);
  }
  .canvas {
    min-height: 0;
    height: 100%;
    overflow: hidden;
    border-radius: 0.25rem;
  }
  .canvas:focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: -2px;
  }
  .uplot {
    font-family: inherit;
  }
  .u-cursor-x {
    border-color: var(--text) !important;
  }
  .numbers {
    overflow: auto;
    min-height: 0;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-size: 0.875em;
    white-space: nowrap;
  }
  th,
  td {
    padding: 0.15rem 0.4rem;
    text-align: right;
    border-bottom: 1px solid var(--line);
    font-weight: 400;
  }
  th:first-child {
    text-align: left;
  }
  thead th {
    position: sticky;
    top: 0;
    background: var(--panel);
    color: var(--quiet);
  }
`;
