import { html, nothing } from 'lit';
import { unitLabel, unitName } from '../../core/place.js';
import { t } from '../../i18n/index.js';
import { clearanceMark } from '../../ui/clearance-mark.js';
import { possible, unsharing } from './acts.js';
import { unshare } from './inquiries.js';
import type { Section } from './sections.js';

/** Who may see it: kept from who is not cleared, shared with further units; or only shared with one's own. */
export const access: Section = ({ desk, incident }) => {
  const { clearance = 'GENERAL', sharedWith = [] } = incident;
  const foreign = !desk.asking.owns(incident.unit);
  if (clearance === 'GENERAL' && sharedWith.length === 0 && !foreign) return nothing;
  const { store } = desk.live;
  const end = (unit: string): void =>
    desk.ask(
      unshare(incident, unitName(store, unit), (body) => void desk.acting.work.give(incident, unsharing(unit, body))),
    );
  return html`<section data-testid="access">
    ${
      clearance === 'GENERAL'
        ? nothing
        : html`<p class="notice late">${clearanceMark(desk.codes, clearance)} ${t('incident.restricted')}</p>`
    }
    ${foreign ? html`<p class="notice" data-testid="only-shared">⇆ ${t('incident.onlyShared', { unit: unitLabel(store, incident.unit) })}</p>` : nothing}
    ${
      sharedWith.length === 0
        ? nothing
        : html`<h2>${t('incident.sharedWith')}</h2>
            <ul class="lines">
              ${sharedWith.map(
                (unit) =>
                  html`<li data-testid="shared-with" data-unit=${unit}>
                    ${unitName(store, unit)}
                    ${
                      possible('share', incident, desk.asking)
                        ? html`<button data-testid="unshare" @click=${() => end(unit)}>${t('act.unshare')}</button>`
                        : nothing
                    }
                  </li>`,
              )}
            </ul>`
    }
  </section>`;
};
