import { describe, expect, it } from 'vitest';
import { Departures, newest, type Happened } from '../src/core/changes.js';
import type { Entity } from '../src/core/protocol.js';
import { applyChange, emptyStore, type Store } from '../src/core/store.js';

const minute = (m: number): string => `2026-06-03T00:${String(m).padStart(2, '0')}:00Z`;
const now = Date.parse(minute(30));
const bounds = { most: 50, withinMillis: 3_600_000 };

function picture(at: number, ...put: object[]): Store {
  const frame = {
    type: 'change' as const,
    after: '',
    upTo: `${String(at)}.0`,
    at: minute(at),
    reset: true,
    put: put as Entity[],
    drop: [],
  };
  const result = applyChange(emptyStore, frame);
  if (!result.applied) throw new Error('a reset fits');
  return result.store;
}

const incident = (id: string, recordedAt: string, more: object = {}): object => ({
  kind: 'incident',
  id,
  seq: 1,
  unit: 'seoul',
  code: 2,
  recordedAt,
  ...more,
});
const keys = (list: readonly Happened[]): string[] => list.map(({ key }) => key);

describe('what changed', () => {
  it('is the newest first, of all kinds, one line each', () => {
    const store = picture(
      30,
      incident('a', minute(1), { escalatedAt: minute(9) }),
      { kind: 'level', id: 'l', seq: 1, unit: 'seoul', state: 'IN_FORCE', level: 'A', from: minute(5) },
      { kind: 'silence', id: 'seoul', seq: 1, since: minute(7) },
      { kind: 'directive', id: 'd', seq: 1, issuedAt: minute(8) },
    );
    expect(keys(newest(store, [], now, bounds))).toEqual([
      'escalated a',
      'directed d',
      `silent seoul ${minute(7)}`,
      'inForce l',
      'reported a',
    ]);
  });

  it('is bounded by number and by age, and knows no future', () => {
    const store = picture(
      30,
      ...Array.from({ length: 9 }, (_, i) => incident(String(i), minute(i))),
      incident('later', minute(31)),
    );
    expect(keys(newest(store, [], now, { ...bounds, most: 2 }))).toEqual(['reported 8', 'reported 7']);
    expect(newest(store, [], now, { most: 50, withinMillis: 23 * 60_000 })).toHaveLength(1);
  });

  it('keeps what left the picture, once, and says it as the picture does while it stands', () => {
    const seen = new Departures();
    seen.see(picture(1, incident('a', minute(0)), { kind: 'silence', id: 'seoul', seq: 1, since: minute(0) }));
    const after = picture(4);
    seen.see(after);
    seen.see(after);
    expect(keys(newest(after, seen.remembered, now, bounds))).toEqual(['closed a', `heard seoul ${minute(0)}`]);
    const closed = picture(5, incident('a', minute(0), { closedAt: minute(3) }));
    const said = newest(closed, seen.remembered, now, bounds).find(({ key }) => key === 'closed a');
    expect(said?.at).toBe(Date.parse(minute(3)));
  });

  it('takes the empty store between two views for no departure', () => {
    const seen = new Departures();
    seen.see(picture(1, incident('a', minute(0))));
    seen.see(emptyStore);
    seen.see(picture(2));
    expect(seen.remembered).toEqual([]);
  });
});
