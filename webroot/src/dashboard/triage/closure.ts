import { html, nothing } from 'lit';
import { word } from '../../core/codes.js';
import { moment } from '../../core/format.js';
import { unitLabel } from '../../core/place.js';
import { t } from '../../i18n/index.js';
import { possible } from './acts.js';
import type { Section } from './sections.js';

/** A room asks for the closure; whoever may decides here. And whom it was escalated to. */
export const closure: Section = ({ desk, incident }) => {
  const { closureRequest: request, escalatedTo, escalatedAt } = incident;
  const told =
    escalatedTo == null
      ? nothing
      : html`<p class="notice late" data-testid="escalated">
          ▲
          ${t('incident.escalated', {
            unit: unitLabel(desk.live.store, escalatedTo),
            at: escalatedAt == null ? '' : moment(escalatedAt, desk.asOf),
          })}
        </p>`;
  if (request == null) return told;
  const by = [request.by?.name, unitLabel(desk.live.store, request.by?.unit)].filter(Boolean).join(' · ');
  const decides = possible('close', incident, desk.asking) && possible('return', incident, desk.asking);
  return html`${told}
    <section class="notice late" data-testid="closure-request">
      <p>
        <b>${t('incident.closureRequested')}</b> ${word(desk.codes, 'outcomes', request.outcome)} ·
        ${moment(request.at, desk.asOf)} · ${by}
      </p>
      ${request.note == null ? nothing : html`<p>${request.note}</p>`}
      ${
        decides
          ? html`<div class="acts">
              <button class="main" @click=${() => desk.acting.begin('close', [incident])}>${t('act.approve')}</button>
              <button @click=${() => desk.acting.begin('return', [incident])}>${t('act.return')}</button>
            </div>`
          : nothing
      }
    </section>`;
};
