// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { againMillis, silentBell, strike } from '../src/core/alarm-bell.js';
import { causesOf } from '../src/core/alarm-causes.js';
import { alarms, many, noteId, type Alarm, type AlarmAcknowledgement, type AlarmKind } from '../src/core/alarms.js';
import { nothingMissed, summary } from '../src/core/summary.js';
import type { Entity } from '../src/core/protocol.js';
import { applyChange, emptyStore, type Store } from '../src/core/store.js';

const at = (minutes: number): string => new Date(Date.UTC(2026, 5, 3, 1, minutes)).toISOString();
const ms = (minutes: number): number => Date.parse(at(minutes));

const unit = (id: string, unitKind: string, parent?: string): Entity =>
  ({ kind: 'unit', id, seq: 1, unitKind, parent, korean: id, english: id, label: id, order: 1 }) as Entity;
const tree = [
  unit('npa', 'HQ'),
  unit('seoul', 'AGENCY', 'npa'),
  unit('gangnam', 'STATION', 'seoul'),
  unit('mapo', 'STATION', 'seoul'),
  unit('jongno', 'STATION', 'seoul'),
];
const operation = { kind: 'operation', id: 'o', seq: 1, state: 'OPEN', name: '', operationKind: 'DRILL' } as Entity;

function storeOf(...put: readonly Entity[]): Store {
  const all = [operation, ...tree, ...put];
  const change = { type: 'change', after: '', upTo: '9.x', at: at(0), reset: true, put: all, drop: [] };
  const done = applyChange(emptyStore, change as Parameters<typeof applyChange>[1]);
  if (!done.applied) throw new Error('refused');
  return done.store;
}

const incident = (id: string, change: object = {}): Entity =>
  ({
    kind: 'incident',
    id,
    seq: 2,
    number: id,
    unit: 'gangnam',
    incidentKind: 'OTHER',
    code: 0,
    text: '',
    status: 'REPORTED',
    occurredAt: at(0),
    recordedAt: at(0),
    source: 'PHONE',
    ...change,
  }) as Entity;

const silence = (id: string, change: object = {}): Entity =>
  ({
    kind: 'silence',
    id,
    seq: 3,
    late: 0,
    neverReported: 0,
    lostContact: 1,
    posts: 9,
    since: at(0),
    lostAt: at(0),
    ...change,
  }) as Entity;

const note = (room: string, alarmKind: AlarmKind, subject: string, since: string): AlarmAcknowledgement => ({
  kind: 'alarm-acknowledgement',
  id: noteId(room, alarmKind, subject),
  seq: 4,
  unit: room,
  alarmKind,
  subject,
  since,
  by: { name: '김경위', unit: room },
  at: at(9),
});

const said = (list: readonly Alarm[]): string[] =>
  list.map(({ kind, subject, severity, noted }) => `${kind} ${subject} ${String(severity)}${noted ? ' noted' : ''}`);

describe('what alarms whom', () => {
  it('a code 0 at once, a code 1 when nobody acknowledged it in time, nothing else: for its own room only', () => {
    const store = storeOf(incident('a'), incident('b', { code: 1 }), incident('c', { code: 2 }));
    expect(said(alarms(store, 'gangnam', ms(1)))).toEqual(['INCIDENT_CODE_0 incident/a 1']);
    expect(said(alarms(store, 'gangnam', ms(3)))).toEqual([
      'INCIDENT_CODE_0 incident/a 1',
      'INCIDENT_CODE_1 incident/b 1',
    ]);
    for (const other of ['seoul', 'npa', 'mapo']) expect(alarms(store, other, ms(60))).toEqual([]);
    expect(alarms(storeOf(incident('a', { status: 'ACKNOWLEDGED', acknowledgedAt: at(1) })), 'gangnam', ms(5))).toEqual(
      [],
    );
  });

  it('an escalated one whoever was told, its owner included, for as long as it waits', () => {
    const escalated = { code: 3, escalatedTo: 'seoul', escalatedAt: at(15) };
    const store = storeOf(incident('a', escalated));
    expect(said(alarms(store, 'seoul', ms(16)))).toEqual(['INCIDENT_ESCALATED incident/a 2']);
    expect(said(alarms(store, 'gangnam', ms(16)))).toEqual(['INCIDENT_ESCALATED incident/a 2']);
    expect(alarms(store, 'npa', ms(16))).toEqual([]);
    expect(alarms(store, 'mapo', ms(16))).toEqual([]);
    const acknowledged = { ...escalated, status: 'ACKNOWLEDGED', acknowledgedAt: at(17) };
    expect(alarms(storeOf(incident('a', acknowledged)), 'seoul', ms(18))).toEqual([]);
    // Told because nobody judged it: acknowledging is no answer to that.
    const unjudged = { ...acknowledged, acknowledgedAt: at(1), veracity: 'UNVERIFIED' };
    expect(alarms(storeOf(incident('a', unjudged)), 'seoul', ms(18))).toHaveLength(1);
    expect(alarms(storeOf(incident('a', { ...unjudged, veracity: 'CONFIRMED' })), 'seoul', ms(18))).toEqual([]);
  });

  it('lost posts their station at once, the agency when nobody took note, an outage as one', () => {
    const store = storeOf(silence('gangnam'));
    expect(said(alarms(store, 'gangnam', ms(0)))).toEqual(['LOST_CONTACT silence/gangnam 2']);
    expect(alarms(store, 'seoul', ms(29))).toEqual([]);
    expect(alarms(store, 'seoul', ms(30))).toHaveLength(1);
    expect(alarms(store, 'npa', ms(600))).toEqual([]);
    const noted = storeOf(silence('gangnam', { acknowledgedAt: at(2), acknowledgedBy: { name: '박' } }));
    expect(said(alarms(noted, 'gangnam', ms(60)))).toEqual(['LOST_CONTACT silence/gangnam 2 noted']);
    expect(alarms(noted, 'seoul', ms(60))).toEqual([]);
    const outage = storeOf(silence('gangnam'), silence('seoul', { outage: true, lostContact: 0, lostAt: null }));
    expect(said(alarms(outage, 'seoul', ms(60)))).toEqual(['OUTAGE silence/seoul 1']);
    expect(said(alarms(outage, 'gangnam', ms(60)))).toEqual(['LOST_CONTACT silence/gangnam 2']);
    expect(alarms(storeOf(silence('gangnam', { lostContact: 0, late: 3, lostAt: null })), 'gangnam', ms(60))).toEqual(
      [],
    );
  });

  it('nobody once the operation is over', () => {
    const store = storeOf(incident('a'), { ...operation, state: 'CLOSED' } as Entity);
    expect(alarms(store, 'gangnam', ms(60))).toEqual([]);
  });
});

