import { css, html, type TemplateResult } from 'lit';
import { t } from '../i18n/index.js';

/** The 112 code's digit: weight and frame say the urgency, colour only repeats it; calm: neither. */
export function codeMark(code: number, calm = false): TemplateResult {
  return html`<b
    class="code ${calm ? '' : `code-${String(code)}`}"
    role="img"
    aria-label=${t('incident.code', { n: code })}
    >${code}</b
  >`;
}

export const codeStyles = css`
  .code {
    display: inline-grid;
    place-items: center;
    min-width: 1.75rem;
    height: 1.75rem;
    border: 1px solid var(--edge);
    border-radius: 0.25rem;
    font-weight: 450;
    color: var(--text);
    line-height: 1;
  }
  .code-0,
  .code-1 {
    border-width: 3px;
    border-color: var(--alarm);
    color: var(--alarm);
    font-weight: 850;
  }
  .code-0 {
    background: var(--alarm);
    color: var(--page);
  }
  .code-2 {
    border-width: 2px;
    font-weight: 700;
  }
`;
