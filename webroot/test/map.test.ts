// @vitest-environment happy-dom
import fc from 'fast-check';
import data from 'virtual:map-data';
import { describe, expect, it } from 'vitest';
import { inside, outlinesOf, type Degrees } from '../src/core/map-data.js';
import { Cells, cellSide, nearest, type Look } from '../src/core/map-dots.js';
import { chances, Places } from '../src/core/map-places.js';
import { MapPosts } from '../src/core/map-posts.js';
import { spread, type Wish } from '../src/core/map-spread.js';
import type { Entity } from '../src/core/protocol.js';
import { applyChange, emptyStore, type Store } from '../src/core/store.js';
import { parse, format } from '../src/dashboard/route.js';
import { aside, pins, type PlacedIncident } from '../src/dashboard/map/incidents.js';
import { found } from '../src/dashboard/map/search.js';
import { segments, worst } from '../src/dashboard/map/symbols.js';
import { directed } from '../src/dashboard/map/words.js';
import { units } from './fake/tree.mjs';

const tree = units(261) as Entity[];
const plain = (at: Degrees): readonly [number, number] => at;
const places = new Places(data);
const put = (entities: readonly object[], from: Store = emptyStore, upTo = '1.a'): Store => {
  const change = { type: 'change', after: from.cursor ?? '', upTo, at: '', put: entities, drop: [] };
  const applied = applyChange(from, (from.cursor === undefined ? { ...change, reset: true } : change) as never);
  if (!applied.applied) throw new Error('not applied');
  return applied.store;
};
const post = (id: string, unit: string, more: object = {}): object => ({
  kind: 'post',
  id,
  unit,
  seq: 1,
  name: id,
  ...more,
});
const watch = (id: string, state: string): object => ({ kind: 'watch', id, state, seq: 1 });

describe('the map data', () => {
  it('has 17 provinces and a place for every unit of the roster', () => {
    expect(data.outlines.map(({ name }) => name)).toHaveLength(17);
    const without = tree.filter(({ id }) => id !== 'hq' && places.unit(id) === undefined);
    expect(without).toEqual([]);
    expect(new Set(Object.values(data.provinces)).size).toBe(17);
    expect(Object.keys(data.provinces)).toHaveLength(18);
  });

  it('closes around what lies in it and nothing else', () => {
    const named = (name: string): (typeof places.outlines)[number] =>
      places.outlines.find((outline) => outline.name === name) as (typeof places.outlines)[number];
    const cityHall: Degrees = [126.978, 37.5665];
    expect(inside(named('Seoul'), cityHall)).toBe(true);
    expect(inside(named('Busan'), cityHall)).toBe(false);
    expect(inside(named('Jeju-do'), [126.53, 33.38])).toBe(true);
    expect(outlinesOf(data).every(({ rings }) => rings.every((ring) => ring.length > 2))).toBe(true);
  });

  it('marks a point that stations share as schematic, and moves them apart', () => {
    expect(places.unit('seoul-songpa')?.certainty).toBe('district');
    expect(places.unit('seoul-gangnam')?.certainty).toBe('schematic');
    expect(places.unit('seoul-gangnam')?.at).not.toEqual(places.unit('seoul-suseo')?.at);
  });

  it('keeps every station near the ground of its province', () => {
    const far = Object.entries(data.places).filter(([code, [x, y]]) => {
      const agency = tree.find(({ id }) => id === code) as (Entity & { parent?: string }) | undefined;
      const box = places.outline(agency?.parent)?.box;
      return (
        box !== undefined &&
        (Number(x) < box[0] - 0.1 || Number(x) > box[2] + 0.1 || Number(y) < box[1] - 0.1 || Number(y) > box[3] + 0.1)
      );
    });
    // 군위 moved to the agency of 대구 in 2024; the outlines are older.
    expect(far.map(([code]) => code)).toEqual(['daegu-gunwi']);
  });
});

