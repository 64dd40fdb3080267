import { expect, it } from 'vitest';
import { Problem } from '../src/core/api.js';
import { byNeed, isOpen, nextStage, type Storage, type StorageAccess, type StorageGap } from '../src/core/sites.js';
import type { Item } from '../src/field/outbox.js';
import { enteredNow } from '../src/field/site-desk.js';
import { happenedAt, methodOf, pathOf, standsAlready, type Task } from '../src/field/task.js';

const at = '2026-05-30T01:00:00Z';
const storage = (id: string, change: Partial<Storage> = {}): Storage => ({
  kind: 'storage',
  id,
  seq: 1,
  unit: 'u',
  state: 'WATCHED',
  boxes: 1,
  cameras: { up: 0, down: 0, unknown: 0 },
  inside: 0,
  gaps: 0,
  ...change,
});
const gap: StorageGap = {
  kind: 'storage-gap',
  id: 'g',
  seq: 1,
  post: 'p',
  unit: 'u',
  gapKind: 'ROUND_MISSED',
  since: at,
  foundAt: at,
};
const item = (id: string, task: Task, state: Item['state'] = 'waiting'): Item => ({
  id,
  task,
  state,
  account: 'me',
  operation: 'o',
  place: '',
  writtenAt: 0,
});
const entry: Task = {
  what: 'site',
  act: 'accesses',
  post: 'p',
  body: { at, who: 'POLICE', people: 2, reason: '점검' },
};

it('gaps come first, then the round that is due soonest, what is not watched last', () => {
  const order = [
    storage('cleared', { state: 'CLEARED' }),
    storage('later', { roundDue: '2026-05-30T03:00:00Z' }),
    storage('gaps', { gaps: 2 }),
    storage('sooner', { roundDue: '2026-05-30T02:00:00Z' }),
  ].sort(byNeed);
  expect(order.map(({ id }) => id)).toEqual(['gaps', 'sooner', 'later', 'cleared']);
});

it('a missed round is over once one was made; another seal only once somebody explained it', () => {
  expect(isOpen(gap)).toBe(true);
  expect(isOpen({ ...gap, until: at })).toBe(false);
  expect(isOpen({ ...gap, gapKind: 'SEAL_CHANGED', until: at })).toBe(true);
  expect(isOpen({ ...gap, gapKind: 'SEAL_CHANGED', until: at, explainedBy: {} })).toBe(false);
});

it('the stages of a count follow each other to the last', () => {
  expect(nextStage({})).toBe('PREPARED');
  expect(nextStage({ stage: 'COUNTING' })).toBe('ENDED');
  expect(nextStage({ stage: 'STOOD_DOWN' })).toBeUndefined();
});

it('who is inside a storage: what the picture says, and what waits on this phone', () => {
  const known: StorageAccess = {
    kind: 'storage-access',
    id: 'theirs',
    seq: 1,
    post: 'p',
    unit: 'u',
    who: 'COMMISSION',
    people: 1,
    reason: '',
    enteredAt: at,
    recordedBy: {},
  };
  const ids = (items: readonly Item[]): string[] => enteredNow('p', [known], items).map(({ id }) => id);
  expect(ids([item('mine', entry)])).toEqual(['theirs', 'mine']);
  expect(ids([item('mine', entry, 'refused')])).toEqual(['theirs']);
  expect(ids([item('x', { what: 'access-exit', access: 'theirs', body: { at } })])).toEqual([]);
});

it('goes to the storage, the counting centre or the entry', () => {
  expect(pathOf(entry)).toBe('/storages/p/accesses');
  expect(pathOf({ what: 'site', act: 'stage', post: 'p', body: { at, stage: 'OPENED' } })).toBe(
    '/counting-centres/p/stage',
  );
  expect(pathOf({ what: 'access-exit', access: 'a', body: { at } })).toBe('/storage-accesses/a/exit');
  expect(happenedAt(entry)).toBe(at);
});

it('the strengths of cordons replace what stands there, under the time that is kept beside them', () => {
  const task: Task = { what: 'cordons', post: 'p/1', at, body: { cordons: [{ cordon: 'INSIDE', actual: 12 }] } };
  expect([pathOf(task), methodOf(task), happenedAt(task)]).toEqual(['/counting-centres/p%2F1/cordons', 'PUT', at]);
  expect(methodOf(entry)).toBe('POST');
  expect(standsAlready(task, new Problem(409, 'nothing-changed', ''))).toBe(true);
});
