// @vitest-environment happy-dom
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Handover, RoutingRule, UpwardReport } from '../src/core/entities.js';
import { counted } from '../src/core/figures.js';
import { learn, line, unitLabel, unitName } from '../src/core/place.js';
import type { Entity, Incident, Unit } from '../src/core/protocol.js';
import { applyChange, emptyStore, type Store } from '../src/core/store.js';
import { linked } from '../src/dashboard/triage/facts.js';
import { offers, openItems } from '../src/dashboard/triage/handover.js';
import { above } from '../src/dashboard/triage/inquiries.js';
import { rulesOf, targetOf } from '../src/dashboard/triage/routing.js';
import { asItStands, ordinalWord, reportsOf, waiting } from '../src/dashboard/triage/upward.js';
import { speak } from '../src/i18n/index.js';

const storeOf = (...put: readonly Entity[]): Store => {
  const change = { type: 'change', after: '', upTo: '9.x', at: '2026-06-03T00:00:00Z', reset: true, put, drop: [] };
  const done = applyChange(emptyStore, change as Parameters<typeof applyChange>[1]);
  if (!done.applied) throw new Error('refused');
  return done.store;
};

const incident = (id: string, change: Partial<Incident> = {}): Incident => ({
  kind: 'incident',
  id,
  seq: 1,
  number: `서울강남-${id}`,
  unit: 'seoul-gangnam',
  incidentKind: 'OTHER',
  code: 3,
  text: '',
  status: 'REPORTED',
  occurredAt: '2026-06-03T00:00:00Z',
  recordedAt: '2026-06-03T00:01:00Z',
  source: 'PHONE',
  ...change,
});

const report = (id: string, change: Partial<UpwardReport> = {}): UpwardReport => ({
  kind: 'upward-report',
  id,
  seq: 5,
  incident: 'i',
  ordinal: 1,
  last: false,
  text: '',
  sent: asItStands(incident('i')),
  from: 'seoul-gangnam',
  to: 'seoul',
  sentAt: '2026-06-03T00:02:00Z',
  by: { name: '김' },
  ...change,
});

it('reports are called 1보, 2보 and 최종보', () => {
  expect([ordinalWord(1, false), ordinalWord(2, false), ordinalWord(3, true)]).toEqual(['1보', '2보', '최종보']);
  speak('en');
  expect(ordinalWord(2, false)).toBe('Report 2');
  speak('ko');
});

it('what waits to be received: the longest waiting first, mine apart from the others', () => {
  const store = storeOf(
    report('late', { sentAt: '2026-06-03T00:09:00Z' }),
    report('early'),
    report('done', { receivedAt: '2026-06-03T00:03:00Z' }),
    report('above', { to: 'npa' }),
  );
  const { mine, others } = waiting(store, 'seoul');
  expect(mine.map(({ id }) => id)).toEqual(['early', 'late']);
  expect(others.map(({ id }) => id)).toEqual(['above']);
});

it("an incident's reports are read anew when one of them changed, and only then", () => {
  const before = storeOf(report('a'), report('b', { incident: 'other' }));
  expect(reportsOf(before, 'i')).toBe(reportsOf(storeOf(report('b', { incident: 'other', seq: 8 }), report('a')), 'i'));
  expect(reportsOf(before, 'i')).not.toBe(reportsOf(storeOf(report('a', { seq: 7 })), 'i'));
});

it('a report shows the incident as it stands, without what has not happened yet', () => {
  expect(asItStands(incident('7', { resolvedAt: '2026-06-03T00:05:00Z' }))).toEqual({
    number: '서울강남-7',
    unit: 'seoul-gangnam',
    kind: 'OTHER',
    code: 3,
    status: 'REPORTED',
    veracity: 'UNVERIFIED',
    occurredAt: '2026-06-03T00:00:00Z',
    recordedAt: '2026-06-03T00:01:00Z',
    resolvedAt: '2026-06-03T00:05:00Z',
  });
});

it('a hand-over holds the open incidents of the unit itself, by clearance, the most urgent first', () => {
  const items = openItems(
    [
      incident('3'),
      incident('2', { code: 1 }),
      incident('4', { status: 'CLOSED' }),
      incident('5', { unit: 'seoul-mapo' }),
      incident('6', { clearance: 'PROTECTION' }),
      incident('1'),
    ],
    'seoul-gangnam',
  );
  const ids = [...items].map(([clearance, of]) => [clearance, of.map((item) => item.incident)]);
  expect(ids).toEqual([
    ['GENERAL', ['2', '1', '3']],
    ['PROTECTION', ['6']],
  ]);
  expect([...openItems([], 'seoul')]).toEqual([['GENERAL', []]]);
});