describe('generated places', () => {
  it('follow from the id alone, near the station', () => {
    fc.assert(
      fc.property(fc.uuid(), (id) => {
        const at = places.generated(id, 'seoul-songpa', 'seoul');
        expect(new Places(data).generated(id, 'seoul-songpa', 'seoul')).toEqual(at);
        const station = places.unit('seoul-songpa')?.at as Degrees;
        expect(Math.hypot((at?.[0] ?? 0) - station[0], (at?.[1] ?? 0) - station[1])).toBeLessThan(0.15);
      }),
    );
  });

  it('spreads evenly enough: no half of the numbers is empty', () => {
    const drawn = Array.from({ length: 400 }, (_, at) => chances(`post-${String(at)}`, 0));
    for (const axis of [0, 1] as const) {
      const low = drawn.filter((pair) => pair[axis] < 0.5).length;
      expect(low).toBeGreaterThan(150);
      expect(low).toBeLessThan(250);
    }
  });

  it('stand in for a new station near its agency', () => {
    const placed = places.unit('seoul-brand-new', 'seoul');
    expect(placed?.certainty).toBe('schematic');
    expect(places.unit('nowhere', 'nobody')).toBeUndefined();
  });
});

describe('posts on the map', () => {
  const sourced = { position: { latitude: 37.5, longitude: 127 } };
  const store = put([...tree, post('p1', 'seoul-songpa', sourced), post('p2', 'seoul-songpa'), watch('p1', 'LATE')]);

  it('have a dot only by sourced coordinates', async () => {
    const posts = await MapPosts.of(store, places, false, plain);
    expect(posts?.ids).toEqual(['p1']);
    expect(posts?.unplaced).toBe(1);
    expect(posts?.certainty('p1')).toBe('sourced');
    expect(posts?.certainty('p2')).toBeUndefined();
  });

  it('get generated ones in a drill, and say so', async () => {
    const posts = await MapPosts.of(store, places, true, plain);
    expect(posts?.unplaced).toBe(0);
    expect(posts?.certainty('p2')).toBe('generated');
  });

  it('tell only what changed', async () => {
    const posts = (await MapPosts.of(store, places, true, plain)) as MapPosts;
    expect(posts.changes(store)).toEqual([0]);
    expect(posts.changes(store)).toEqual([]);
    const later = put([watch('p2', 'LOST_CONTACT'), watch('p1', 'LATE')], store, '2.b');
    expect(posts.changes(later)).toEqual([1]);
    expect([...posts.states]).toEqual([3, 5]);
  });
});

describe('cells', () => {
  const look: Look = { west: 0, north: 500, resolution: 1, width: 700, height: 500, radius: 3 };
  const points = fc.array(fc.tuple(fc.integer({ min: -50, max: 750 }), fc.integer({ min: -50, max: 550 })), {
    maxLength: 60,
  });

  it('hold exactly the dots whose sprite touches them', () => {
    fc.assert(
      fc.property(points, (dots) => {
        const reach = 7;
        const cells = new Cells(Float64Array.from(dots.flat()), look, reach);
        for (let cell = 0; cell < cells.columns * cells.rows; cell++) {
          const left = (cell % cells.columns) * cellSide;
          const top = Math.floor(cell / cells.columns) * cellSide;
          const touching = dots.flatMap(([x, y], dot) => {
            const [px, py] = [x, 500 - y];
            const over =
              px + reach >= left && px - reach < left + cellSide && py + reach >= top && py - reach < top + cellSide;
            return over ? [dot] : [];
          });
          expect([...cells.in(cell)]).toEqual(touching);
        }
      }),
    );
  });

  it('find the dot that was meant', () => {
    const positions = Float64Array.of(0, 0, 10, 0, 10, 0);
    expect(nearest(positions, Uint8Array.of(2, 2, 5), [9, 0], 5)).toBe(2);
    expect(nearest(positions, Uint8Array.of(2, 2, 5), [30, 0], 5)).toBe(-1);
  });
});

