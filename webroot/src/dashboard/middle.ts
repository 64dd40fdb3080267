import { html, nothing, type TemplateResult } from 'lit';
import { invitations } from '../core/conferences.js';
import { waitingFor } from '../core/directives.js';
import { counted } from '../core/figures.js';
import { number } from '../core/format.js';
import { one } from '../core/store.js';
import { t, type Word } from '../i18n/index.js';
import type { Desk } from './desk.js';
import './cases.js';
import './counting.js';
import './conference/page.js';
import './directive/page.js';
import './erasures.js';
import './forces.js';
import './imports.js';
import './levels.js';
import './matrix.js';
import './operation.js';
import './posts.js';
import './reserves.js';
import { pages, type Page } from './route.js';
import './search.js';
import './silence.js';
import './storages.js';
import './transport.js';
import { offers } from './triage/handover.js';
import './triage/handovers-page.js';
import './triage/teams-page.js';
import { waiting } from './triage/upward.js';
import './triage/upward-page.js';
import './unassigned.js';

const names: Readonly<Record<Page, Word>> = {
  matrix: 'nav.matrix',
  charts: 'nav.charts',
  levels: 'nav.levels',
  directives: 'nav.directives',
  conferences: 'nav.conferences',
  silence: 'nav.silence',
  posts: 'nav.posts',
  forces: 'nav.forces',
  reserves: 'nav.reserves',
  cases: 'nav.cases',
  upward: 'nav.upward',
  handovers: 'nav.handovers',
  teams: 'nav.teams',
  operation: 'nav.operation.page',
  imports: 'nav.imports',
  unassigned: 'nav.unassigned',
  search: 'nav.search',
  erasures: 'nav.erasures',
  transport: 'nav.transport',
  storages: 'nav.storages',
  counting: 'nav.counting',
};

/** Figures that a tab counts behind its name. */
const counts: Readonly<Partial<Record<Page, string>>> = {
  silence: 'posts.silent',
  cases: 'cases.limitationNear',
  unassigned: 'posts.jurisdictionUnknown',
  erasures: 'erasures.requested',
  transport: 'discrepancies.open',
  storages: 'storages.gaps',
};

export function tabs(desk: Desk): TemplateResult {
  const { store } = desk.live;
  const figures = {
    ...counted(store, desk.scope)?.figures,
    ...one(store, 'tally-cases', desk.scope)?.figures,
  };
  const held: Readonly<Partial<Record<Page, number>>> = {
    directives: waitingFor(store, desk.home).length,
    conferences: invitations(store, desk.home).length,
    upward: waiting(store, desk.home).mine.length,
    handovers: offers(store).filter(({ unit }) => unit === desk.home).length,
  };
  return html`<nav aria-label=${t('nav.page')}>
    ${desk.offered.map((page) => {
      const count = held[page] ?? figures[counts[page] ?? ''] ?? 0;
      return html`<button
        class=${page in held && count > 0 ? 'waits' : ''}
        data-testid="page-${page}"
        title="g ${pages[page]}"
        aria-pressed=${desk.page === page ? 'true' : 'false'}
        @click=${() => desk.turn(page)}
      >
        ${t(names[page])}${count > 0 ? html` <b>${number(count)}</b>` : nothing}
      </button>`;
    })}
  </nav>`;
}

/** The page of the middle; `deploy` opens the entry of a deployment. */
export function middle(desk: Desk, deploy?: () => void): TemplateResult {
  switch (desk.page) {
    case 'matrix':
      return html`<haetae-matrix .desk=${desk}></haetae-matrix>`;
    case 'charts':
      void import('./chart/charts.js');
      return html`<haetae-charts .desk=${desk}></haetae-charts>`;
    case 'levels':
      return html`<haetae-levels .desk=${desk}></haetae-levels>`;
    case 'directives':
      return html`<haetae-directives .desk=${desk}></haetae-directives>`;
    case 'conferences':
      return html`<haetae-conferences .desk=${desk}></haetae-conferences>`;
    case 'silence':
      return html`<haetae-silence .desk=${desk}></haetae-silence>`;
    case 'posts':
      return html`<haetae-posts .desk=${desk}></haetae-posts>`;
    case 'forces':
      return html`<haetae-forces .desk=${desk} @deploy=${deploy}></haetae-forces>`;
    case 'reserves':
      return html`<haetae-reserves .desk=${desk}></haetae-reserves>`;
    case 'cases':
      return html`<haetae-cases .desk=${desk}></haetae-cases>`;
    case 'upward':
      return html`<haetae-upward-page .desk=${desk}></haetae-upward-page>`;
    case 'handovers':
      return html`<haetae-handovers .desk=${desk}></haetae-handovers>`;
    case 'teams':
      return html`<haetae-teams .desk=${desk}></haetae-teams>`;
    case 'operation':
      return html`<haetae-operation .desk=${desk}></haetae-operation>`;
    case 'imports':
      return html`<haetae-imports .desk=${desk}></haetae-imports>`;
    case 'unassigned':
      return html`<haetae-unassigned .desk=${desk}></haetae-unassigned>`;
    case 'search':
      return html`<haetae-search .desk=${desk}></haetae-search>`;
    case 'erasures':
      return html`<haetae-erasures .desk=${desk}></haetae-erasures>`;
    case 'transport':
      return html`<haetae-transport .desk=${desk}></haetae-transport>`;
    case 'storages':
      return html`<haetae-storages .desk=${desk}></haetae-storages>`;
    case 'counting':
      return html`<haetae-counting .desk=${desk}></haetae-counting>`;
  }
}
