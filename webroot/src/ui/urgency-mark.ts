import { css, html, type TemplateResult } from 'lit';
import { word, type Codes } from '../core/codes.js';
import type { DirectiveUrgency } from '../core/directives.js';

const shapes: Readonly<Record<DirectiveUrgency, string>> = { FLASH: '‼', URGENT: '!', ROUTINE: '·' };

/** A directive's urgency as word and shape; weight and frame repeat it. */
export const urgencyMark = (codes: Codes | undefined, urgency: DirectiveUrgency): TemplateResult =>
  html`<span class="urgency urgency-${urgency}" data-urgency=${urgency}
    ><span aria-hidden="true">${shapes[urgency]}</span> ${word(codes, 'directiveUrgencies', urgency)}</span
  >`;

export const urgencyStyles = css`
  .urgency {
    padding: 0 0.5rem;
    border: 1px solid var(--edge);
    border-radius: 0.25rem;
    white-space: nowrap;
  }
  .urgency-URGENT {
    border-width: 2px;
    font-weight: 700;
  }
  .urgency-FLASH {
    border-color: var(--alarm);
    background: var(--alarm);
    color: var(--page);
    font-weight: 800;
  }
`;
