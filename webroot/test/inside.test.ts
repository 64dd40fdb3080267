import { expect, it } from 'vitest';
import { Problem } from '../src/core/api.js';
import type { Visit } from '../src/core/cases.js';
import { insideNow } from '../src/field/inside.js';
import type { Item } from '../src/field/outbox.js';
import { happenedAt, pathOf, standsAlready, tellsDeviceTime, type Task } from '../src/field/task.js';

const at = (clock: string): string => `2026-06-03T${clock}:00Z`;

const entry: Task = {
  what: 'visit',
  post: 'p',
  body: {
    askedBy: 'POLL_MANAGER',
    askedAt: at('01:00'),
    enteredAt: at('01:02'),
    officers: 2,
    inUniform: true,
    reason: '소란',
  },
};
const exit: Task = { what: 'visit-exit', visit: 'mine', body: { leftAt: at('01:09') } };
const item = (id: string, task: Task, state: Item['state'] = 'waiting'): Item => ({
  id,
  task,
  state,
  account: 'me',
  operation: 'o',
  place: '',
  writtenAt: 0,
});
const known = (id: string, change: Partial<Visit> = {}): Visit => ({
  kind: 'visit',
  id,
  seq: 1,
  post: 'p',
  unit: 'u',
  askedBy: 'OTHER',
  askedAt: at('00:50'),
  enteredAt: at('00:51'),
  officers: 3,
  inUniform: true,
  reason: '',
  recordedBy: { name: '남' },
  corrections: 0,
  ...change,
});
const ids = (visits: readonly Visit[], items: readonly Item[]): string[] =>
  insideNow('p', visits, items).map(({ id }) => id);

it('who is inside: what the picture says, and what waits on this phone', () => {
  expect(ids([], [])).toEqual([]);
  expect(ids([known('theirs')], [item('mine', entry)])).toEqual(['theirs', 'mine']);
  expect(ids([known('mine')], [item('mine', entry, 'sent')])).toEqual(['mine']);
  expect(ids([known('theirs', { post: 'other' })], [])).toEqual([]);
});

it('whoever left is inside no more, wherever that was recorded', () => {
  expect(ids([], [item('mine', entry), item('x', exit)])).toEqual([]);
  expect(ids([known('mine', { leftAt: at('01:05') })], [item('mine', entry, 'sent')])).toEqual([]);
  expect(ids([known('mine')], [item('x', exit, 'refused')])).toEqual(['mine']);
  expect(ids([], [item('mine', entry, 'refused')])).toEqual([]);
});

it('an entry and an exit go where they belong, with the clock of the device', () => {
  expect(pathOf(entry)).toBe('/posts/p/visits');
  expect(pathOf(exit)).toBe('/visits/mine/exit');
  expect([happenedAt(entry), happenedAt(exit)]).toEqual([at('01:02'), at('01:09')]);
  expect(tellsDeviceTime(entry) && tellsDeviceTime(exit)).toBe(true);
});

it('an exit that the room recorded first is done', () => {
  expect(standsAlready(exit, new Problem(409, 'already-there', ''))).toBe(true);
  expect(standsAlready(exit, new Problem(404, 'unknown-visit', ''))).toBe(false);
  expect(standsAlready(entry, new Problem(409, 'already-there', ''))).toBe(false);
});
