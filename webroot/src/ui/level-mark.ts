import { css, html, type TemplateResult } from 'lit';
import { entries, word, type Codes } from '../core/codes.js';

/** A level as shape and word; weight and frame repeat it, colour alone never says it. */
export function levelMark(codes: Codes | undefined, level: string): TemplateResult {
  const shape = entries(codes, 'levels').find(({ code }) => code === level)?.shape ?? '';
  return html`<span class="level level-${level}" data-level=${level}
    ><span aria-hidden="true">${shape}</span> ${word(codes, 'levels', level)}</span
  >`;
}

export const levelStyles = css`
  .level {
    white-space: nowrap;
  }
  .level-NORMAL {
    color: var(--quiet);
  }
  .level-C,
  .level-B {
    font-weight: 650;
  }
  .level-A {
    font-weight: 850;
  }
  .level-A > span,
  .level-B > span {
    color: var(--alarm);
  }
  .level-C > span {
    color: var(--warn);
  }
`;
