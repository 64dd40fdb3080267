import { html, nothing, type TemplateResult } from 'lit';
import { Signal } from '../core/signal.js';
import { t } from '../i18n/index.js';
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
import { pageNames } from './nav/groups.js';
import { lazily } from './nav/lazy.js';
import './operation.js';
import './posts.js';
import './reserves.js';
import type { Page } from './route.js';
import './search.js';
import './silence.js';
import './storages.js';
import './transport.js';
import './triage/handovers-page.js';
import './triage/teams-page.js';
import './triage/upward-page.js';
import './unassigned.js';

/** Whether a screen has room for charts beneath all 18 agencies: one of 1440 lines has, one of 1080 has not. */
const tall = matchMedia('(min-width: 100em) and (min-height: 75em)');
export const room = new Signal();
tall.addEventListener('change', () => room.emit());

/** The last hours' course, beneath the map and the matrix where there is room; nothing is loaded for it otherwise. */
export function beneath(desk: Desk): TemplateResult | typeof nothing {
  const country = desk.page === 'map' || desk.page === 'matrix';
  return country && tall.matches
    ? html`<footer>
        ${lazily('strip', () => import('./chart/strip.js'), html`<haetae-chart-strip .desk=${desk}></haetae-chart-strip>`)}
      </footer>`
    : nothing;
}

/** The page of the middle; `deploy` opens the entry of a deployment. Another than the address says stands on a wall. */
export function middle(desk: Desk, deploy?: () => void, page: Page = desk.page): TemplateResult {
  switch (page) {
    case 'matrix':
      return html`<haetae-matrix .desk=${desk}></haetae-matrix>`;
    case 'map':
      return lazily('map', () => import('./map/map.js'), html`<haetae-map .desk=${desk}></haetae-map>`);
    case 'charts':
      return lazily('charts', () => import('./chart/charts.js'), html`<haetae-charts .desk=${desk}></haetae-charts>`);
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
      return html`<haetae-operation
        .desk=${desk}
        role="region"
        tabindex="0"
        aria-label=${t(pageNames.operation)}
      ></haetae-operation>`;
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
