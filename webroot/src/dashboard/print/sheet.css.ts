import { css } from 'lit';

/** Paper: on the screen a sheet in the middle, printed the sheet alone. */
export const sheetStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    height: 100%;
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    padding: 0.5rem 1rem;
    background: var(--panel);
    border-bottom: 1px solid var(--line);
  }
  article {
    flex: 1;
    overflow: auto;
    padding: 1rem;
  }
  .paper {
    width: min(100%, 64rem);
    margin: 0 auto;
    border-collapse: collapse;
    table-layout: fixed;
  }
  .paper > * > tr > td {
    padding: 0;
  }
  .running {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 1rem;
    padding: 0.3rem 0;
    border-bottom: 2px solid var(--text);
    font-size: 0.8rem;
  }
  h1 {
    font-size: 1.5rem;
    padding: 0.6rem 0 0.2rem;
  }
  .standing {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1rem;
  }
  section {
    padding-top: 0.8rem;
  }
  h2 {
    break-after: avoid;
    border-bottom: 1px solid var(--edge);
  }
  small {
    font-size: 0.8rem;
    font-weight: 400;
    color: var(--quiet);
  }
  .figures {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(13rem, 1fr));
    gap: 0.3rem 1rem;
    padding-top: 0.3rem;
  }
  .figures > .wide {
    grid-column: 1 / -1;
  }
  .figures dt {
    font-size: 0.8rem;
    color: var(--quiet);
  }
  .figures b {
    font-size: 1.25rem;
  }
  .list {
    width: 100%;
    border-collapse: collapse;
    font-size: 0.875rem;
  }
  .list th {
    text-align: left;
    font-weight: 650;
    color: var(--quiet);
  }
  .list th,
  .list td {
    padding: 0.15rem 0.4rem 0.15rem 0;
    border-bottom: 1px solid var(--line);
    vertical-align: top;
    overflow-wrap: anywhere;
  }
  .list th,
  .list td:first-child {
    white-space: nowrap;
  }
  .signing {
    break-inside: avoid;
    display: grid;
    gap: 2rem;
    padding-top: 2.5rem;
  }
  .codes {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(14rem, 1fr));
    gap: 1rem;
    padding-top: 0.6rem;
  }
  .codes li {
    display: grid;
    justify-items: center;
    gap: 0.2rem;
    padding: 0.6rem;
    border: 1px dashed var(--edge);
    text-align: center;
    break-inside: avoid;
    word-break: keep-all;
  }
  .codes svg {
    width: 100%;
    max-width: 14rem;
    background: #fff;
  }
  .codes b {
    font-size: 1.25rem;
  }
  @media print {
    :host {
      display: block;
      height: auto;
    }
    .acts {
      display: none;
    }
    article {
      overflow: visible;
      padding: 0;
    }
    .paper {
      width: 100%;
    }
    tr {
      break-inside: avoid;
    }
    .paper > tbody > tr {
      break-inside: auto;
    }
  }
`;
