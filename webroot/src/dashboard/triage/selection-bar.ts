import { css, html, nothing, type TemplateResult } from 'lit';
import { number } from '../../core/format.js';
import type { Incident } from '../../core/protocol.js';
import { t } from '../../i18n/index.js';
import type { Desk } from '../desk.js';
import { acts, rules, wordOf } from './acts.js';

/** What can be done with all that is selected. */
export function selectionBar(
  desk: Desk,
  targets: readonly Incident[],
  unselect: () => void,
): TemplateResult | typeof nothing {
  if (targets.length === 0) return nothing;
  const may = acts.filter((act) => rules[act].bulk !== undefined && desk.session.may(rules[act].duty));
  return html`<div class="selection" role="group" aria-label=${t('bulk.title')} data-testid="selection">
    <b>${t('list.selectedCount', { n: number(targets.length) })}</b>
    ${may.map(
      (act) =>
        html`<button data-testid="bulk-${act}" @click=${() => desk.acting.begin(act, targets)}>
          ${t(wordOf(act, desk.asking))}
        </button>`,
    )}
    <button data-testid="unselect" @click=${unselect}>${t('list.unselect')}</button>
  </div>`;
}

export const selectionStyles = css`
  .selection {
    display: flex;
    flex-wrap: wrap;
    gap: 0.3rem;
    align-items: center;
    padding: 0.5rem 0.75rem;
    border-top: 2px solid var(--accent);
    background: var(--raised);
  }
  .selection b {
    flex-basis: 100%;
  }
  .selection button {
    padding: 0.2rem 0.5rem;
    font-size: 0.875rem;
  }
`;
