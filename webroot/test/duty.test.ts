// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { Codes } from '../src/core/codes.js';
import type { Deployment, Duty, Level, Muster, PostState, ReportPlan, Silence, Watch } from '../src/core/entities.js';
import { percent } from '../src/core/figures.js';
import { answered, fieldsOf, unanswered, type FormField } from '../src/core/forms.js';
import { arranged, compliance, effective, share, byDeadline } from '../src/core/levels.js';
import { nextPhase, operationTime } from '../src/core/operation.js';
import type { Entity, Operation } from '../src/core/protocol.js';
import { applyChange, emptyStore, type Store } from '../src/core/store.js';
import { dueAt, missing, silent } from '../src/core/watch.js';
import { levelActs, type Actor } from '../src/dashboard/level-acts.js';
import { ordered, rows } from '../src/dashboard/matrix-rows.js';
import { goal } from '../src/dashboard/keys.js';
import { alarming, alarms } from '../src/dashboard/silence.js';
import { ahead, standing } from '../src/field/duty.js';
import type { Item } from '../src/field/outbox.js';
import type { Task } from '../src/field/task.js';

const at = (clock: string): string => `2026-06-03T${clock}:00Z`;
const millis = (clock: string): number => Date.parse(at(clock));

const store = (...put: object[]): Store => {
  const frame = {
    type: 'change',
    after: '',
    upTo: '1.a',
    at: at('00:00'),
    reset: true,
    put: put as Entity[],
    drop: [],
  } as const;
  const result = applyChange(emptyStore, frame);
  return result.applied ? result.store : emptyStore;
};
const unit = (id: string, unitKind: string, parent: string | undefined, order: number) => ({
  kind: 'unit',
  id,
  seq: 1,
  unitKind,
  parent,
  label: id,
  korean: id,
  english: id,
  order,
});
const tree = [
  unit('hq', 'HQ', undefined, 0),
  unit('seoul', 'AGENCY', 'hq', 1),
  unit('gangnam', 'STATION', 'seoul', 2),
  unit('busan', 'AGENCY', 'hq', 3),
];
const level = (unit: string, code: string, change: Partial<Level> = {}): Level => ({
  kind: 'level',
  id: `${unit}-${code}`,
  seq: 1,
  unit,
  level: code,
  state: 'IN_FORCE',
  from: at('06:00'),
  reason: 'r',
  declaredAt: at('05:00'),
  ...change,
});

describe('the effective level', () => {
  it("is the highest of the unit's own and of those above it", () => {
    const held = store(...tree, level('hq', 'ALERT'), level('seoul', 'B'), level('gangnam', 'C'));
    const of = (code: string) => effective(held, code)?.level;
    expect(['hq', 'seoul', 'gangnam', 'busan'].map(of)).toEqual(['ALERT', 'B', 'B', 'ALERT']);
  });

  it('counts only what is in force, of one unit the highest', () => {
    const held = store(
      ...tree,
      level('hq', 'A', { state: 'PROPOSED' }),
      level('hq', 'B', { state: 'LIFTED' }),
      level('hq', 'C'),
      level('hq', 'READY'),
    );
    expect(effective(held, 'busan')?.level).toBe('C');
    expect(effective(store(...tree), 'busan')).toBeUndefined();
  });

  it('puts what is in force above what waits above what is over', () => {
    const states = arranged([
      level('a', 'A', { state: 'EXPIRED' }),
      level('b', 'A', { state: 'PLANNED' }),
      level('c', 'A', { state: 'PROPOSED' }),
      level('d', 'A'),
    ]).map(({ state }) => state);
    expect(states).toEqual(['IN_FORCE', 'PROPOSED', 'PLANNED', 'EXPIRED']);
  });
});