describe('taking note', () => {
  it('ends the sound, not the alarm, and is of that cause only', () => {
    const noted = [incident('a'), note('gangnam', 'INCIDENT_CODE_0', 'incident/a', at(0))];
    const [alarm] = alarms(storeOf(...noted), 'gangnam', ms(9));
    expect(alarm?.noted).toEqual({ at: ms(9), by: { name: '김경위', unit: 'gangnam' } });
    const worse = [incident('a', { escalatedTo: 'seoul', escalatedAt: at(4) }), ...noted.slice(1)];
    expect(said(alarms(storeOf(...worse), 'gangnam', ms(9)))).toEqual(['INCIDENT_ESCALATED_URGENT incident/a 1']);
    const raised = [incident('a', { code: 0 }), note('gangnam', 'INCIDENT_CODE_1', 'incident/a', at(8))];
    expect(alarms(storeOf(...raised), 'gangnam', ms(9))[0]?.noted).toBeUndefined();
    const reopened = [incident('a', { waitingSince: at(5) }), ...noted.slice(1)];
    expect(alarms(storeOf(...reopened), 'gangnam', ms(9))[0]?.noted).toBeUndefined();
    const another = [incident('a'), note('seoul', 'INCIDENT_CODE_0', 'incident/a', at(0))];
    expect(alarms(storeOf(...another), 'gangnam', ms(9))[0]?.noted).toBeUndefined();
  });

  it('of many is of all that had begun; one that comes later is loud beside them', () => {
    const lost = ['gangnam', 'mapo', 'jongno'].map((id, n) => silence(id, { lostAt: at(n) }));
    const [group, ...none] = alarms(storeOf(...lost), 'seoul', ms(60));
    expect(none).toEqual([]);
    expect([group?.subject, group?.since, group?.causes.length]).toEqual(['unit/seoul', ms(32), many]);
    const known = note('seoul', 'LOST_CONTACT', 'unit/seoul', at(32));
    expect(alarms(storeOf(...lost, known), 'seoul', ms(60)).map(({ noted }) => noted !== undefined)).toEqual([true]);
    const worse = [...lost.slice(0, 2), silence('jongno', { lostAt: at(10) }), known];
    const after = alarms(storeOf(...worse), 'seoul', ms(60));
    expect(said(after)).toEqual([
      'LOST_CONTACT silence/jongno 2',
      'LOST_CONTACT silence/gangnam 2 noted',
      'LOST_CONTACT silence/mapo 2 noted',
    ]);
  });
});

