import { html, nothing, type TemplateResult } from 'lit';
import { waitingFor } from '../../core/directives.js';
import { moment, number } from '../../core/format.js';
import { unitLabel } from '../../core/place.js';
import { t } from '../../i18n/index.js';
import type { Desk } from '../desk.js';
import { acknowledgeButton } from './line.js';

/** What stands over every page until one's own room has acknowledged it: directives to be acted on at once. */
export function flashBand(desk: Desk): TemplateResult | typeof nothing {
  const waiting = waitingFor(desk.live.store, desk.home).filter(({ directive }) => directive.urgency === 'FLASH');
  const [first] = waiting;
  if (first === undefined) return nothing;
  const { directive } = first;
  return html`<section class="band flash" role="alert" data-testid="flash" data-directive-id=${directive.id}>
    <b class="mark">‼ ${t('flash.title')}</b>
    <div class="order">
      <p>
        <b>${directive.number}</b> ${directive.title} ·
        <span>${unitLabel(desk.live.store, directive.unit)} · ${moment(directive.issuedAt, desk.asOf)}</span>
        ${waiting.length > 1 ? html`<b>${t('flash.more', { n: number(waiting.length - 1) })}</b>` : nothing}
      </p>
      <p class="said-in-full">${directive.text}</p>
    </div>
    ${acknowledgeButton(desk, directive)}
    <button data-testid="flash-open" @click=${() => desk.turn('directives', { directive: directive.id })}>
      ${t('flash.open')}
    </button>
  </section>`;
}
