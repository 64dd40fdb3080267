import type { HandedIncident, Handover } from '../../core/entities.js';
import { word } from '../../core/codes.js';
import { number } from '../../core/format.js';
import type { Incident } from '../../core/protocol.js';
import { all, type Store } from '../../core/store.js';
import { t } from '../../i18n/index.js';
import type { Note, Question } from '../../ui/question.js';
import type { Desk } from '../desk.js';
import { isOpen } from '../order.js';

/** Hand-overs that nobody has accepted yet, oldest first. */
export const offers = (store: Store): readonly Handover[] =>
  [...all(store, 'handover').values()]
    .filter(({ acceptedAt }) => acceptedAt == null)
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.clearance.localeCompare(b.clearance)));

/** What a unit would hand over now, by clearance, the most urgent first, as the server does it. */
export function openItems(incidents: Iterable<Incident>, unit: string): ReadonlyMap<string, readonly HandedIncident[]> {
  const found = new Map<string, HandedIncident[]>([['GENERAL', []]]);
  const open = [...incidents].filter((incident) => incident.unit === unit && isOpen(incident));
  open.sort((a, b) => a.code - b.code || (a.number < b.number ? -1 : 1));
  for (const { id, number, incidentKind, code, clearance = 'GENERAL' } of open) {
    const items = found.get(clearance) ?? [];
    items.push({ incident: id, number, kind: incidentKind, code });
    found.set(clearance, items);
  }
  return found;
}

export const handed = (desk: Desk): ReadonlyMap<string, readonly HandedIncident[]> =>
  openItems(all(desk.live.store, 'incident').values(), desk.home);

export const offerQuestion = (desk: Desk): Question => ({
  title: t('handover.offer'),
  text: t('handover.offer.text'),
  fields: [
    {
      name: 'note',
      label: t('handover.note'),
      type: 'lines',
      optional: true,
      most: 2000,
      hint: t('handover.note.hint'),
    },
  ],
  send: t('handover.offer'),
  preview: () => Promise.resolve(previewed(desk)),
  request: (given) => ({ path: '/handovers', body: given }),
  done: t('handover.offered'),
});

function previewed(desk: Desk): Note[] {
  return [...handed(desk)].map(([clearance, items]): Note => {
    const n = number(items.length);
    if (clearance !== 'GENERAL')
      return { text: t('handover.preview.apart', { clearance: word(desk.codes, 'clearances', clearance), n }) };
    const numbers = items.map((item) => item.number).join(', ');
    return { text: `${t('handover.preview', { n })} ${numbers}` };
  });
}

const path = (handover: Handover): string => `/handovers/${encodeURIComponent(handover.id)}`;

export const acceptQuestion = (handover: Handover): Question => ({
  title: t('handover.accept'),
  text: t('handover.accept.text', { name: handover.by.name ?? '', n: number(handover.items.length) }),
  fields: [],
  send: t('handover.accept'),
  request: () => ({ path: `${path(handover)}/acceptance`, body: {} }),
  done: t('handover.accepted'),
});

export const withdrawQuestion = (handover: Handover): Question => ({
  title: t('handover.withdraw'),
  text: t('handover.withdraw.text'),
  fields: [],
  send: t('handover.withdraw'),
  request: () => ({ path: path(handover), method: 'DELETE' }),
  done: t('handover.withdrawn'),
});
