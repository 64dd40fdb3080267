import { html, nothing, type TemplateResult } from 'lit';
import { t, type Word } from '../i18n/index.js';
import type { DutyDesk } from './duty-desk.js';

/** What the officer may press now: the next thing big, the others beside it. */
export interface Presses {
  readonly busy: boolean;
  /** Puts a command in, says so, and keeps a second press of the same thumb from putting in another. */
  readonly press: (word: Word, act: () => Promise<void>) => void;
  readonly situation: () => void;
  readonly incident: () => void;
  readonly urgent: () => Promise<void>;
}

export function dutyActs(duty: DutyDesk, presses: Presses): TemplateResult {
  const { next } = duty.standing;
  const { busy, press } = presses;
  const may = duty.post !== undefined && duty.open && !busy;
  const incident = html`<div class="pair">
    <button
      class="urgent"
      data-testid="urgent"
      ?disabled=${!duty.open || busy}
      @click=${() => press('urgent', presses.urgent)}
    >
      <span aria-hidden="true">⚠</span> ${t('urgent.press')}
    </button>
    <button class="second" data-testid="report" ?disabled=${!duty.open} @click=${presses.incident}>
      ${t('field.report')}
    </button>
  </div>`;
  if (next !== 'report') {
    return html`<button
        class=${next === 'check-in' ? 'main big' : 'second'}
        data-testid="check-in"
        ?disabled=${!may}
        @click=${() => press('duty.checkIn', () => duty.checkIn())}
      >
        ${t(next === 'off' ? 'duty.again' : 'duty.checkIn')}
      </button>
      ${incident}`;
  }
  return html`<button
      class="main big"
      data-testid="nil"
      ?disabled=${!may}
      @click=${() => press('duty.nil', () => duty.report('NIL'))}
    >
      ${t('duty.nil')}
    </button>
    <button class="second" data-testid="situation" ?disabled=${!may} @click=${presses.situation}>
      ${t('duty.situation')}
    </button>
    ${incident}`;
}

/** At the end of the duty, out of the thumb's way; asks once. */
export function signOff(duty: DutyDesk, { busy, press }: Presses): TemplateResult | typeof nothing {
  if (duty.standing.next !== 'report') return nothing;
  const act = (): void => {
    const sure = duty.others === 0 ? t('duty.signOff.sure') : t('duty.signOff.others', { n: duty.others });
    if (confirm(sure)) press('duty.signOff', () => duty.end());
  };
  return html`<button class="plain" data-testid="sign-off" ?disabled=${busy || !duty.open} @click=${act}>
    ${t('duty.signOff')}
  </button>`;
}
