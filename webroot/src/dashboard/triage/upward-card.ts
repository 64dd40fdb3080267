import { css, html, nothing, type TemplateResult } from 'lit';
import type { UpwardReport } from '../../core/entities.js';
import { duration, moment } from '../../core/format.js';
import { unitLabel } from '../../core/place.js';
import { one } from '../../core/store.js';
import { t } from '../../i18n/index.js';
import { clearanceMark, clearanceStyles } from '../../ui/clearance-mark.js';
import type { Desk } from '../desk.js';
import './receipt.js';
import { frozen, ordinalWord } from './upward.js';

/** One report as it was sent, and whether somebody has received it. */
export function reportCard(desk: Desk, report: UpwardReport): TemplateResult {
  const { store } = desk.live;
  const [what, times] = frozen(desk, report.sent);
  const { receivedAt, receivedBy } = report;
  const waits = receivedAt == null;
  return html`<article
    class="report ${waits ? 'waits' : ''}"
    data-testid="upward-report"
    data-report-id=${report.id}
    data-received=${waits ? 'false' : 'true'}
  >
    <p class="way">
      <b class="ordinal">${ordinalWord(report.ordinal, report.last)}</b>
      <b>${report.sent.number}</b>
      ${clearanceMark(desk.codes, one(store, 'incident', report.incident)?.clearance)}
      <span>${unitLabel(store, report.from)} → ${unitLabel(store, report.to)}</span>
      <span class="quiet">${moment(report.sentAt, desk.asOf)} · ${report.by.name}</span>
      ${
        waits
          ? html`<span class="warn"
              >◷ ${t('upward.waits', { age: duration(desk.asOf - Date.parse(report.sentAt)) })}</span
            >`
          : html`<span class="good"
              >✓ ${t('upward.received', { at: moment(receivedAt, desk.asOf), name: receivedBy?.name ?? '' })}</span
            >`
      }
    </p>
    <p class="said">${report.text}</p>
    <p class="quiet sent">${t('upward.sentAs')} ${what}<br />${times}</p>
    <div class="acts">
      <haetae-receipt .desk=${desk} .report=${report}></haetae-receipt>
      ${
        desk.route.incident === report.incident
          ? nothing
          : html`<button data-testid="upward-open" @click=${() => desk.go({ incident: report.incident })}>
              ${t('upward.open')}
            </button>`
      }
    </div>
  </article>`;
}

export const reportStyles = [
  clearanceStyles,
  css`
    .reports {
      display: grid;
      gap: 0.5rem;
    }
    .report {
      display: grid;
      gap: 0.35rem;
      padding: 0.6rem 0.8rem;
      background: var(--panel);
      border: 1px solid var(--line);
      border-left: 0.3rem solid var(--line);
      border-radius: 0.375rem;
    }
    .report.waits {
      border-left-color: var(--warn);
    }
    .way {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 0.25rem 0.75rem;
    }
    .ordinal {
      padding: 0 0.4rem;
      border: 1px solid var(--edge);
      border-radius: 0.25rem;
    }
    .good {
      color: var(--good);
    }
    .said {
      white-space: pre-wrap;
      overflow-wrap: anywhere;
    }
    .sent {
      font-size: 0.875rem;
    }
    .report .acts {
      display: flex;
      gap: 0.4rem;
    }
  `,
];