describe('symbols', () => {
  const wish = fc.record({
    x: fc.integer({ min: 0, max: 600 }),
    y: fc.integer({ min: 0, max: 600 }),
    width: fc.constant(40),
    height: fc.constant(40),
  });

  it('are moved apart, the same way each time', () => {
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 18 }), (wishes: Wish[]) => {
        const at = spread(wishes);
        expect(spread(wishes)).toEqual(at);
        for (let i = 0; i < at.length; i++)
          for (let j = i + 1; j < at.length; j++) {
            const over = Math.max(
              Math.abs((at[i]?.x ?? 0) - (at[j]?.x ?? 0)),
              Math.abs((at[i]?.y ?? 0) - (at[j]?.y ?? 0)),
            );
            expect(over).toBeGreaterThan(30);
          }
      }),
    );
  });

  it('stay where there is room', () => {
    const wishes = [0, 100, 200].map((x) => ({ x, y: 0, width: 40, height: 40 }));
    expect(spread(wishes)).toEqual(wishes.map(({ x, y }) => ({ x, y })));
  });

  it('say the worst, and show each state that is there', () => {
    const share = { reporting: 998, late: 1, never: 0, lost: 1, signedOff: 0, before: 0 };
    expect(worst({ share })).toBe('lost');
    const parts = segments(share);
    expect(parts.map(({ state }) => state)).toEqual(['reporting', 'late', 'lost']);
    expect(parts.reduce((sum, { length }) => sum + length, 0)).toBeCloseTo(100);
    expect(Math.min(...parts.map(({ length }) => length))).toBeGreaterThan(3);
  });

  it('are reached by arrows', () => {
    const [a, b, c] = [
      { x: 0, y: 0 },
      { x: 50, y: 5 },
      { x: 0, y: 80 },
    ];
    expect(directed('ArrowRight', a, [a, b, c])).toBe(b);
    expect(directed('ArrowDown', a, [a, b, c])).toBe(c);
    expect(directed('ArrowLeft', a, [a, b, c])).toBeUndefined();
    expect(directed('j', a, [a, b, c])).toBeUndefined();
  });
});

it('counts incidents on one spot with the most urgent', () => {
  const placed = (id: string, at: Degrees): PlacedIncident => ({ incident: { id } as never, at, by: 'post' });
  const all = [
    placed('urgent', [10, 10]),
    placed('beside', [12, 12]),
    placed('elsewhere', [90, 10]),
    placed('outside', [900, 10]),
  ];
  const made = pins(all, plain, 20, 60, [100, 100]);
  expect(made.map(({ first, others }) => [first.incident.id, others.length])).toEqual([
    ['urgent', 1],
    ['elsewhere', 0],
  ]);
});

it('keeps incidents off the figures', () => {
  const rings = [
    { x: 0, y: 0 },
    { x: 30, y: 0 },
  ];
  expect(aside({ x: 100, y: 0 }, rings, 10)).toEqual({ x: 100, y: 0 });
  expect(aside({ x: 0, y: 4 }, rings, 10)).toEqual({ x: 0, y: 10 });
  const middle = aside({ x: 0, y: 0 }, rings, 10);
  expect(Math.hypot(middle.x, middle.y)).toBeCloseTo(10);
  const between = aside(
    { x: 12, y: 3 },
    [
      { x: 0, y: 0 },
      { x: 20, y: 0 },
    ],
    10,
  );
  expect(Math.hypot(between.x, between.y)).toBeGreaterThan(9.9);
  expect(Math.hypot(between.x - 20, between.y)).toBeGreaterThan(9.9);
});

it('finds units before posts', () => {
  const store = put([...tree, post('서울송파제1투표소', 'seoul-songpa')]);
  expect(found(store, '서울송파').map(({ target }) => Object.keys(target)[0])).toEqual(['unit', 'post']);
  expect(found(store, ' ')).toEqual([]);
});

it('keeps what the map points at in the address', () => {
  expect(format(parse('?page=map&focus=p1'))).toBe('/?page=map&focus=p1');
});
