// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import type { Centre, Overdue } from '../src/core/custody.js';
import type { Entity } from '../src/core/protocol.js';
import { emptyStore, type Store } from '../src/core/store.js';
import { centreRows, narrowed, sorted, sum } from '../src/dashboard/custody/centre-rows.js';
import { alarmsOf } from '../src/dashboard/custody/overdue-rows.js';
import { format, parse } from '../src/dashboard/route.js';

const store = (...entities: (Entity & Record<string, unknown>)[]): Store => {
  const kinds = new Map<string, Map<string, Entity>>();
  for (const entity of entities) kinds.set(entity.kind, (kinds.get(entity.kind) ?? new Map()).set(entity.id, entity));
  return { ...emptyStore, cursor: '1.a', kinds };
};
const centre = (id: string, change: Partial<Centre> = {}): Centre & Record<string, unknown> => ({
  kind: 'centre',
  id,
  seq: 1,
  unit: 'u',
  name: id,
  expected: 1,
  moving: 0,
  stopped: 0,
  arrived: 0,
  handedOver: 0,
  overdue: 0,
  boxes: { expected: 1, moving: 0, arrived: 0 },
  discrepancies: 0,
  ...change,
});
const held = store(
  centre('calm', { expected: 9 }),
  centre('late', { overdue: 1 }),
  centre('odd', { discrepancies: 1 }),
);

it('what does not fit comes first, then what is late; a head sorts otherwise', () => {
  const names = (by: 'attention' | 'expected' | 'place', turned = false): string[] =>
    sorted(centreRows(held), { by, turned }).map(({ id }) => id);
  expect(names('attention')).toEqual(['odd', 'late', 'calm']);
  expect(names('expected')).toEqual(['calm', 'late', 'odd']);
  expect(names('place', true)).toEqual(['odd', 'late', 'calm']);
  expect(sum(centreRows(held), ({ expected }) => expected)).toBe(11);
});

it('the board is narrowed to what needs a look, or to words', () => {
  const ids = (text: string, odd = false): string[] =>
    narrowed(centreRows(held), { text, kind: '', odd }).map(({ id }) => id);
  expect(ids('', true)).toEqual(['late', 'odd']);
  expect(ids(' CALM ')).toEqual(['calm']);
  expect(ids('nothing')).toEqual([]);
});

it('an agency’s alarm stands for those of its stations; what nobody noted comes first', () => {
  const unit = (id: string, parent?: string) => ({
    kind: 'unit',
    id,
    seq: 1,
    ...(parent === undefined ? {} : { parent }),
  });
  const alarm = (id: string, change: Partial<Overdue> = {}): Overdue & Record<string, unknown> => ({
    kind: 'overdue',
    id,
    seq: 1,
    departure: 1,
    checkpoint: 0,
    arrival: 0,
    handover: 0,
    units: 0,
    since: '2026-06-03T10:00:00Z',
    ...change,
  });
  const units = [unit('npa'), unit('seoul', 'npa'), unit('mapo', 'seoul'), unit('busan', 'npa')];
  const ids = (...alarms: (Overdue & Record<string, unknown>)[]): string[] =>
    alarmsOf(store(...units, ...alarms)).map(({ id }) => id);
  expect(ids(alarm('mapo'), alarm('seoul', { units: 12 }))).toEqual(['seoul']);
  expect(ids(alarm('mapo', { acknowledgedAt: '2026-06-03T10:05:00Z', departure: 9 }), alarm('busan'))).toEqual([
    'busan',
    'mapo',
  ]);
});

it('the address says which destination, route or box is open', () => {
  const said = '/?page=transport&centre=c&box=3-1';
  const route = parse(said.slice(1));
  expect(route).toMatchObject({ page: 'transport', centre: 'c', box: '3-1' });
  expect(format(route)).toBe(said);
});