describe('what may be done with a declaration', () => {
  const above: Record<string, string[]> = { gangnam: ['seoul', 'hq'], seoul: ['hq'] };
  const actor = (change: Partial<Actor> = {}): Actor => ({
    account: 'me',
    home: 'hq',
    may: () => true,
    isAbove: (code, of) => above[of]?.includes(code) ?? false,
    ...change,
  });
  const proposed = level('seoul', 'A', {
    state: 'PROPOSED',
    needs: ['CONFIRMATION', 'APPROVAL'],
    declaredBy: { account: 'other' },
  });

  it('is confirmed by another, approved from above', () => {
    expect(levelActs(proposed, undefined, actor())).toEqual(['confirm', 'approve', 'refuse', 'lift']);
    expect(levelActs(proposed, undefined, actor({ home: 'seoul' }))).toEqual(['confirm', 'refuse', 'lift']);
    expect(levelActs(proposed, undefined, actor({ account: 'other' }))).toEqual(['lift']);
  });

  it('is nothing without permission, outside, or once it is over', () => {
    expect(levelActs(proposed, undefined, actor({ may: () => false }))).toEqual([]);
    expect(levelActs(proposed, undefined, actor({ home: 'busan' }))).toEqual([]);
    expect(levelActs({ ...proposed, state: 'REFUSED' }, undefined, actor())).toEqual([]);
  });

  it('is received once by a room that was ordered', () => {
    const own = { receivedAt: null } as Muster;
    expect(levelActs(level('hq', 'A'), own, actor({ home: 'gangnam' }))).toEqual(['receive']);
    expect(levelActs(level('hq', 'A'), { ...own, receivedAt: at('06:01') }, actor({ home: 'gangnam' }))).toEqual([]);
  });
});

describe('the muster rate', () => {
  it('is mustered of ordered, and nothing when nobody was ordered', () => {
    const room = (ordered: number, mustered: number, receivedAt?: string) =>
      ({ ordered, mustered, receivedAt }) as Muster;
    expect(compliance([room(100, 90, at('06:00')), room(50, 50)])).toEqual({
      rooms: 2,
      received: 1,
      ordered: 150,
      mustered: 140,
    });
    expect(percent(share(140, 150))).toBe('93.3 %');
    expect(percent(share(0, 0))).toBe('–');
  });

  it('is 100 % only when all are there', () => {
    expect(percent(share(9_999, 10_000))).toBe('99.9 %');
    expect(percent(share(10_000, 10_000))).toBe('100.0 %');
    expect(percent(share(29, 100))).toBe('29.0 %');
  });
});

const operation = { kind: 'operation', id: 'op', phase: 'VOTING', phaseSince: at('06:00') } as unknown as Operation;
const plan = {
  kind: 'report-plan',
  id: 'op',
  expected: [{ postKind: 'POLLING_PLACE', since: at('06:00'), everyMinutes: 60 }],
} as unknown as ReportPlan;
const watch = (change: Partial<Watch> = {}): Watch => ({
  kind: 'watch',
  id: 'p',
  seq: 1,
  unit: 'gangnam',
  postKind: 'POLLING_PLACE',
  state: 'REPORTING',
  ...change,
});

describe('the next report', () => {
  it('is due an interval after the newest, or after the kind began to report', () => {
    expect(dueAt(plan, watch())).toBe(millis('07:00'));
    expect(dueAt(plan, watch({ last: { kind: 'CHECK_IN', at: at('07:20') } }))).toBe(millis('08:20'));
    expect(dueAt(plan, watch({ last: { kind: 'NIL', at: at('05:10') } }))).toBe(millis('07:00'));
    expect(dueAt(plan, watch({ since: at('06:40') }))).toBe(millis('07:40'));
  });

  it('is not due without a line of the plan, nor after the end of this duty', () => {
    expect(dueAt(plan, watch({ postKind: 'RALLY' }))).toBeUndefined();
    expect(dueAt({ ...plan, expected: [] }, watch())).toBeUndefined();
    expect(dueAt(plan, watch({ last: { kind: 'SIGN_OFF', at: at('06:30') } }))).toBeUndefined();
    expect(dueAt(plan, watch({ last: { kind: 'SIGN_OFF', at: at('05:30') } }))).toBe(millis('07:00'));
    expect(dueAt(undefined, watch())).toBeUndefined();
  });

  it('names three silent states', () => {
    const states: PostState[] = ['IDLE', 'REPORTING', 'NEVER_REPORTED', 'LATE', 'LOST_CONTACT', 'SIGNED_OFF'];
    expect(states.filter(silent)).toEqual(['NEVER_REPORTED', 'LATE', 'LOST_CONTACT']);
  });
});

describe("the operation's clock", () => {
  it('runs at its rate from its anchor', () => {
    const clock = { anchor: at('00:00'), start: at('05:00'), rate: 60 };
    expect(operationTime(clock, millis('00:01'))).toBe(millis('06:00'));
    expect(operationTime(undefined, 7)).toBe(7);
  });

  it('finds the line that begins next', () => {
    const timetable = [
      { phase: 'COUNTING', from: at('20:30') },
      { phase: 'TRANSPORT', from: at('18:00') },
    ];
    const held = { ...operation, timetable };
    expect(nextPhase(held, millis('17:00'))?.phase).toBe('TRANSPORT');
    expect(nextPhase(held, millis('18:00'))?.phase).toBe('COUNTING');
    expect(nextPhase(held, millis('21:00'))).toBeUndefined();
  });
});

