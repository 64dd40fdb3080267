import { html, nothing, type TemplateResult } from 'lit';
import { word } from '../../core/codes.js';
import { duration, moment } from '../../core/format.js';
import { postPlace, unitLabel, unitName } from '../../core/place.js';
import type { Incident, Person } from '../../core/protocol.js';
import { one } from '../../core/store.js';
import { t, type Word } from '../../i18n/index.js';
import type { Desk } from '../desk.js';
import type { Section } from './sections.js';

/** Where, when, through whom. */
export const facts: Section = ({ desk, incident }) =>
  html`<dl>
    ${lines(desk, incident).map(([name, value]) =>
      value === ''
        ? nothing
        : html`<dt>${t(name)}</dt>
            <dd>${value}</dd>`,
    )}
  </dl>`;

function lines(desk: Desk, incident: Incident): [Word, string | TemplateResult][] {
  const { live, codes } = desk;
  const now = desk.asOf;
  const at = (instant: string | null | undefined): string => (instant == null ? '' : moment(instant, now));
  const person = (who: Person | undefined): string =>
    [who?.name, unitLabel(live.store, who?.unit)].filter(Boolean).join(' · ');
  const post = one(live.store, 'post', incident.post);
  const { position } = incident;
  const elapsed = t('incident.elapsed', { age: duration(now - Date.parse(incident.occurredAt)) });
  return [
    ['incident.veracity', word(codes, 'veracities', incident.veracity)],
    ['incident.handling', word(codes, 'handlings', incident.handling)],
    ['incident.unit', unitName(live.store, incident.unit)],
    ['incident.post', post === undefined ? (incident.post ?? '') : `${post.name} ${postPlace(live.store, post)}`],
    [
      'incident.position',
      position === undefined ? '' : `${position.latitude.toFixed(5)}, ${position.longitude.toFixed(5)}`,
    ],
    ['incident.occurred', `${at(incident.occurredAt)} · ${elapsed}`],
    ['incident.recorded', at(incident.recordedAt)],
    ['incident.source', word(codes, 'sources', incident.source)],
    ['incident.monitoring', word(codes, 'monitorings', incident.monitoring)],
    ['incident.link', linked(incident.sourceLink)],
    ['incident.call', incident.callNumber ?? ''],
    ['incident.reportedBy', person(incident.reportedBy)],
    ['incident.enteredBy', person(incident.enteredBy)],
    ['incident.acknowledged', at(incident.acknowledgedAt)],
    ['incident.resolved', at(incident.resolvedAt)],
    ['incident.closed', at(incident.closedAt)],
    ['incident.outcome', word(codes, 'outcomes', incident.outcome)],
    ['incident.reopened', incident.reopened === undefined || incident.reopened === 0 ? '' : String(incident.reopened)],
  ];
}

/** To be opened only when it is a page of the net, whatever was recorded. */
export function linked(link: string | undefined): string | TemplateResult {
  if (link === undefined || !/^https?:\/\//i.test(link)) return link ?? '';
  return html`<a href=${link} target="_blank" rel="noopener noreferrer" data-testid="source-link">${link}</a>`;
}
