import { html, nothing, type TemplateResult } from 'lit';
import { word } from '../../core/codes.js';
import { one } from '../../core/store.js';
import { t, type Word } from '../../i18n/index.js';
import type { Desk } from '../desk.js';
import type { Section } from './sections.js';

/** What it was merged into, what was merged into it, and what it is linked with. */
export const relations: Section = ({ desk, incident }) => {
  const groups: readonly [Word, readonly string[]][] = [
    ['relation.duplicateOf', incident.duplicateOf == null ? [] : [incident.duplicateOf]],
    ['relation.duplicates', incident.duplicates ?? []],
    ['relation.links', incident.links ?? []],
  ];
  if (groups.every(([, ids]) => ids.length === 0)) return nothing;
  return html`<section data-testid="relations">
    <h2>${t('relation.title')}</h2>
    <ul class="lines">
      ${groups.flatMap(([name, ids]) => ids.map((id) => html`<li><span class="quiet">${t(name)}</span> ${other(desk, id)}</li>`))}
    </ul>
  </section>`;
};

/** By its number where the picture holds it; one that is over, or outside, is opened to be seen. */
function other(desk: Desk, id: string): TemplateResult {
  const held = one(desk.live.store, 'incident', id);
  const kind = held === undefined ? '' : word(desk.codes, 'incidentKinds', held.incidentKind);
  return html`<button
      class="plain"
      data-testid="related"
      data-incident-id=${id}
      @click=${() => desk.go({ incident: id })}
    >
      ${held?.number ?? t('relation.open')}
    </button>
    ${kind} <span class="quiet">${held === undefined ? '' : word(desk.codes, 'statuses', held.status)}</span>`;
}
