// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { attendance, arrangedConferences, invitations, type Conference } from '../src/core/conferences.js';
import {
  countRooms,
  inbox,
  isLate,
  lateFrom,
  roomRows,
  waitingFor,
  type Directive,
  type DirectiveRoom,
} from '../src/core/directives.js';
import type { Entity } from '../src/core/protocol.js';
import { applyChange, emptyStore, type Store } from '../src/core/store.js';
import { neighbour } from '../src/dashboard/directive/matrix.js';
import { offered, pages, parse, format } from '../src/dashboard/route.js';
import { alarming } from '../src/field/alarm.js';
import { ordersOf } from '../src/field/directive-desk.js';
import type { Item } from '../src/field/outbox.js';
import { happenedAt, pathOf, standsAlready, tellsDeviceTime, type Task } from '../src/field/task.js';
import { Problem } from '../src/core/api.js';

const at = (minutes: number): string => new Date(Date.UTC(2026, 5, 3, 9, minutes)).toISOString();
const unit = (id: string, unitKind: string, order: number, parent?: string) =>
  ({
    kind: 'unit',
    id,
    seq: 1,
    unitKind,
    order,
    label: id,
    korean: id,
    english: id,
    ...(parent ? { parent } : {}),
  }) as Entity;
const tree = [
  unit('npa', 'HQ', 0),
  unit('seoul', 'AGENCY', 1, 'npa'),
  unit('mapo', 'STATION', 2, 'seoul'),
  unit('gangnam', 'STATION', 3, 'seoul'),
  unit('busan', 'AGENCY', 4, 'npa'),
];
const directive = (more: Partial<Directive> = {}): Directive => ({
  kind: 'directive',
  id: 'd',
  seq: 2,
  number: '본청 지시 1',
  unit: 'npa',
  to: ['seoul'],
  below: true,
  rooms: 3,
  posts: [],
  urgency: 'URGENT',
  title: '확인',
  text: '확인할 것',
  issuedAt: at(0),
  acknowledgeBy: at(15),
  state: 'OPEN',
  ...more,
});
const room = (unit: string, more: Partial<DirectiveRoom> = {}): DirectiveRoom => ({
  kind: 'directive-room',
  id: `${more.directive ?? 'd'}:${unit}`,
  seq: 3,
  directive: 'd',
  unit,
  state: 'UNREAD',
  ...more,
});
function holding(...put: Entity[]): Store {
  const made = applyChange(emptyStore, {
    type: 'change',
    after: '',
    upTo: '9.aa',
    at: at(0),
    reset: true,
    put: [...tree, ...put],
    drop: [],
  });
  if (!made.applied) throw new Error('not applied');
  return made.store;
}

it('a room is late when it has not acknowledged in time, or has not done what is due', () => {
  const due = directive({ due: at(60) });
  expect(lateFrom(due, room('mapo'))).toBe(Date.parse(at(15)));
  expect(lateFrom(due, room('mapo', { state: 'READ' }))).toBe(Date.parse(at(15)));
  expect(lateFrom(due, room('mapo', { state: 'ACKNOWLEDGED' }))).toBe(Date.parse(at(60)));
  expect(lateFrom(due, room('mapo', { state: 'DONE' }))).toBeUndefined();
  expect(lateFrom(directive(), room('mapo', { state: 'ACKNOWLEDGED' }))).toBeUndefined();
  expect(lateFrom(directive({ state: 'WITHDRAWN' }), room('mapo'))).toBeUndefined();
  expect(isLate(due, room('mapo'), Date.parse(at(14)))).toBe(false);
  expect(isLate(due, room('mapo'), Date.parse(at(15)))).toBe(true);
});

it('rooms stand by agency, its own first, in the order of the organisation', () => {
  const rows = roomRows(
    holding(),
    ['gangnam', 'busan', 'mapo', 'seoul'].map((code) => room(code)),
  );
  expect(rows.map((row) => [row.unit, row.rooms.map((it) => it.unit)])).toEqual([
    ['seoul', ['seoul', 'mapo', 'gangnam']],
    ['busan', ['busan']],
  ]);
});

it('arrows go along a row and between rows, and stop at the edges', () => {
  const rows = roomRows(
    holding(),
    ['seoul', 'mapo', 'gangnam', 'busan'].map((code) => room(code)),
  );
  expect(neighbour(rows, 'seoul', [0, 1])).toBe('mapo');
  expect(neighbour(rows, 'gangnam', [0, 1])).toBe('gangnam');
  expect(neighbour(rows, 'gangnam', [1, 0])).toBe('busan');
  expect(neighbour(rows, 'busan', [-1, 0])).toBe('seoul');
  expect(neighbour(rows, 'busan', [1, 0])).toBe('busan');
});

it('counts rooms by state, and the late', () => {
  const rooms = [room('seoul', { state: 'DONE' }), room('mapo', { state: 'READ' }), room('gangnam')];
  expect(countRooms(rooms, ({ state }) => state === 'READ')).toEqual({
    UNREAD: 1,
    READ: 1,
    ACKNOWLEDGED: 0,
    DONE: 1,
    late: 1,
    rooms: 3,
  });
});

