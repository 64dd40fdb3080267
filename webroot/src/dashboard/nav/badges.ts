import { invitations } from '../../core/conferences.js';
import { waitingFor } from '../../core/directives.js';
import { counted } from '../../core/figures.js';
import { one } from '../../core/store.js';
import type { Desk } from '../desk.js';
import type { Page } from '../route.js';
import { offers } from '../triage/handover.js';
import { waiting } from '../triage/upward.js';

/** Figures of the scope that a page counts behind its name. */
const figures: Readonly<Partial<Record<Page, string>>> = {
  silence: 'posts.silent',
  cases: 'cases.limitationNear',
  unassigned: 'posts.jurisdictionUnknown',
  erasures: 'erasures.requested',
  transport: 'discrepancies.open',
  storages: 'storages.gaps',
};

export interface Badges {
  readonly of: (page: Page) => number;
  /** Whether what a page counts waits for one's own room. */
  readonly waits: (page: Page) => boolean;
}

export function badges(desk: Desk): Badges {
  const { store } = desk.live;
  const counts = { ...counted(store, desk.scope)?.figures, ...one(store, 'tally-cases', desk.scope)?.figures };
  const own: Readonly<Partial<Record<Page, number>>> = {
    directives: waitingFor(store, desk.home).length,
    conferences: invitations(store, desk.home).length,
    upward: waiting(store, desk.home).mine.length,
    handovers: offers(store).filter(({ unit }) => unit === desk.home).length,
  };
  return {
    of: (page) => own[page] ?? counts[figures[page] ?? ''] ?? 0,
    waits: (page) => (own[page] ?? 0) > 0,
  };
}
