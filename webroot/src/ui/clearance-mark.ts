import { css, html, nothing, type TemplateResult } from 'lit';
import { word, type Codes } from '../core/codes.js';

const shapes: Readonly<Record<string, string>> = { PROTECTION: '◈', RESTRICTED: '▣' };

/** Who may see it, by shape and word; nothing where everybody within the audience may. */
export function clearanceMark(
  codes: Codes | undefined,
  clearance: string | undefined,
): TemplateResult | typeof nothing {
  if (clearance === undefined || clearance === 'GENERAL') return nothing;
  return html`<b class="clearance clearance-${clearance}" data-testid="clearance" data-clearance=${clearance}
    ><span aria-hidden="true">${shapes[clearance] ?? '◇'}</span> ${word(codes, 'clearances', clearance)}</b
  >`;
}

export const clearanceStyles = css`
  .clearance {
    display: inline-block;
    padding: 0 0.35rem;
    border: 1px solid currentcolor;
    border-radius: 0.25rem;
    font-size: 0.875rem;
    font-weight: 700;
    line-height: 1.35;
    white-space: nowrap;
    color: var(--text);
  }
  .clearance-PROTECTION {
    color: var(--warn);
    background: var(--warn-ground);
  }
  .clearance-RESTRICTED {
    color: var(--accent);
    background: var(--chosen);
    border-style: double;
    border-width: 3px;
  }
`;
