import { css, html, nothing, type TemplateResult } from 'lit';
import { number, time } from '../core/format.js';
import { seqOf } from '../core/protocol.js';
import { t } from '../i18n/index.js';
import type { Desk } from './desk.js';

const marks = { waiting: '○', live: '●', late: '◐', stale: '✕' } as const;

/** How fresh the picture is: `● 실시간 0.4초 · #184,220`, and once it is not, since when. */
export function status(desk: Desk): TemplateResult {
  const { live, sees, readAt } = desk;
  if (!sees) {
    const asOf = readAt === undefined ? '' : ` · ${t('figures.asOf', { time: time(readAt) })}`;
    return html`<span class="status" data-testid="status">${t('desk.blind.status')}${asOf}</span>`;
  }
  const now = live.freshness;
  const age =
    live.age === undefined ? '' : t('status.age', { s: (live.age / 1000).toFixed(live.age < 10_000 ? 1 : 0) });
  const since = live.asOf === undefined ? '' : t('status.since', { time: time(desk.asOf) });
  return html`<span
    class="status ${now}"
    data-testid="status"
    data-freshness=${now}
    data-cursor=${live.store.cursor ?? ''}
  >
    <span class="dot" aria-hidden="true">${marks[now]}</span>
    <span>${t(`status.${now}`)} ${now === 'live' ? age : nothing}</span>
    ${now === 'late' || now === 'stale' ? html`<span>· ${since}</span>` : nothing}
    ${live.store.cursor === undefined ? nothing : html`<span class="seq">· #${number(seqOf(live.store.cursor))}</span>`}
  </span>`;
}

export const statusStyles = css`
  .status {
    display: inline-flex;
    gap: 0.4rem;
    padding: 0.15rem 0.5rem;
    border: 1px solid transparent;
    border-radius: 0.25rem;
    white-space: nowrap;
  }
  .status.late,
  .status.waiting {
    border-color: var(--warn);
    background: var(--warn-ground);
    color: var(--warn);
  }
  .status.stale {
    border-color: var(--alarm);
    background: var(--alarm-ground);
    color: var(--alarm);
    font-weight: 700;
  }
  .live .dot {
    color: var(--good);
  }
`;
