import { sealsOf } from '../../core/boxes.js';
import { entries } from '../../core/codes.js';
import { labelOf } from '../../core/forms.js';
import type { StorageAccess, StorageDetail, StorageGap } from '../../core/sites.js';
import { t } from '../../i18n/index.js';
import type { Field, Question } from '../../ui/question.js';
import type { Desk } from '../desk.js';

const path = (post: string, rest: string): string => `/storages/${encodeURIComponent(post)}/${rest}`;

const at = (desk: Desk): Field => ({
  name: 'at',
  label: t('enter.occurred'),
  type: 'moment',
  value: new Date(desk.now).toISOString(),
});
const note: () => Field = () => ({ name: 'note', label: t('ask.note'), type: 'lines', optional: true, most: 500 });
const boxes = (least: number): Field => ({
  name: 'boxes',
  label: t('storage.boxes'),
  type: 'number',
  least,
  most: 10_000,
});
const seals = (held: readonly string[]): Field => ({
  name: 'seals',
  label: t('storage.seals'),
  type: 'lines',
  value: held.join(', '),
  hint: t('storage.seals.hint'),
});

/** Boxes are in and sealed before observers: from now on it is watched. */
export const openQuestion = (desk: Desk, post: string): Question => ({
  title: t('storage.open'),
  text: t('storage.open.text'),
  fields: [
    at(desk),
    boxes(1),
    { name: 'observers', label: t('storage.observers'), type: 'number', least: 0, most: 100, value: '0' },
    seals([]),
    note(),
  ],
  send: t('storage.open'),
  request: ({ boxes, observers, seals, ...given }) => ({
    path: path(post, 'opening'),
    body: { ...given, boxes: Number(boxes), observers: Number(observers), seals: sealsOf(seals ?? '') },
  }),
  done: t('storage.done'),
});

export const boxesQuestion = (desk: Desk, post: string, detail: StorageDetail | undefined): Question => ({
  title: t('storage.change'),
  text: t('storage.change.text'),
  fields: [at(desk), boxes(0), seals(detail?.seals ?? []), { name: 'reason', label: t('ask.reason'), type: 'lines' }],
  send: t('storage.change'),
  request: ({ boxes, seals, ...given }) => ({
    path: path(post, 'boxes'),
    body: { ...given, boxes: Number(boxes), seals: sealsOf(seals ?? '') },
  }),
  done: t('storage.done'),
});

export const clearQuestion = (desk: Desk, post: string): Question => ({
  title: t('storage.clear'),
  text: t('storage.clear.text'),
  fields: [at(desk), note()],
  send: t('storage.clear'),
  request: (given) => ({ path: path(post, 'clearance'), body: given }),
  done: t('storage.done'),
});

export const roundQuestion = (desk: Desk, post: string): Question => ({
  title: t('storage.round.make'),
  fields: [at(desk), note()],
  send: t('storage.round.make'),
  request: (given) => ({ path: path(post, 'rounds'), body: given }),
  done: t('storage.done'),
});

/** The numbers are read, not taken over: those put on are shown beside, not filled in. */
export const sealsQuestion = (desk: Desk, post: string, detail: StorageDetail | undefined): Question => ({
  title: t('storage.sealCheck.make'),
  text: t('storage.sealCheck.text', { seals: detail === undefined ? '–' : detail.seals.join(', ') }),
  fields: [
    at(desk),
    {
      name: 'intact',
      label: t('storage.sealCheck.found'),
      type: 'choice',
      options: [
        ['true', t('storage.intact')],
        ['false', t('storage.broken')],
      ],
    },
    seals([]),
    note(),
  ],
  send: t('storage.sealCheck.make'),
  request: ({ seals, intact, ...given }) => ({
    path: path(post, 'seal-checks'),
    body: { ...given, seals: sealsOf(seals ?? ''), intact: intact === 'true' },
  }),
  done: t('storage.done'),
});

export const cameraQuestion = (desk: Desk, post: string, camera?: string, up = true): Question => ({
  title: t('storage.camera.report'),
  fields: [
    { name: 'camera', label: t('storage.camera'), type: 'text', ...(camera === undefined ? {} : { value: camera }) },
    {
      name: 'up',
      label: t('transport.state'),
      type: 'choice',
      options: entries(desk.codes, 'cameraStates')
        .filter(({ code }) => code !== 'UNKNOWN')
        .map((state): [string, string] => [String(state.code === 'UP'), labelOf(state)]),
      value: String(up),
    },
    at(desk),
    note(),
  ],
  send: t('storage.camera.report'),
  request: ({ up: seen, ...given }) => ({ path: path(post, 'cameras'), body: { ...given, up: seen === 'true' } }),
  done: t('storage.done'),
});

export const enterQuestion = (desk: Desk, post: string): Question => ({
  title: t('storage.enter'),
  fields: [
    {
      name: 'who',
      label: t('storage.visitor'),
      type: 'choice',
      options: entries(desk.codes, 'storageVisitors').map((who): [string, string] => [String(who.code), labelOf(who)]),
      value: 'COMMISSION',
    },
    { name: 'people', label: t('storage.people'), type: 'number', least: 1, most: 100, value: '2' },
    at(desk),
    { name: 'reason', label: t('ask.reason'), type: 'lines' },
  ],
  send: t('storage.enter'),
  request: ({ people, ...given }) => ({ path: path(post, 'accesses'), body: { ...given, people: Number(people) } }),
  done: t('storage.done'),
});

export const leaveQuestion = (desk: Desk, access: StorageAccess): Question => ({
  title: t('storage.leave'),
  text: t('storage.people.n', { n: access.people }),
  fields: [at(desk)],
  send: t('storage.leave'),
  request: (given) => ({ path: `/storage-accesses/${encodeURIComponent(access.id)}/exit`, body: given }),
  done: t('storage.done'),
});

export const explainGapQuestion = (gap: StorageGap): Question => ({
  title: t('transport.explain'),
  text: t('storage.explain.text'),
  fields: [
    {
      name: 'text',
      label: t('transport.explanation'),
      type: 'lines',
      most: 500,
      ...(gap.explanation == null ? {} : { value: gap.explanation }),
    },
  ],
  send: t('transport.explain'),
  request: (given) => ({ path: `/storage-gaps/${encodeURIComponent(gap.id)}/explanation`, body: given }),
  done: t('transport.explain.done'),
});