describe('the matrix', () => {
  const tally = (id: string, figures: Record<string, number>) => ({ kind: 'tally', id, seq: 1, figures });
  const held = store(
    ...tree,
    level('busan', 'A'),
    tally('seoul', {
      'posts.due': 10,
      'posts.reporting': 9,
      'posts.silent': 1,
      'people.onPost': 5,
      'people.due': 20,
      'muster.ordered': 4,
      'muster.mustered': 4,
    }),
    tally('busan', {
      'posts.due': 10,
      'posts.reporting': 4,
      'people.onPost': 19,
      'people.due': 20,
      'incidents.open.code0': 2,
    }),
  );

  it('has a row for each unit below, absent figures 0', () => {
    const [seoul, busan] = rows(held, 'hq');
    expect(seoul).toMatchObject({ unit: 'seoul', level: 'NORMAL', onPost: 5, planned: 20, silent: 1, muster: 1 });
    expect(busan).toMatchObject({ unit: 'busan', level: 'A', silent: 0, muster: undefined, codes: [2, 0, 0, 0, 0] });
  });

  it('is put in order by what needs a look, and back', () => {
    const by = (column: Parameters<typeof ordered>[1]['by'], turned = false) =>
      ordered(rows(held, 'hq'), { by: column, turned }).map((row) => row.unit);
    expect(by('unit')).toEqual(['seoul', 'busan']);
    expect(by('level')).toEqual(['busan', 'seoul']);
    expect(by('onPost')).toEqual(['seoul', 'busan']);
    expect(by('reporting')).toEqual(['busan', 'seoul']);
    expect(by('code0')).toEqual(['busan', 'seoul']);
    expect(by('code0', true)).toEqual(['seoul', 'busan']);
    expect(by('oldest')).toEqual(['seoul', 'busan']);
  });
});

it('an outage stands above all, what somebody noted below what nobody did', () => {
  const silence = (id: string, change: Partial<Silence>) =>
    ({ kind: 'silence', id, seq: 1, since: at('07:00'), ...change }) as Silence;
  const sorted = [
    silence('noted', { late: 9, acknowledgedAt: at('08:00') }),
    silence('few', { late: 1 }),
    silence('many', { late: 5 }),
    silence('outage', { lostContact: 3, outage: true, acknowledgedAt: at('08:00') }),
  ].sort(alarming);
  expect(sorted.map(({ id }) => id)).toEqual(['outage', 'many', 'few', 'noted']);
});

it('an outage swallows the alarms below it, and counts its whole subtree', () => {
  const silence = (id: string, change: Partial<Silence>) => ({
    kind: 'silence',
    id,
    seq: 1,
    since: at('07:00'),
    ...change,
  });
  const figures = { 'posts.lostContact': 40, 'posts.due': 50 };
  const held = store(
    ...tree,
    silence('seoul', { outage: true, lostContact: 0 }),
    silence('gangnam', { lostContact: 40 }),
    silence('busan', { late: 1 }),
    { kind: 'tally', id: 'seoul', seq: 1, figures },
  );
  expect(alarms(held).map(({ id, lostContact, posts }) => [id, lostContact, posts])).toEqual([
    ['seoul', 40, 50],
    ['busan', undefined, undefined],
  ]);
});

it('people are missing only from a deployment that is on post', () => {
  const deployment = (state: Deployment['state'], present: number) => ({ state, present, planned: 2 }) as Deployment;
  expect([deployment('ON_POST', 1), deployment('ON_POST', 3), deployment('PLANNED', 0)].map(missing)).toEqual([
    1, 0, 0,
  ]);
});

