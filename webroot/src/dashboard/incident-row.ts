import { css, html, type TemplateResult } from 'lit';
import { word } from '../core/codes.js';
import { said } from '../core/erasure.js';
import { duration, moment } from '../core/format.js';
import { unitLabel } from '../core/place.js';
import type { Incident } from '../core/protocol.js';
import { one } from '../core/store.js';
import { codeMark, codeStyles } from '../ui/code-mark.js';
import type { Desk } from './desk.js';

/** `[2] 서울강남-0412 소란 역삼1동제3 00:42`, and below it what was said. */
export function incidentRow(desk: Desk, incident: Incident, marked: boolean): TemplateResult {
  const { store } = desk.live;
  const place = one(store, 'post', incident.post)?.name ?? unitLabel(store, incident.unit);
  const waiting = incident.status === 'REPORTED';
  const now = desk.asOf;
  const age = waiting ? duration(now - Date.parse(incident.recordedAt)) : moment(incident.recordedAt, now);
  return html`<button
    class="incident ${waiting ? 'waiting' : ''} ${marked ? 'marked' : ''}"
    data-testid="incident-row"
    data-incident-id=${incident.id}
    data-number=${incident.number}
    data-status=${incident.status}
    aria-current=${marked ? 'true' : 'false'}
    @click=${() => desk.go({ incident: incident.id })}
  >
    ${codeMark(incident.code)}
    <span class="what">
      <span class="first"
        ><b>${incident.number}</b> ${word(desk.codes, 'incidentKinds', incident.incidentKind)}
        <span class="quiet">${place}</span></span
      >
      <span class="text">${said(incident.text)}</span>
    </span>
    <span class="when">
      <span class=${waiting ? 'unacknowledged' : 'quiet'}>${word(desk.codes, 'statuses', incident.status)}</span>
      <span>${age}</span>
    </span>
  </button>`;
}

export const rowStyles = [
  codeStyles,
  css`
    .incident {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr) auto;
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
    .incident.marked {
      background: var(--chosen);
      border-left-color: var(--accent);
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
