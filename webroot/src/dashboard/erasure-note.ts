import { html, nothing, type TemplateResult } from 'lit';
import { word } from '../core/codes.js';
import type { Erasing } from '../core/erasure.js';
import { moment } from '../core/format.js';
import { unitLabel } from '../core/place.js';
import type { Person } from '../core/protocol.js';
import { t } from '../i18n/index.js';
import type { Desk } from './desk.js';
import { askQuestion, decideQuestion } from './erasure-questions.js';

/** Of an entry, as a timeline or a list has it. */
export interface Erasable {
  readonly seq: number;
  readonly erasable?: boolean;
  readonly erasure?: Erasing;
}

/** What became of an entry's words, and what may be done about it; `after` something was. */
export function erasureNote(desk: Desk, line: Erasable, after: () => void): TemplateResult | typeof nothing {
  const may = desk.session.may('record.erase');
  const { erasure } = line;
  const asks = may && line.erasable === true && erasure?.state !== 'REQUESTED';
  const ask = asks
    ? html`<button class="plain" data-testid="erasure-ask" @click=${() => desk.ask(askQuestion(desk, line.seq, after))}>
        ${t('erasure.ask')}
      </button>`
    : nothing;
  if (erasure === undefined) return ask;
  return html`<p class="quiet" data-testid="erasure" data-state=${erasure.state}>${words(desk, erasure)}</p>
    ${may && erasure.state === 'REQUESTED' ? decision(desk, line.seq, erasure, after) : nothing} ${ask}`;
}

function decision(desk: Desk, seq: number, erasure: Erasing, after: () => void): TemplateResult {
  const own = erasure.requestedBy.account === desk.session.who?.account.id;
  const decide = (how: 'approve' | 'refuse'): void => desk.ask(decideQuestion(seq, how, own, after));
  return html`<div class="acts">
    ${
      own
        ? html`<span class="quiet">${t('erasure.own')}</span>`
        : html`<button class="main" data-testid="erasure-approve" @click=${() => decide('approve')}>
            ${t('erasure.approve')}
          </button>`
    }
    <button data-testid="erasure-refuse" @click=${() => decide('refuse')}>
      ${t(own ? 'erasure.withdraw' : 'erasure.refuse')}
    </button>
  </div>`;
}

function words(desk: Desk, erasure: Erasing): string {
  const person = (who: Person | undefined): string =>
    [who?.name, unitLabel(desk.live.store, who?.unit)].filter(Boolean).join(' ');
  const basis = word(desk.codes, 'erasureBases', erasure.basis);
  const at = moment(erasure.decidedAt ?? erasure.requestedAt, desk.now);
  const asker = person(erasure.requestedBy);
  const by = person(erasure.decidedBy);
  switch (erasure.state) {
    case 'REQUESTED':
      return t('erasure.pending', { reason: erasure.reason, basis, by: asker, at });
    case 'ERASED':
      return t('erasure.gone', { reason: erasure.reason, basis, asker, by, at });
    case 'REFUSED':
      return t('erasure.stays', { asker, by, at });
  }
}
