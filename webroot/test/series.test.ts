import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawn, type Naming } from '../src/dashboard/chart/drawn.js';
import { charts, figuresOf } from '../src/dashboard/chart/specs.js';
import { aligned } from '../src/dashboard/chart/stacking.js';
import {
  bucketMillis,
  coarser,
  courseOf,
  extended,
  growth,
  joined,
  lastOf,
  stepFor,
  type SeriesAnswer,
} from '../src/core/series.js';

const begin = Date.parse('2026-06-03T05:00:00+09:00');
const naming: Naming = {
  kinds: ['CROWD', 'TRAFFIC', 'FIRE', 'OTHER'],
  kind: (code) => code,
  rest: 'rest',
  line: ({ word }) => word,
};

const answer = (first: number, values: readonly number[], unit = 'seoul'): SeriesAnswer => ({
  upTo: '1.0',
  at: new Date(begin + (first + values.length) * bucketMillis - 1).toISOString(),
  open: true,
  buckets: values.map((_, index) => new Date(begin + (first + index) * bucketMillis).toISOString()),
  units: [{ unit, figures: { 'incidents.total': values } }],
});

test('what comes later takes the place of the end that was held', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(1000), { minLength: 1, maxLength: 40 }), fc.nat(39), (values, at) => {
      const cut = at % values.length;
      const early = courseOf(answer(0, [...values.slice(0, cut), 7]));
      const late = courseOf(answer(cut, values.slice(cut)));
      if (early === undefined || late === undefined) throw new Error('both have buckets');
      const whole = joined(early, late);
      expect(whole?.units.get('seoul')?.['incidents.total']).toEqual(values);
      expect(whole?.length).toBe(values.length);
    }),
  );
});

test('courses that do not meet, or are of other units, are not joined', () => {
  const held = courseOf(answer(0, [1, 2]));
  const [apart, other, before] = [answer(4, [5]), answer(1, [3], 'busan'), answer(-2, [1, 1])].map(courseOf);
  if (!held || !apart || !other || !before) throw new Error('all have buckets');
  expect([apart, other, before].map((later) => joined(held, later))).toEqual([undefined, undefined, undefined]);
  expect(courseOf(answer(0, []))).toBeUndefined();
});

test('the live figure is the end, and stands for quiet buckets between', () => {
  const held = courseOf(answer(0, [1, 4]));
  if (held === undefined) throw new Error('it has buckets');
  const now = (): number => 9;
  expect(extended(held, 'seoul', lastOf(held) + 5, now).figures['incidents.total']).toEqual([1, 9]);
  expect(extended(held, 'seoul', lastOf(held) + 3 * bucketMillis, now).figures['incidents.total']).toEqual([
    1, 4, 4, 4, 9,
  ]);
  expect(extended(held, 'seoul', lastOf(held), () => undefined).figures['incidents.total']).toEqual([1, 4]);
});

test('growth is never less than none, and coarser buckets lose nothing', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(50), { minLength: 1, maxLength: 200 }),
      fc.constantFrom(1, 3, 6, 36, 144),
      (grown, step) => {
        const values = grown.reduce<number[]>((sums, value) => [...sums, (sums.at(-1) ?? 0) + value], []);
        expect(growth(values)).toEqual(grown);
        const made = coarser(begin, grown, step, 'sum');
        expect(made.values.reduce((a, b) => a + b, 0)).toBe(values.at(-1));
        expect((made.first + 9 * 3_600_000) % (step * bucketMillis)).toBe(0);
        expect(coarser(begin, values, step, 'last').values.at(-1)).toBe(values.at(-1));
      },
    ),
  );
  expect(growth([5, 3, 4])).toEqual([5, 0, 1]);
  expect(stepFor(18, 150)).toBe(1);
  expect(stepFor(144 * 24, 150)).toBe(36);
});

test('bars are the kinds that came most and all others, and add up to what was reported', () => {
  const figures = {
    'incidents.total': [2, 5, 9],
    'incidents.kind.CROWD': [1, 3, 3],
    'incidents.kind.OTHER': [1, 2, 6],
  };
  const spec = charts[0];
  if (spec === undefined) throw new Error('there are charts');
  const made = drawn(
    spec,
    { first: begin, figures, from: begin + bucketMillis, now: begin + 3 * bucketMillis, most: 150 },
    naming,
  );
  expect(made.lines.map(({ label, values }) => [label, values])).toEqual([
    ['CROWD', [2, 0]],
    ['rest', [1, 4]],
  ]);
  expect(made.times).toEqual([begin + bucketMillis, begin + 2 * bucketMillis]);
  expect(aligned(made).slice(1)).toEqual([
    [3, 4],
    [2, 0],
  ]);
});

test('a line ends now, not at the end of its bucket', () => {
  const spec = charts.find(({ id }) => id === 'routes');
  if (spec === undefined) throw new Error('there is one');
  const figures = { 'routes.moving': [1, 2], 'routes.stopped': [0, 1] };
  const now = begin + 1.5 * bucketMillis;
  const made = drawn(spec, { first: begin, figures, from: begin, now, most: 150 }, naming);
  expect(made.times).toEqual([begin + bucketMillis, now]);
  expect(made.lines[1]?.values).toEqual([1, 3]);
});

test('every figure is asked for once', () => {
  const asked = figuresOf(charts, naming.kinds);
  expect(new Set(asked).size).toBe(asked.length);
  expect(asked).toContain('incidents.kind.FIRE');
});
