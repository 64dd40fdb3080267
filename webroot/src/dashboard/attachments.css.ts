import { css } from 'lit';

export const attachmentStyles = css`
  :host {
    display: grid;
    gap: 0.6rem;
  }
  ul {
    display: flex;
    flex-wrap: wrap;
    gap: 0.6rem;
  }
  li > button {
    display: grid;
    place-items: center;
    width: 10rem;
    height: 8rem;
    padding: 0.25rem;
    white-space: normal;
    overflow-wrap: anywhere;
  }
  li img {
    max-width: 100%;
    max-height: 7rem;
    object-fit: contain;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    gap: 0.6rem;
    align-items: center;
  }
  dialog {
    width: min(70rem, calc(100vw - 2rem));
    gap: 0.75rem;
  }
  dialog[open] {
    display: grid;
  }
  dialog :is(img, video) {
    max-width: 100%;
    max-height: calc(100vh - 14rem);
    margin: auto;
  }
  .do {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    align-items: center;
  }
  input[type='file'] {
    max-width: 100%;
  }
`;
