import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Backoff } from '../src/core/backoff.js';
import { daysLeft, koreanDay, personsOf } from '../src/core/cases.js';
import { ServerClock } from '../src/core/clock.js';
import { duration, fromField, moment, number, time, toField } from '../src/core/format.js';
import { freshness } from '../src/core/freshness.js';
import { commandId } from '../src/core/id.js';
import { compare } from '../src/core/missed.js';
import type { Incident } from '../src/core/protocol.js';
import { arrange, nothing, sorted } from '../src/dashboard/order.js';
import { format, offered, pages, parse } from '../src/dashboard/route.js';

const incident = (id: string, change: Partial<Incident> = {}): Incident => ({
  kind: 'incident',
  id,
  seq: 1,
  number: id,
  unit: 'u',
  incidentKind: 'OTHER',
  code: 3,
  text: '',
  status: 'REPORTED',
  occurredAt: '2026-06-03T00:00:00Z',
  recordedAt: '2026-06-03T00:00:00Z',
  source: 'OFFICER',
  ...change,
});

describe('freshness', () => {
  it('is late over 6 s and stale over 15 s', () => {
    expect([undefined, 0, 6000, 6001, 15000, 15001].map((silence) => freshness(silence))).toEqual([
      'waiting',
      'live',
      'live',
      'late',
      'late',
      'stale',
    ]);
  });
});

describe('the clock', () => {
  it('follows the server, not the device', () => {
    let [monotonic, wall] = [0, 0];
    const clock = new ServerClock(
      () => monotonic,
      () => wall,
    );
    clock.hear('2026-06-03T10:00:00Z');
    monotonic += 1500;
    wall -= 3_600_000;
    expect(new Date(clock.now()).toISOString()).toBe('2026-06-03T10:00:01.500Z');
  });

  it("runs on at the operation's rate", () => {
    let monotonic = 0;
    const clock = new ServerClock(
      () => monotonic,
      () => 0,
    );
    clock.hear('2026-06-03T10:00:00Z', 60);
    monotonic += 2000;
    expect(new Date(clock.now()).toISOString()).toBe('2026-06-03T10:02:00.000Z');
  });

  it('counts the time that a device slept', () => {
    let [monotonic, wall] = [0, 0];
    const clock = new ServerClock(
      () => monotonic,
      () => wall,
    );
    const mark = clock.mark();
    monotonic += 2000;
    wall += 600_000;
    expect(clock.since(mark)).toBe(600_000);
  });
});

describe('order', () => {
  it('puts unacknowledged first by code, newest first within', () => {
    const list = [
      incident('closed', { status: 'CLOSED', code: 0 }),
      incident('old3', { recordedAt: '2026-06-03T00:00:01Z' }),
      incident('new3', { recordedAt: '2026-06-03T00:00:02Z' }),
      incident('open0', { status: 'ACKNOWLEDGED', code: 0 }),
      incident('waits0', { code: 0 }),
    ];
    expect(sorted(list, 'urgent').map(({ id }) => id)).toEqual(['waits0', 'new3', 'old3', 'open0', 'closed']);
  });

  it('while held no row moves; what is new waits; what left goes', () => {
    const before = arrange(nothing, [incident('a'), incident('b'), incident('c')], false, () => true);
    const after = arrange(before, [incident('new'), incident('c'), incident('a')], true, (id) => id !== 'b');
    expect(after).toEqual({ ids: ['a', 'c'], fresh: ['new'] });
  });

  it('shown and fresh together are what is wanted, each once', () => {
    const ids = fc.uniqueArray(fc.constantFrom<string>('a', 'b', 'c', 'd', 'e', 'f'));
    fc.assert(
      fc.property(ids, ids, fc.boolean(), (first, second, hold) => {
        const start = arrange(
          nothing,
          first.map((id) => incident(id)),
          false,
          () => true,
        );
        const end = arrange(
          start,
          second.map((id) => incident(id)),
          hold,
          (id) => second.includes(id),
        );
        expect([...end.ids, ...end.fresh].sort()).toEqual([...second].sort());
        const stayed = first.filter((id) => second.includes(id));
        if (hold) expect(end.ids).toEqual(stayed);
      }),
    );
  });
});

