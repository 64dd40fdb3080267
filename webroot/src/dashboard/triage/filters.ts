import { css, html, type TemplateResult } from 'lit';
import { entries } from '../../core/codes.js';
import { labelOf } from '../../core/forms.js';
import { t, type Word } from '../../i18n/index.js';
import type { Desk } from '../desk.js';
import { kindOf, ofKind, toggled, type Only } from './only.js';

const chips: readonly (readonly [Word, readonly string[]])[] = [
  ['only.unacknowledged', ['REPORTED']],
  ['only.urgent', ['0', '1']],
  ['only.escalated', ['ESCALATED']],
  ['only.unverified', ['UNVERIFIED']],
  ['only.closureRequested', ['CLOSURE_REQUESTED']],
];

/** What the list is narrowed to; it stands in the address, so that back, reload and a sent link show the same. */
export function filters(desk: Desk): TemplateResult {
  const only: Only = desk.route.only ?? [];
  const go = (next: Only): void => desk.go({ only: next }, true);
  return html`<div class="only" role="group" aria-label=${t('only.title')}>
    ${chips.map(
      ([word, words]) =>
        html`<button
          data-testid="only-${words.join('-')}"
          aria-pressed=${words.every((one) => only.includes(one)) ? 'true' : 'false'}
          @click=${() => go(toggled(only, ...words))}
        >
          ${t(word)}
        </button>`,
    )}
    <select
      aria-label=${t('incident.kind')}
      data-testid="only-kind"
      .value=${kindOf(only)}
      @change=${(event: Event) => go(ofKind(only, (event.target as HTMLSelectElement).value))}
    >
      <option value="">${t('only.kind')}</option>
      ${entries(desk.codes, 'incidentKinds').map(
        (kind) => html`<option value=${kind.code} ?selected=${kindOf(only) === kind.code}>${labelOf(kind)}</option>`,
      )}
    </select>
  </div>`;
}

export const filterStyles = css`
  .only {
    display: flex;
    flex-wrap: wrap;
    gap: 0.3rem;
  }
  .only button {
    padding: 0.15rem 0.5rem;
    font-size: 0.875rem;
  }
  .only select {
    width: 8rem;
    flex: 1;
    padding: 0.15rem 0.4rem;
    font-size: 0.875rem;
  }
`;
