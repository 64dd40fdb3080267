import { css, html, nothing, type TemplateResult } from 'lit';
import { word } from '../../core/codes.js';
import type { Transport, TransportState } from '../../core/custody.js';
import { duration, moment } from '../../core/format.js';
import { unitLabel } from '../../core/place.js';
import { t } from '../../i18n/index.js';
import { stateShapes } from '../../ui/transport-mark.js';
import type { Desk } from '../desk.js';

/** The state of a route in shape and word. */
export function stateMark(desk: Desk, state: TransportState): TemplateResult {
  return html`<span class="state-mark" data-state=${state}
    ><span aria-hidden="true">${stateShapes[state]}</span> ${word(desk.codes, 'transportStates', state)}</span
  >`;
}

/** What of a route needs a look: late, or other than recorded. */
export function alarms(desk: Desk, route: Transport): TemplateResult | typeof nothing {
  const late =
    route.overdue == null
      ? nothing
      : html`<b class="alarm">⚠ ${word(desk.codes, 'overdueKinds', route.overdue.what)}</b>`;
  const count = route.discrepancies;
  const odd = count === 0 ? nothing : html`<b class="warn">≠ ${t('transport.discrepancies.n', { n: count })}</b>`;
  return late === nothing && odd === nothing ? nothing : html`<span class="alarms">${late} ${odd}</span>`;
}

/** When it was to be, when it was, and by how much it was late. */
export function expected(desk: Desk, planned: string, actual: string | null | undefined): TemplateResult {
  const plan = moment(planned, desk.asOf);
  if (actual == null) {
    const over = desk.asOf - Date.parse(planned);
    const late =
      over > 0 ? html` <span class="warn">${t('transport.overBy', { for: duration(over) })}</span>` : nothing;
    return html`<span class="quiet">${t('transport.expectedAt', { at: plan })}</span>${late}`;
  }
  const by = Date.parse(actual) - Date.parse(planned);
  const said = by >= 60_000 ? ` (+${duration(by)})` : '';
  return html`<b>${moment(actual, desk.asOf)}</b>${said}
    <span class="quiet">${t('transport.planned', { at: plan })}</span>`;
}

export const unitOf = (desk: Desk, unit: string | undefined): string => unitLabel(desk.live.store, unit);

export const custodyStyles = css`
  .state-mark {
    white-space: nowrap;
    font-weight: 650;
  }
  .alarms {
    display: inline-flex;
    flex-wrap: wrap;
    gap: 0 0.6rem;
  }
  .views {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4rem;
  }
  .views .waits:not([aria-pressed='true']) {
    border-color: var(--warn);
    color: var(--warn);
    background: var(--warn-ground);
  }
  table.board {
    white-space: nowrap;
  }
  table.board tbody tr {
    cursor: pointer;
  }
  table.board tbody tr:hover {
    background: var(--raised);
  }
  table.board th[scope='row'] {
    white-space: normal;
    min-width: 9rem;
  }
  table.board th[scope='row'] button {
    padding: 0.1rem 0.3rem;
    text-align: left;
    white-space: normal;
    background: none;
    border-color: transparent;
    font-weight: 600;
  }
  table.board thead tr:first-child th {
    position: sticky;
    top: 0;
    z-index: 1;
    background: var(--page);
  }
  table.board thead button {
    padding: 0.2rem 0.3rem;
    background: none;
    border-color: transparent;
  }
  table.board thead [aria-sort]:not([aria-sort='none']) button {
    color: var(--text);
    font-weight: 700;
  }
  table.board small {
    color: var(--quiet);
    font-size: 0.875rem;
    font-weight: 400;
  }
  table.board .sum {
    cursor: default;
  }
  table.board .sum td,
  table.board .sum th {
    font-weight: 700;
    border-bottom-color: var(--edge);
  }
  td.look {
    color: var(--alarm);
    font-weight: 800;
  }
  td.waits {
    color: var(--warn);
    font-weight: 750;
  }
  .find {
    display: flex;
    gap: 0.4rem;
  }
  .find input {
    width: 12rem;
  }
  ol.lines > li {
    display: grid;
    grid-template-columns: 7rem minmax(0, 1fr);
    gap: 0.5rem;
    padding: 0.4rem 0;
    border-top: 1px solid var(--line);
    overflow-wrap: anywhere;
  }
  button.link {
    padding: 0;
    background: none;
    border: 0;
    text-align: left;
    white-space: normal;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  @container (max-width: 60rem) {
    .less {
      display: none;
    }
  }
  @container (max-width: 44rem) {
    .least {
      display: none;
    }
  }
`;

/** Of what stands on a page of the middle, not in its place. */
export const nestedStyles = css`
  :host {
    flex: 1;
    padding: 0;
  }
`;
