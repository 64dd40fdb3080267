import { css, html, nothing, type TemplateResult } from 'lit';
import { word } from '../core/codes.js';
import { said } from '../core/erasure.js';
import { duration, moment } from '../core/format.js';
import { unitLabel } from '../core/place.js';
import type { Incident } from '../core/protocol.js';
import { one } from '../core/store.js';
import { t } from '../i18n/index.js';
import { clearanceMark, clearanceStyles } from '../ui/clearance-mark.js';
import { codeMark, codeStyles } from '../ui/code-mark.js';
import type { Desk } from './desk.js';

/** How a row stands in the list. */
export interface RowState {
  readonly marked: boolean;
  readonly selected: boolean;
  readonly pick: (event: MouseEvent) => void;
}

/** `[2] 서울강남-0412 소란 역삼1동제3 00:42`, and below it what was said. */
export function incidentRow(desk: Desk, incident: Incident, { marked, selected, pick }: RowState): TemplateResult {
  const { store } = desk.live;
  const place = one(store, 'post', incident.post)?.name ?? unitLabel(store, incident.unit);
  const waiting = incident.status === 'REPORTED';
  const now = desk.asOf;
  const age = waiting ? duration(now - Date.parse(incident.recordedAt)) : moment(incident.recordedAt, now);
  return html`<button
    class="incident ${waiting ? 'waiting' : ''} ${marked ? 'marked' : ''} ${selected ? 'selected' : ''}"
    data-testid="incident-row"
    data-incident-id=${incident.id}
    data-number=${incident.number}
    data-status=${incident.status}
    aria-current=${marked ? 'true' : 'false'}
    aria-pressed=${selected ? 'true' : nothing}
    @click=${pick}
  >
    ${selected ? html`<b class="tick" role="img" aria-label=${t('list.selected')}>✓</b>` : codeMark(incident.code)}
    <span class="what">
      <span class="first"
        ><b>${incident.number}</b> ${word(desk.codes, 'incidentKinds', incident.incidentKind)}
        <span class="quiet">${place}</span></span
      >
      <span class="text">${marks(desk, incident)}${said(incident.text)}</span>
    </span>
    <span class="when">
      <span class=${waiting ? 'unacknowledged' : 'quiet'}>${word(desk.codes, 'statuses', incident.status)}</span>
      <span>${age}</span>
    </span>
  </button>`;
}

/** The place of a row in hand whose incident left the list: what it was may no longer be read, but nothing moves up under the hand. */
export function goneRow(id: string, marked: boolean): TemplateResult {
  return html`<div
    class="incident gone ${marked ? 'marked' : ''}"
    data-testid="row-gone"
    data-incident-id=${id}
    aria-current=${marked ? 'true' : 'false'}
  >
    <span></span><span class="quiet">${t('list.gone')}</span>
  </div>`;
}

/** What the eye should find without opening it: kept from others, another room's, told above, judged, many of one. */
function marks(desk: Desk, incident: Incident): TemplateResult {
  const words = [
    incident.handling === undefined || incident.handling === 'SITUATION'
      ? ''
      : word(desk.codes, 'handlings', incident.handling),
    incident.escalatedTo == null
      ? ''
      : `▲ ${t('list.escalated', { unit: unitLabel(desk.live.store, incident.escalatedTo) })}`,
    incident.veracity === undefined || incident.veracity === 'UNVERIFIED'
      ? ''
      : word(desk.codes, 'veracities', incident.veracity),
    (incident.duplicates?.length ?? 0) > 0 ? t('list.duplicates', { n: incident.duplicates?.length ?? 0 }) : '',
    (incident.teams ?? []).map(({ name }) => name).join('·'),
  ].filter((text) => text !== '');
  return html`${clearanceMark(desk.codes, incident.clearance)}
  ${words.map((text) => html`<span class="mark">${text}</span> `)}`;
}

export const rowStyles = [
  codeStyles,
  clearanceStyles,
  css`
    .incident {
      display: grid;
      grid-template-columns: 1.75rem minmax(0, 1fr) auto;
      align-items: center;
      gap: 0.6rem;
      width: 100%;
      height: 100%;
      padding: 0.2rem 0.75rem;
      text-align: left;
      background: none;
      border: 0;
      border-bottom: 1px solid var(--line);
      border-left: 0.3rem solid transparent;
      border-radius: 0;
      contain: strict;
    }
    .incident:hover {
      background: var(--raised);
    }
    .incident:focus-visible {
      outline-offset: -3px;
    }
    .incident.selected {
      background: var(--raised);
      font-weight: 450;
    }
    .incident.marked {
      background: var(--chosen);
      border-left-color: var(--accent);
    }
    .tick {
      display: inline-grid;
      place-items: center;
      height: 1.75rem;
      border-radius: 0.25rem;
      background: var(--accent);
      color: var(--on-accent);
    }
    .what > span {
      display: block;
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    .text {
      color: var(--quiet);
      font-size: 0.875rem;
    }
    .mark {
      color: var(--text);
      font-weight: 600;
      padding-right: 0.25rem;
    }
    .when {
      display: grid;
      justify-items: end;
      font-size: 0.875rem;
    }
    .unacknowledged {
      font-weight: 750;
      color: var(--alarm);
    }
  `,
];