describe('the form of a situation report', () => {
  const option = (code: string) => ({ code, ko: code, en: code });
  const fields: FormField[] = [
    { code: 'queue', ko: '줄', en: 'Queue', required: true, options: [option('NONE'), option('LONG')] },
    { code: 'people', ko: '인원', en: 'People', required: true, min: 0, max: 500 },
    { code: 'waiting', ko: '대기', en: 'Waiting', min: 0, max: 9 },
  ];
  const form = (phases: string[], its: FormField[]) => ({
    code: 'F',
    ko: 'f',
    en: 'f',
    postKinds: ['POLLING_PLACE'],
    phases,
    fields: its,
  });
  const codes = { reportForms: [form(['VOTING'], fields), form([], [])] } as unknown as Codes;

  it('is the first that fits kind and phase; one without phases fits in all', () => {
    expect(fieldsOf(codes, 'POLLING_PLACE', 'VOTING')).toBe(fields);
    expect(fieldsOf(codes, 'POLLING_PLACE', undefined)).toEqual([]);
    expect(fieldsOf(codes, 'RALLY', 'VOTING')).toEqual([]);
    expect(fieldsOf(undefined, 'POLLING_PLACE', 'VOTING')).toEqual([]);
  });

  it('asks again for what is missing, unheard of or out of its range', () => {
    const asked = (answers: Record<string, string>) => unanswered(fields, answers).map(({ code }) => code);
    expect(asked({})).toEqual(['queue', 'people']);
    expect(asked({ queue: 'OTHER', people: '501', waiting: '1.5' })).toEqual(['queue', 'people', 'waiting']);
    expect(asked({ queue: 'LONG', people: '007' })).toEqual([]);
  });

  it('sends its own fields only, numbers as the server takes them', () => {
    expect(answered(fields, { queue: 'LONG', people: '007', waiting: ' ', of: 'another form' })).toEqual({
      queue: 'LONG',
      people: '7',
    });
  });
});

describe('what an officer does next', () => {
  const item = (task: Task, state: Item['state'] = 'waiting'): Item => ({
    id: 'i',
    account: 'me',
    operation: 'op',
    task,
    place: '',
    writtenAt: 0,
    state,
  });
  const arrive = (clock: string, state?: Item['state']) =>
    item({ what: 'check-in', body: { post: 'p', occurredAt: at(clock) } }, state);
  const leave = (clock: string) => item({ what: 'check-out', post: 'p', body: { occurredAt: at(clock) } });
  const report = (kind: 'NIL' | 'SIGN_OFF', clock: string) =>
    item({ what: 'post-report', post: 'p', body: { kind, occurredAt: at(clock) } });
  const next = (items: Item[], duty?: Duty, held?: Watch) => standing('me', 'p', duty, held, items).next;

  it('arrives, reports, ends, and may arrive again', () => {
    expect(next([])).toBe('check-in');
    expect(next([arrive('06:00')])).toBe('report');
    expect(next([arrive('06:00'), leave('18:00')])).toBe('off');
    expect(next([arrive('06:00'), leave('18:00'), arrive('19:00')])).toBe('report');
  });

  it('believes the picture, and not what was refused or was at another post', () => {
    const duty = { present: [{ account: 'me', at: at('06:00') }] } as unknown as Duty;
    expect(next([], duty)).toBe('report');
    expect(next([arrive('06:00', 'refused')])).toBe('check-in');
    expect(next([item({ what: 'check-in', body: { post: 'q', occurredAt: at('06:00') } })])).toBe('check-in');
    expect(next([], duty, watch({ state: 'SIGNED_OFF', last: { kind: 'SIGN_OFF', at: at('12:00') } }))).toBe('off');
  });

  it('counts the next report from what waits to be sent', () => {
    const held = watch({ last: { kind: 'NIL', at: at('07:00') } });
    expect(ahead(held, 'p', [report('NIL', '08:05')])?.last).toEqual({ kind: 'NIL', at: at('08:05') });
    expect(ahead(held, 'p', [report('NIL', '06:05')])?.last?.at).toBe(at('07:00'));
    expect(ahead(undefined, 'p', [report('NIL', '08:05')])).toBeUndefined();
  });
});

it('a letter after g names a page, by its place on the keyboard', () => {
  expect(goal(new KeyboardEvent('keydown', { key: 'ㅣ', code: 'KeyL' }))).toBe('levels');
  expect(goal(new KeyboardEvent('keydown', { key: 'z', code: 'KeyZ' }))).toBeUndefined();
});

it('what mustered by a deadline is known only once it has passed', () => {
  const now = Date.parse('2026-06-03T01:00:00Z');
  expect(byDeadline(40, '2026-06-03T00:59:00Z', now)).toBe(40);
  expect(byDeadline(40, '2026-06-03T01:01:00Z', now)).toBeUndefined();
  expect(byDeadline(40, undefined, now)).toBeUndefined();
});
