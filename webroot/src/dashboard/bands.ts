import { html, nothing, type TemplateResult } from 'lit';
import { duration, number, time } from '../core/format.js';
import { t } from '../i18n/index.js';
import type { Desk } from './desk.js';

/** What the whole page must say at once: frozen since when, and on return what was missed. */
export function bands(desk: Desk): TemplateResult {
  const { live } = desk;
  return html`<div role="status" aria-live="polite">
    ${
      live.freshness === 'stale' && live.asOf !== undefined
        ? html`<p class="band stale" data-testid="stale">⚠ ${t('status.stale.band', { time: time(desk.asOf) })}</p>`
        : nothing
    }
    ${missed(desk)}
    ${
      desk.forbidden
        ? html`<p class="band missed">
            ${t('operation.forbidden')}
            <button
              @click=${() => {
                desk.forbidden = false;
                desk.say('');
              }}
            >
              ${t('close.panel')}
            </button>
          </p>`
        : nothing
    }
  </div>`;
}

function missed(desk: Desk): TemplateResult | typeof nothing {
  const { missed } = desk.live;
  if (missed === undefined) return nothing;
  const { added, changed, gone } = missed;
  const word = added + changed + gone === 0 ? 'status.missed.none' : 'status.missed';
  const values = { added: number(added), changed: number(changed), gone: number(gone) };
  return html`<p class="band missed" data-testid="missed">
    ${t(word, { from: time(missed.from), for: duration(missed.forMillis), ...values })}
    <button @click=${() => desk.live.seenMissed()}>${t('close.panel')}</button>
  </p>`;
}
