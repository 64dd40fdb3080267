import { html, nothing, type TemplateResult } from 'lit';
import { time } from '../core/format.js';
import { t } from '../i18n/index.js';
import { missedBand } from './alarm/missed-band.js';
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
    ${missedBand(desk)}
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
