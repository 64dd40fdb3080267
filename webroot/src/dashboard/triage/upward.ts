import { word } from '../../core/codes.js';
import type { IncidentAsSent, UpwardReport } from '../../core/entities.js';
import { moment } from '../../core/format.js';
import { unitLabel } from '../../core/place.js';
import type { Incident } from '../../core/protocol.js';
import { all, type Store } from '../../core/store.js';
import { language, t } from '../../i18n/index.js';
import type { Inquiry } from '../../ui/question.js';
import type { Desk } from '../desk.js';
import type { Take } from './inquiries.js';

/** What the server takes. */
const mostText = 4000;

/** 1보, 2보, 최종보. */
export const ordinalWord = (ordinal: number, last: boolean): string =>
  last ? t('upward.last') : t('upward.ordinal', { n: ordinal });

/** Another text whenever something about the incident's reports changed in the picture. */
export const reportsOf = (store: Store, incident: string): string =>
  [...all(store, 'upward-report').values()]
    .filter((report) => report.incident === incident)
    .map(({ id, seq }) => `${id}:${String(seq)}`)
    .sort()
    .join(' ');

/** What nobody has received yet, the longest waiting first: addressed to the unit, and to others. */
export function waiting(
  store: Store,
  unit: string,
): { readonly mine: readonly UpwardReport[]; readonly others: readonly UpwardReport[] } {
  const unreceived = [...all(store, 'upward-report').values()]
    .filter(({ receivedAt }) => receivedAt == null)
    .sort((a, b) => (a.sentAt < b.sentAt ? -1 : 1));
  return {
    mine: unreceived.filter(({ to }) => to === unit),
    others: unreceived.filter(({ to }) => to !== unit),
  };
}

/** What would stand with a report sent now. */
export const asItStands = (incident: Incident): IncidentAsSent => ({
  number: incident.number,
  unit: incident.unit,
  kind: incident.incidentKind,
  code: incident.code,
  status: incident.status,
  veracity: incident.veracity ?? 'UNVERIFIED',
  occurredAt: incident.occurredAt,
  recordedAt: incident.recordedAt,
  ...(incident.acknowledgedAt === undefined ? {} : { acknowledgedAt: incident.acknowledgedAt }),
  ...(incident.resolvedAt === undefined ? {} : { resolvedAt: incident.resolvedAt }),
  ...(incident.closedAt === undefined ? {} : { closedAt: incident.closedAt }),
  ...(incident.outcome === undefined ? {} : { outcome: incident.outcome }),
});

/** An incident as it stood: what it is, and its times. */
export function frozen(desk: Desk, sent: IncidentAsSent): [string, string] {
  const { codes, live } = desk;
  const what = [
    sent.number,
    unitLabel(live.store, sent.unit),
    word(codes, 'incidentKinds', sent.kind),
    t('incident.code', { n: sent.code }),
    word(codes, 'statuses', sent.status),
    word(codes, 'veracities', sent.veracity),
    word(codes, 'outcomes', sent.outcome),
  ];
  const at = (name: string, instant: string | null | undefined): string =>
    instant == null ? '' : `${name} ${moment(instant, desk.asOf)}`;
  const times = [
    at(t('incident.occurred'), sent.occurredAt),
    at(t('incident.recorded'), sent.recordedAt),
    at(t('incident.acknowledged'), sent.acknowledgedAt),
    at(t('incident.resolved'), sent.resolvedAt),
    at(t('incident.closed'), sent.closedAt),
  ];
  return [joined(what), joined(times)];
}

const joined = (texts: readonly string[]): string => texts.filter((text) => text !== '').join(' · ');

/** The first tells what happened, the others what was done since; what goes with it is shown before it goes. */
export function reporting(desk: Desk, incident: Incident, take: Take): Inquiry {
  const ordinal = (incident.upwardReports?.length ?? 0) + 1;
  const { superiors } = desk;
  return {
    title: `${t('act.report')} · ${incident.number} · ${ordinalWord(ordinal, false)}`,
    text: t('upward.text'),
    fields: [
      {
        name: 'to',
        label: t('upward.to'),
        type: 'choice',
        options: superiors.map((unit): [string, string] => [unit.id, language() === 'ko' ? unit.korean : unit.english]),
        ...(superiors[0] === undefined ? {} : { value: superiors[0].id }),
      },
      { name: 'last', label: t('upward.last.flag'), type: 'flag' },
      {
        name: 'text',
        label: t('upward.content'),
        type: 'lines',
        most: mostText,
        value: t(ordinal === 1 ? 'upward.draft.first' : 'upward.draft.next', { text: incident.text }),
      },
    ],
    send: t('upward.send'),
    preview: () =>
      Promise.resolve([{ text: t('upward.frozen') }, ...frozen(desk, asItStands(incident)).map((text) => ({ text }))]),
    take: ({ to, text, last }) => take({ to, text, last: last === 'true' }),
  };
}
