import { describe, expect, it } from 'vitest';
import type { Deployment } from '../src/core/entities.js';
import type { Post } from '../src/core/protocol.js';
import { circuits, mine, nextStop, runs, type Circuit } from '../src/field/circuit.js';
import type { Item } from '../src/field/outbox.js';
import type { Task } from '../src/field/task.js';

const at = (clock: string): string => `2026-06-03T${clock}:00Z`;
const millis = (clock: string): number => Date.parse(at(clock));
const post = (id: string): Post => ({ kind: 'post', id, seq: 1, unit: 'seoul-mapo', name: id }) as unknown as Post;
const deployment = (id: string, posts: readonly string[], more: Partial<Deployment> = {}): Deployment =>
  ({
    kind: 'deployment',
    id,
    posts,
    unit: 'seoul-mapo',
    state: 'PLANNED',
    from: at('06:00'),
    until: at('18:00'),
    ...more,
  }) as Deployment;
const item = (task: Task, state: Item['state'] = 'waiting'): Item => ({
  id: 'i',
  account: 'a',
  operation: 'o',
  task,
  place: '',
  writtenAt: 0,
  state,
});
const arrived = (id: string, clock: string, state?: Item['state']): Item =>
  item({ what: 'check-in', body: { post: id, occurredAt: at(clock) } }, state);

const round: Circuit = { id: 'r', stops: ['가', '나', '다'].map(post), from: at('06:00'), until: at('18:00') };

describe('rounds of several posts', () => {
  it('are those of the unit with several known posts that are not over', () => {
    const all = [
      deployment('one', ['가']),
      deployment('late', ['가', '나'], { from: at('12:00') }),
      deployment('round', ['가', '나', '다']),
      deployment('over', ['가', '나'], { state: 'RELIEVED' }),
      deployment('away', ['가', '나'], { unit: 'seoul-gangnam' }),
      deployment('unknown', ['가', '?']),
    ];
    const known = (id: string): Post | undefined => (id === '?' ? undefined : post(id));
    expect(circuits(all, known, 'seoul-mapo').map(({ id }) => id)).toEqual(['round', 'late']);
  });

  it('are offered from two hours before their shift to its end', () => {
    expect([millis('03:59'), millis('04:00'), millis('17:59'), millis('18:00')].map((now) => runs(round, now))).toEqual(
      [false, true, true, false],
    );
  });

  it('are gone by who checked in there, before what was chosen on the device', () => {
    const other = { ...round, id: 'other' };
    const now = millis('10:00');
    const present = { post: '가', deployment: 'other', at: at('09:00') };
    expect(mine([round, other], present, 'r', now)?.id).toBe('other');
    expect(mine([round, other], undefined, 'r', now)?.id).toBe('r');
    expect(mine([round, other], undefined, undefined, now)).toBeUndefined();
    expect(mine([round], undefined, 'r', millis('19:00'))).toBeUndefined();
  });

  it('go on after where he last was, what waits included, and begin anew', () => {
    const next = (...items: Item[]): unknown => nextStop(round, undefined, items)?.stop.id;
    expect(next()).toBe('가');
    expect(next(arrived('가', '07:00'))).toBe('나');
    expect(next(arrived('나', '07:30'), arrived('가', '07:00'))).toBe('다');
    expect(next(arrived('다', '08:00'))).toBe('가');
    expect(next(arrived('나', '07:30', 'refused'), arrived('가', '07:00'))).toBe('나');
    expect(next(arrived('다', '03:00'))).toBe('가');
    expect(next(arrived('elsewhere', '09:00'), arrived('가', '07:00'))).toBe('나');
    expect(next(item({ what: 'post-report', post: '나', body: { kind: 'NIL', occurredAt: at('09:00') } }))).toBe('다');
    const present = { post: '나', at: at('10:00') };
    expect(nextStop(round, present, [arrived('가', '09:00')])).toMatchObject({ place: 3, of: 3 });
  });
});