it('missed counts what came, changed and went', () => {
  const before = new Map([incident('a'), incident('b'), incident('c')].map((one) => [one.id, one]));
  const after = new Map([incident('a'), incident('b', { seq: 2 }), incident('d')].map((one) => [one.id, one]));
  expect(compare(before, after)).toEqual({ added: 1, changed: 1, gone: 1 });
});

describe('formats', () => {
  it('say Korean time whatever the device', () => {
    expect(time('2026-06-03T10:07:21Z')).toBe('19:07:21');
    expect(time('2026-06-02T15:00:00Z')).toBe('00:00:00');
    expect(moment('2026-06-03T10:07:21Z', Date.parse('2026-06-03T11:00:00Z'))).toBe('19:07');
    expect(moment('2026-06-02T10:07:21Z', Date.parse('2026-06-03T11:00:00Z'))).toBe('06-02 19:07');
  });

  it('count durations up', () => {
    expect([42_000, 250_000, 3_850_000, 90_000_000, -5].map(duration)).toEqual([
      '00:42',
      '04:10',
      '1:04:10',
      '1d 01:00',
      '00:00',
    ]);
    expect(number(184220)).toBe('184,220');
  });

  it('round-trip a time field', () => {
    expect(fromField(toField(Date.parse('2026-06-03T10:07:00Z')))).toBe('2026-06-03T10:07:00.000Z');
    expect(fromField('')).toBeUndefined();
  });
});

it('a route reads what it wrote', () => {
  const text = fc.option(fc.string({ minLength: 1 }), { nil: undefined });
  fc.assert(
    fc.property(
      text,
      text,
      text,
      fc.constantFrom('matrix', 'unassigned'),
      fc.boolean(),
      (operation, scope, id, page, open) => {
        const route = {
          page: page as 'matrix' | 'unassigned',
          open,
          ...(operation === undefined ? {} : { operation }),
          ...(scope === undefined ? {} : { scope }),
          ...(id === undefined ? {} : { incident: id }),
        };
        expect(parse(format(route).slice(1))).toEqual(route);
      },
    ),
  );
});

it('backoff doubles up to its most and never waits nothing', () => {
  const least = new Backoff(500, 15_000, () => 0);
  const most = new Backoff(500, 15_000, () => 1);
  expect([1, 2, 3].map(() => least.next())).toEqual([250, 500, 1000]);
  expect(Array.from({ length: 8 }, () => most.next()).at(-1)).toBe(15_000);
});

it('a command id is a UUID, with or without TLS', () => {
  const version4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
  expect(commandId()).toMatch(version4);
  const own = crypto.randomUUID;
  Object.defineProperty(crypto, 'randomUUID', { value: undefined, configurable: true });
  expect(commandId()).toMatch(version4);
  Object.defineProperty(crypto, 'randomUUID', { value: own, configurable: true });
});

describe('the days left of a limitation', () => {
  it('are counted in Korea, where the day begins nine hours before UTC', () => {
    expect(koreanDay(Date.parse('2026-12-01T14:59:59Z'))).toBe('2026-12-01');
    expect(daysLeft('2026-12-03', Date.parse('2026-12-01T14:59:59Z'))).toBe(2);
    expect(daysLeft('2026-12-03', Date.parse('2026-12-01T15:00:00Z'))).toBe(1);
    expect(daysLeft('2026-12-03', Date.parse('2026-12-03T14:59:59Z'))).toBe(0);
    expect(daysLeft('2026-12-03', Date.parse('2026-12-03T15:00:00Z'))).toBe(-1);
    expect(personsOf({ principals: 2, accomplices: 1, instigators: 3 })).toBe(6);
  });
});

describe('the pages of an account', () => {
  it('are all of them with the live picture, and those that need none without it', () => {
    expect(offered((action) => action === 'picture.see')).toEqual(
      Object.keys(pages).filter((page) => !['imports', 'cases', 'erasures'].includes(page)),
    );
    expect(offered((action) => action === 'picture.see' || action === 'case.see')).toContain('cases');
    expect(offered((action) => action === 'force.plan')).toEqual(['operation', 'imports']);
    expect(offered((action) => action === 'operation.manage')).toEqual(['operation']);
  });
});