it('offers are the hand-overs that nobody has accepted', () => {
  const handover = (id: string, change: Partial<Handover>): Handover => ({
    kind: 'handover',
    id,
    seq: 1,
    unit: 'seoul',
    clearance: 'GENERAL',
    items: [],
    by: {},
    at: '2026-06-03T00:00:00Z',
    ...change,
  });
  const store = storeOf(
    handover('b', { clearance: 'PROTECTION' }),
    handover('a', {}),
    handover('old', { acceptedAt: '2026-06-03T00:00:00Z' }),
  );
  expect(offers(store).map(({ id }) => id)).toEqual(['a', 'b']);
});

it('routing chosen kind by kind sends each kind where the rules did', () => {
  const kinds = ['A', 'B', 'C', 'D'];
  const ruleSets = fc.array(
    fc.record({
      kinds: fc.uniqueArray(fc.constantFrom(...kinds), { minLength: 1 }),
      handling: fc.constantFrom('SITUATION', 'INVESTIGATION', 'CYBER'),
      atAgency: fc.boolean(),
    }),
  );
  fc.assert(
    fc.property(ruleSets, (held: readonly RoutingRule[]) => {
      const chosen = Object.fromEntries(
        kinds.map((kind) => {
          const { handling, atAgency } = targetOf(held, kind);
          return [kind, atAgency ? `${handling} agency` : handling];
        }),
      );
      const made = rulesOf(chosen);
      for (const kind of kinds) expect(targetOf(made, kind)).toEqual(targetOf(held, kind));
      const named = made.flatMap((rule) => rule.kinds);
      expect(new Set(named).size).toBe(named.length);
    }),
  );
});

it('what is counted for who is cleared only is added to what everybody sees', () => {
  const tally = (kind: string, id: string, more: object): Entity => ({ kind, id, seq: 1, ...more });
  const open = (n: number, at?: string): object => ({
    figures: { 'incidents.open': n },
    ...(at === undefined ? {} : { oldestUnacknowledged: at }),
  });
  const store = storeOf(
    tally('tally', 'seoul', open(2, '2026-06-03T00:05:00Z')),
    tally('tally-protection', 'seoul', open(1, '2026-06-03T00:01:00Z')),
    tally('tally-restricted', 'seoul', { figures: { 'incidents.total': 4 } }),
    tally('tally', 'busan', open(7)),
    tally('tally-restricted', 'jeju', open(3)),
  );
  expect(counted(store, 'seoul')).toEqual({
    figures: { 'incidents.open': 3, 'incidents.total': 4 },
    oldestUnacknowledged: '2026-06-03T00:01:00Z',
  });
  expect(counted(store, 'busan')?.figures).toEqual({ 'incidents.open': 7 });
  expect(counted(store, 'jeju')?.figures).toEqual({ 'incidents.open': 3 });
  expect(counted(store, 'daegu')).toBeUndefined();
});

it('a unit outside the view is called by its name once the tree is known, and is not taken for one below', () => {
  const far = {
    kind: 'unit',
    id: 'far-station',
    seq: 0,
    parent: 'far',
    unitKind: 'STATION',
    label: '먼서',
    korean: '먼경찰서',
  };
  expect(unitLabel(emptyStore, 'far-station')).toBe('far-station');
  learn([far as unknown as Unit]);
  expect([unitLabel(emptyStore, 'far-station'), unitName(emptyStore, 'far-station')]).toEqual(['먼서', '먼경찰서']);
  expect(line(emptyStore, 'far-station')).toEqual([]);
});

it('a unit and all above it see an incident already', () => {
  const unit = (id: string, parent?: string): Unit =>
    ({ kind: 'unit', id, seq: 0, ...(parent === undefined ? {} : { parent }) }) as Unit;
  const tree = [unit('npa'), unit('seoul', 'npa'), unit('seoul-mapo', 'seoul')];
  expect(above(tree, 'seoul-mapo')).toEqual(['seoul-mapo', 'seoul', 'npa']);
  expect(above(tree, 'elsewhere')).toEqual([]);
});

it('only pages of the net become links', () => {
  expect(linked(undefined)).toBe('');
  expect(linked('javascript:alert(1)')).toBe('javascript:alert(1)');
  expect(typeof linked('https://example.org/a')).toBe('object');
});
