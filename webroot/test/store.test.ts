import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change, Entity } from '../src/core/protocol.js';
import { seqOf } from '../src/core/protocol.js';
import { agrees, all, applyChange, emptyStore, one, type Store } from '../src/core/store.js';

const entity = (kind: string, id: string, seq: number, extra: object = {}): Entity => ({ kind, id, seq, ...extra });
const change = (after: string, upTo: string, put: Entity[] = [], drop: string[] = [], reset = false): Change => ({
  type: 'change',
  after,
  upTo,
  at: '2026-06-03T10:07:21.114Z',
  put,
  drop,
  ...(reset ? { reset } : {}),
});
const applied = (store: Store, frame: Change): Store => {
  const result = applyChange(store, frame);
  if (!result.applied) throw new Error('not applied');
  return result.store;
};
const start = applied(
  emptyStore,
  change('', '1.a', [entity('incident', 'x', 1), entity('unit', 'seoul', 1)], [], true),
);

describe('a change', () => {
  it('replaces whole entities by kind and id', () => {
    const store = applied(start, change('1.a', '2.b', [entity('incident', 'x', 2, { text: 'new' })]));
    expect(one(store, 'incident', 'x')).toEqual({ kind: 'incident', id: 'x', seq: 2, text: 'new' });
    expect(store.cursor).toBe('2.b');
  });

  it('removes dropped keys, also ids that hold a slash', () => {
    const with2 = applied(start, change('1.a', '2.b', [entity('incident', 'a/b', 2)]));
    const store = applied(with2, change('2.b', '3.c', [], ['incident/a/b', 'incident/x', 'incident/unheard-of']));
    expect(all(store, 'incident').size).toBe(0);
  });

  it('is refused when it does not continue at the cursor held', () => {
    expect(applyChange(start, change('0.z', '2.b'))).toEqual({ applied: false });
    expect(applyChange(start, change('1.b', '2.b'))).toEqual({ applied: false });
    expect(applyChange(emptyStore, change('', '2.b'))).toEqual({ applied: false });
  });

  it('with reset replaces everything, whatever after says', () => {
    const store = applied(start, change('999.z', '0.0', [entity('unit', 'busan', 0)], [], true));
    expect(all(store, 'incident').size).toBe(0);
    expect([...all(store, 'unit').keys()]).toEqual(['busan']);
    expect(store.cursor).toBe('0.0');
  });

  it('moves the cursor even when nothing in the view changed', () => {
    const store = applied(start, change('1.a', '2.b'));
    expect(store.cursor).toBe('2.b');
    expect(store.kinds.get('incident')).toBe(start.kinds.get('incident'));
  });

  it('leaves the store that it was applied to, and the maps of other kinds, as they were', () => {
    const store = applied(start, change('1.a', '2.b', [entity('incident', 'y', 2)], ['incident/x']));
    expect([...all(start, 'incident').keys()]).toEqual(['x']);
    expect(all(store, 'unit')).toBe(all(start, 'unit'));
  });

  it('keeps kinds that it does not know', () => {
    const store = applied(start, change('1.a', '2.b', [entity('directive', 'd', 2)]));
    expect(store.kinds.get('directive')?.get('d')).toBeDefined();
  });
});

describe('a tick', () => {
  const tick = (upTo: string) => ({ type: 'tick', upTo, at: '2026-06-03T10:07:23.020Z', age: 1 }) as const;
  it('agrees only with the cursor held', () => {
    expect(agrees(start, tick('1.a'))).toBe(true);
    expect(agrees(start, tick('1.b'))).toBe(false);
    expect(agrees(emptyStore, tick('1.a'))).toBe(false);
  });
});

it('seqOf reads the seq of a cursor and refuses what is none', () => {
  expect(seqOf('184219.9f3c1a2b3c4d5e6f')).toBe(184219);
  expect(seqOf(undefined)).toBe(-1);
  expect(seqOf('x')).toBe(-1);
});

// A house of few keys that is written and cut into frames anywhere; merged frames included.
const write = fc.record({
  kind: fc.constantFrom('incident', 'post', 'tally'),
  id: fc.constantFrom('1', '2', '3/4'),
  gone: fc.boolean(),
});

it('snapshot + changes = fresh snapshot, wherever the frames are cut', () => {
  fc.assert(
    fc.property(fc.array(write, { maxLength: 40 }), fc.array(fc.nat(40)), fc.nat(40), (writes, cuts, from) => {
      const snapshot = (upTo: number): Change => {
        const held = new Map<string, Entity>();
        writes.slice(0, upTo).forEach(({ kind, id, gone }, index) => {
          if (gone) held.delete(`${kind}/${id}`);
          else held.set(`${kind}/${id}`, entity(kind, id, index + 1));
        });
        return change('', `${String(upTo)}.h`, [...held.values()], [], true);
      };
      const first = Math.min(from, writes.length);
      let store = applied(emptyStore, snapshot(first));
      const stops = [...new Set(cuts.filter((cut) => cut > first && cut < writes.length))].sort((a, b) => a - b);
      let after = first;
      for (const upTo of [...stops, writes.length]) {
        const last = new Map(
          writes.slice(after, upTo).map((w, index) => [`${w.kind}/${w.id}`, { w, seq: after + index + 1 }]),
        );
        const put = [...last.values()].filter(({ w }) => !w.gone).map(({ w, seq }) => entity(w.kind, w.id, seq));
        const drop = [...last].filter(([, { w }]) => w.gone).map(([key]) => key);
        store = applied(store, change(`${String(after)}.h`, `${String(upTo)}.h`, put, drop));
        after = upTo;
      }
      expect(canonical(store)).toEqual(canonical(applied(emptyStore, snapshot(writes.length))));
    }),
  );
});

function canonical(store: Store): unknown {
  return [...store.kinds]
    .filter(([, entities]) => entities.size > 0)
    .map(([kind, entities]) => [kind, [...entities.values()].sort((a, b) => a.id.localeCompare(b.id))] as const)
    .sort(([a], [b]) => a.localeCompare(b));
}
