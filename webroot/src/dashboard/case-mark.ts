import { html, type TemplateResult } from 'lit';
import { daysLeft, isOpen, type Case } from '../core/cases.js';
import { t } from '../i18n/index.js';
import type { Desk } from './desk.js';

/** So many days before the end a case is shown as urgent. Ours. */
const urgentDays = 7;
const nearDays = 30;

/** The days left of the limitation, in words; its weight grows as the day comes near. */
export function limitationMark(desk: Desk, it: Case): TemplateResult {
  if (!isOpen(it.stage)) return html`<span class="quiet">${t('case.limitation.ended')}</span>`;
  const left = daysLeft(it.limitationOn, desk.asOf);
  const look = left <= urgentDays ? 'alarm' : left <= nearDays ? 'warn' : 'quiet';
  const words =
    left < 0
      ? t('case.limitation.over', { n: -left })
      : left === 0
        ? t('case.limitation.today')
        : t('case.limitation.left', { n: left });
  return html`<span class=${look} data-testid="limitation" data-left=${left}
    >${look === 'alarm' ? '⚠ ' : ''}${words}</span
  >`;
}
