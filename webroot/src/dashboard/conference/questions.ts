import { attendance, type Conference, type ConferenceRoom } from '../../core/conferences.js';
import { unitLabel } from '../../core/place.js';
import { t } from '../../i18n/index.js';
import type { Field, Question } from '../../ui/question.js';
import type { Desk } from '../desk.js';

const path = (conference: Conference): string => `/conferences/${encodeURIComponent(conference.id)}`;
const named = (conference: Conference): string => `${conference.number} · ${conference.title}`;

export const startQuestion = (conference: Conference): Question => ({
  title: t('conference.start'),
  text: named(conference),
  fields: [],
  send: t('conference.start'),
  request: () => ({ path: `${path(conference)}/start`, body: {} }),
  done: t('conference.started'),
});

export const endQuestion = (conference: Conference): Question => ({
  title: t('conference.end'),
  text: `${named(conference)}. ${t('conference.end.text')}`,
  fields: [],
  send: t('conference.end'),
  request: () => ({ path: `${path(conference)}/end`, body: {} }),
  done: t('conference.ended'),
});

export const cancelQuestion = (conference: Conference): Question => ({
  title: t('conference.cancel'),
  text: `${named(conference)}. ${t('conference.cancel.text')}`,
  fields: [{ name: 'reason', label: t('ask.reason'), type: 'lines' }],
  send: t('conference.cancel'),
  request: (given) => ({ path: `${path(conference)}/cancellation`, body: given }),
  done: t('conference.cancelled'),
});

export function absentQuestion(desk: Desk, conference: Conference, room: ConferenceRoom): Question {
  const unit = unitLabel(desk.live.store, room.unit);
  return {
    title: t('conference.absent'),
    text: `${named(conference)} · ${unit}`,
    fields: [{ name: 'reason', label: t('conference.absent.reason'), type: 'text' }],
    send: t('conference.absent'),
    request: (given) => ({ path: `${path(conference)}/absence`, body: { ...given, unit: room.unit } }),
    done: t('conference.absent.done', { unit }),
  };
}

const items = (conference: Conference): Field => ({
  name: 'item',
  label: t('conference.decide.item'),
  type: 'choice',
  optional: true,
  options: conference.agenda.map(({ item, text }, index) => [item, `${String(index + 1)}. ${text.slice(0, 60)}`]),
});

/** Of one item, or of none in particular. */
export const noteQuestion = (conference: Conference, item?: string): Question => ({
  title: t('conference.note'),
  text: named(conference),
  fields: [
    { ...items(conference), ...(item === undefined ? {} : { value: item }) },
    { name: 'text', label: t('conference.note'), type: 'lines', most: 2000 },
  ],
  send: t('conference.note'),
  request: (given) => ({ path: `${path(conference)}/notes`, body: given }),
  done: t('conference.noted'),
});

export const decideQuestion = (conference: Conference, item?: string): Question => ({
  title: t('conference.decide'),
  text: named(conference),
  fields: [
    { ...items(conference), ...(item === undefined ? {} : { value: item }) },
    { name: 'text', label: t('conference.decide.text'), type: 'lines', most: 2000 },
  ],
  send: t('conference.decide'),
  request: (given) => ({ path: `${path(conference)}/decisions`, body: given }),
  done: t('conference.decided'),
});

export const addItemQuestion = (conference: Conference): Question => ({
  title: t('conference.item.add'),
  text: named(conference),
  fields: [{ name: 'text', label: t('conference.item.text'), type: 'text' }],
  send: t('conference.item.add'),
  request: (given) => ({ path: `${path(conference)}/items`, body: given }),
  done: t('conference.item.added'),
});

/** What is sent when a room comes or goes: nothing of it needs words. */
export const attends = (conference: Conference, room: ConferenceRoom): { path: string; body: unknown } => ({
  path: `${path(conference)}/${attendance(room) === 'PRESENT' ? 'departure' : 'attendance'}`,
  body: { unit: room.unit },
});