it('a room is shown what it has not acknowledged first, by urgency, then what it has still to do', () => {
  const held = holding(
    directive({ id: 'a', issuedAt: at(1) }),
    directive({ id: 'b', urgency: 'FLASH', issuedAt: at(2) }),
    directive({ id: 'c', urgency: 'FLASH', issuedAt: at(0) }),
    directive({ id: 'e', state: 'SUPERSEDED' }),
    directive({ id: 'f' }),
    room('mapo', { directive: 'a' }),
    room('mapo', { directive: 'b' }),
    room('mapo', { directive: 'c', state: 'ACKNOWLEDGED' }),
    room('mapo', { directive: 'e' }),
    room('mapo', { directive: 'f', state: 'DONE' }),
    room('gangnam', { directive: 'f' }),
  );
  expect(inbox(held, 'mapo').map((it) => it.directive.id)).toEqual(['b', 'a', 'c']);
  expect(waitingFor(held, 'mapo').map((it) => it.directive.id)).toEqual(['b', 'a']);
});

const conference = (more: Partial<Conference> = {}): Conference => ({
  kind: 'conference',
  id: 'k',
  seq: 2,
  number: '본청 회의 1',
  unit: 'npa',
  title: '회의',
  state: 'CONVENED',
  startsAt: at(30),
  agenda: [],
  link: 'https://vc.example/1',
  to: ['seoul'],
  below: false,
  rooms: 1,
  ...more,
});

it('what runs comes first, then what is next, then what is over; a room is asked until it says whether it comes', () => {
  const held = [
    conference({ id: 'over', state: 'ENDED' }),
    conference({ id: 'later', startsAt: at(90) }),
    conference({ id: 'soon', startsAt: at(10) }),
    conference({ id: 'now', state: 'RUNNING', startsAt: at(99) }),
  ];
  expect(arrangedConferences(held).map(({ id }) => id)).toEqual(['now', 'soon', 'later', 'over']);
  const invited = (more: object) =>
    ({ kind: 'conference-room', id: 'k:seoul', seq: 3, conference: 'k', unit: 'seoul', ...more }) as Entity;
  expect(invitations(holding(conference(), invited({})), 'seoul')).toHaveLength(1);
  expect(invitations(holding(conference(), invited({ absent: '화재 지휘' })), 'seoul')).toHaveLength(0);
  expect(invitations(holding(conference({ state: 'ENDED' }), invited({})), 'seoul')).toHaveLength(0);
  expect(attendance({ joinedAt: at(0) })).toBe('PRESENT');
  expect(attendance({ joinedAt: at(0), leftAt: at(5) })).toBe('LEFT');
  expect(attendance({ absent: '화재 지휘' })).toBe('ABSENT');
});

it('addresses name a directive, a conference and its minutes, each page a letter of its own', () => {
  const minutes = '/?page=conferences&conference=k&show=minutes';
  expect(format(parse(minutes.slice(1)))).toBe(minutes);
  expect(parse('?page=directives&directive=d').directive).toBe('d');
  expect(offered((action) => action === 'picture.see')).toContain('directives');
  expect(new Set(Object.values(pages)).size).toBe(Object.values(pages).length);
});

const task: Task = { what: 'directive', directive: 'd', post: 'p', at: at(3), body: {} };
const item = (state: Item['state']): Item => ({
  id: 'i',
  account: 'a',
  operation: 'o',
  task,
  place: '',
  writtenAt: 0,
  state,
});

it('an acknowledgement on its way counts, a refused one does not', () => {
  const flash = directive({ id: 'f', urgency: 'FLASH' });
  const of = (items: readonly Item[], noted: readonly string[] = []) =>
    ordersOf([directive(), flash], noted, items).map(
      ({ directive: { id }, answered }) => `${id}${answered ? '✓' : ''}`,
    );
  expect(of([])).toEqual(['f', 'd']);
  expect(of([item('waiting')])).toEqual(['f', 'd✓']);
  expect(of([item('refused')])).toEqual(['f', 'd']);
  expect(of([], ['f'])).toEqual(['d', 'f✓']);
});

it('an acknowledgement goes to its post; said before by somebody else there it is done', () => {
  expect(pathOf(task)).toBe('/directives/d/posts/p/acknowledgement');
  expect(happenedAt(task)).toBe(at(3));
  expect(tellsDeviceTime(task)).toBe(false);
  expect(standsAlready(task, new Problem(409, 'already-there', ''))).toBe(true);
  expect(standsAlready(task, new Problem(409, 'directive-over', ''))).toBe(false);
});

it('the phone is felt for a new order to be followed at once and for a higher level, not for what it knew', () => {
  const level = (code: string) => ({ level: { level: code } }) as never;
  const before = { askedAt: 1, directives: [directive()] };
  const flash = directive({ id: 'f', urgency: 'FLASH' });
  expect(alarming(before, { ...before, directives: [directive(), flash] })).toBe(true);
  expect(alarming({ ...before, directives: [flash] }, { ...before, directives: [flash] })).toBe(false);
  expect(alarming(before, { ...before, directives: [directive(), directive({ id: 'x' })] })).toBe(false);
  expect(alarming(before, { ...before, ...(level('A') as object) })).toBe(true);
  expect(alarming({ ...before, ...(level('A') as object) }, { ...before, ...(level('B') as object) })).toBe(false);
  expect(alarming(before, { ...before, ...(level('ALERT') as object) })).toBe(false);
});