const anyEntity = fc.oneof(
  fc
    .record({ id: fc.constantFrom('a', 'b', 'c', 'd', 'e'), code: fc.nat(3), minutes: fc.nat(20), told: fc.boolean() })
    .map(({ id, code, minutes, told }) =>
      incident(id, {
        code,
        recordedAt: at(minutes),
        ...(told ? { escalatedTo: 'seoul', escalatedAt: at(minutes + 2) } : {}),
      }),
    ),
  fc
    .record({ id: fc.constantFrom('gangnam', 'mapo', 'jongno', 'seoul'), outage: fc.boolean(), minutes: fc.nat(20) })
    .map(({ id, outage, minutes }) => silence(id, { outage, lostAt: at(minutes) })),
);
const anyNote = fc
  .record({
    room: fc.constantFrom('gangnam', 'seoul', 'npa'),
    kind: fc.constantFrom<AlarmKind>('INCIDENT_CODE_0', 'INCIDENT_ESCALATED', 'LOST_CONTACT', 'OUTAGE'),
    subject: fc.constantFrom('incident/a', 'incident/b', 'silence/gangnam', 'unit/seoul', 'unit/gangnam'),
    minutes: fc.nat(60),
  })
  .map(({ room, kind, subject, minutes }) => note(room, kind, subject, at(minutes)));

it('no alarm disappears while its cause lasts, whatever was taken note of; each cause stands in exactly one', () => {
  fc.assert(
    fc.property(
      fc.array(anyEntity, { maxLength: 12 }),
      fc.array(anyNote, { maxLength: 12 }),
      fc.constantFrom('gangnam', 'seoul', 'npa'),
      fc.nat(60),
      (entities, notes, room, minutes) => {
        const store = storeOf(...entities, ...notes);
        const found = tree.find(({ id }) => id === room);
        const causes = causesOf({ store, room: found as never, now: ms(minutes) });
        const key = ({ kind, subject }: { kind: string; subject: string }): string => `${kind} ${subject}`;
        const shown = alarms(store, room, ms(minutes)).flatMap((alarm) => alarm.causes);
        expect(shown.map(key).sort()).toEqual(causes.map(key).sort());
        const quiet = alarms(storeOf(...entities), room, ms(minutes)).flatMap((alarm) => alarm.causes);
        expect(shown.map(key).sort()).toEqual(quiet.map(key).sort());
      },
    ),
  );
});

describe('the bell', () => {
  const [alarm] = alarms(storeOf(incident('a')), 'gangnam', ms(1));
  const grave = alarm as Alarm;
  const soft: Alarm = { ...grave, key: 's', severity: 2, causes: [{ ...grave.causes[0], subject: 's' } as never] };

  it('rings at once, again while the gravest is not taken note of, and then no more', () => {
    const first = strike(silentBell, [grave, soft], 0);
    expect([first.tone, first.fresh.length]).toEqual([1, 2]);
    const early = strike(first.bell, [grave, soft], againMillis - 1);
    expect([early.tone, early.fresh.length]).toEqual([undefined, 0]);
    expect(strike(early.bell, [grave, soft], againMillis).tone).toBe(1);
    const noted = strike(early.bell, [{ ...grave, noted: { at: 1 } }, soft], againMillis);
    expect(noted.tone).toBeUndefined();
  });

  it('is soft for the lesser, once; a cause that got worse is new', () => {
    const first = strike(silentBell, [soft], 0);
    expect(first.tone).toBe(2);
    expect(strike(first.bell, [soft], 10 * againMillis).tone).toBeUndefined();
    const worse = { ...soft, causes: soft.causes.map((cause) => ({ ...cause, since: cause.since + 1 })) };
    expect(strike(first.bell, [worse], 1).tone).toBe(2);
  });
});

describe('what was missed', () => {
  const watch = (id: string, state: string): Entity =>
    ({ kind: 'watch', id, seq: 5, unit: 'gangnam', state }) as Entity;
  const where = { scope: 'gangnam', room: 'gangnam' };
  const look = (before: Store, after: Store): ReturnType<typeof summary> =>
    summary(before, after, {
      ...where,
      alarms: { before: alarms(before, 'gangnam', ms(1)), after: alarms(after, 'gangnam', ms(5)) },
    });

  it('says what came, ended, fell silent and was heard of again', () => {
    const before = storeOf(incident('a'), incident('b', { code: 3 }), watch('1', 'REPORTING'), watch('2', 'LATE'));
    const after = storeOf(
      incident('b', { code: 3, status: 'CLOSED' }),
      incident('c', { code: 0, unit: 'mapo' }),
      incident('d', { code: 3 }),
      watch('1', 'LOST_CONTACT'),
      watch('2', 'REPORTING'),
      { kind: 'level', id: 'l', seq: 6, unit: 'seoul', level: 'B', state: 'IN_FORCE', from: at(0) } as Entity,
    );
    const it = look(before, after);
    expect([it.added, it.ended, it.lost, it.back]).toEqual([[1, 0, 0, 1, 0], 2, 1, 1]);
    expect(it.level).toEqual({ before: 'NORMAL', after: 'B' });
    expect([it.begun, it.over]).toEqual([0, 1]);
    expect(nothingMissed(it)).toBe(false);
  });

  it('says that nothing changed', () => {
    const store = storeOf(incident('a'), watch('1', 'REPORTING'));
    expect(nothingMissed(look(store, store))).toBe(true);
  });
});
