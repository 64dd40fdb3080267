import { html, nothing, type TemplateResult } from 'lit';
import { Problem } from '../../core/api.js';
import { explain } from '../../core/explain.js';
import { moment } from '../../core/format.js';
import { unitLabel } from '../../core/place.js';
import { isWord, t } from '../../i18n/index.js';
import type { Desk } from '../desk.js';
import type { Failure } from './work.js';

/** The commands that failed, each with what to do about it; of one incident, or of all. */
export function failures(desk: Desk, incident?: string): TemplateResult | typeof nothing {
  const mine = desk.acting.work.failures.filter(
    ({ order }) => incident === undefined || order.incident.id === incident,
  );
  if (mine.length === 0) return nothing;
  return html`<ul class="failures" role="alert" data-testid="failures">
    ${mine.map((failure) => item(desk, failure))}
  </ul>`;
}

function item(desk: Desk, failure: Failure): TemplateResult {
  const { order, error } = failure;
  const { work } = desk.acting;
  const stale = error instanceof Problem && error.status === 412;
  return html`<li class="notice bad" data-testid="failure">
    <p>
      <b>${order.incident.number} ${t(order.step.name)}</b> ·
      ${stale ? html`<b data-testid="changed-meanwhile">${t('act.stale')}</b>` : explain(error)}
    </p>
    ${
      stale
        ? html`<ul>
            ${error.errors.map((field) => html`<li>${doneSince(desk, field.code ?? '', field.detail ?? '')}</li>`)}
          </ul>`
        : nothing
    }
    <button data-testid="act-retry" @click=${() => void work.repeat(failure)}>
      ${t(stale ? 'act.stale.repeat' : 'retry')}
    </button>
    <button data-testid="act-leave" @click=${() => work.leave(failure)}>${t('act.stale.leave')}</button>
  </li>`;
}

/** `seoul-gangnam at 2026-06-03T01:07:21Z` in the rooms' words. */
function doneSince(desk: Desk, type: string, detail: string): string {
  const name = `timeline.${type}`;
  const [, unit, at] = /^(\S+) at (\S+)$/.exec(detail) ?? [];
  const what = isWord(name) ? t(name) : type;
  if (unit === undefined || at === undefined) return `${what} ${detail}`;
  return `${what} · ${unitLabel(desk.live.store, unit)} · ${moment(at, desk.now)}`;
}
