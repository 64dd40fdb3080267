import { line, unitLabel } from './place.js';
import type { Entity, Person } from './protocol.js';
import { all, one, type Store } from './store.js';

/** Directives (지시): what a room orders below it, and how far each room has come with it (docs/protocol.md). */

export type DirectiveUrgency = 'ROUTINE' | 'URGENT' | 'FLASH';

export type DirectiveState = 'OPEN' | 'SUPERSEDED' | 'WITHDRAWN' | 'CONCLUDED';

export interface Directive extends Entity {
  readonly kind: 'directive';
  /** As it is said: 서울청 지시 12. */
  readonly number: string;
  /** Whose order it is. */
  readonly unit: string;
  readonly to: readonly string[];
  readonly below: boolean;
  /** How many rooms it asks, whoever looks. */
  readonly rooms: number;
  /** Officers at posts of these kinds are meant too. */
  readonly posts: readonly string[];
  readonly urgency: DirectiveUrgency;
  readonly title: string;
  readonly text: string;
  readonly issuedAt: string;
  readonly by?: Person | null;
  /** From then on a room that has not acknowledged is late. */
  readonly acknowledgeBy: string;
  readonly due?: string | null;
  readonly state: DirectiveState;
  /** The directive that this one replaces. */
  readonly supersedes?: string | null;
  readonly supersededBy?: string | null;
  /** The decision of a conference that it was born of. */
  readonly decision?: string | null;
  readonly ending?: { readonly at: string; readonly by?: Person | null; readonly reason?: string | null } | null;
}

export const roomStates = ['UNREAD', 'READ', 'ACKNOWLEDGED', 'DONE'] as const;
export type RoomState = (typeof roomStates)[number];

/** How far one room has come with one directive. */
export interface DirectiveRoom extends Entity {
  readonly kind: 'directive-room';
  readonly directive: string;
  readonly unit: string;
  readonly state: RoomState;
  readonly readAt?: string | null;
  readonly acknowledgedAt?: string | null;
  readonly doneAt?: string | null;
  readonly note?: string | null;
  /** Why it has to be done again. */
  readonly returned?: string | null;
  /** Name of who did the last step. */
  readonly who?: string | null;
  readonly chased?: number;
  readonly lastChasedAt?: string | null;
  readonly posts?: { readonly asked: number; readonly acknowledged: number } | null;
}

/** The posts of one unit whose officers have acknowledged one directive. */
export interface DirectivePosts extends Entity {
  readonly kind: 'directive-posts';
  readonly directive: string;
  readonly unit: string;
  readonly posts: readonly string[];
}

/** How long a directive may wait for its acknowledgement, and how often the late are reminded; in minutes. */
export interface ChaseRule {
  readonly urgency: DirectiveUrgency;
  readonly acknowledgeWithin: number;
  readonly repeatEvery: number;
}

/** Of an operation that has rules of its own. */
export interface DirectiveSettings extends Entity {
  readonly kind: 'directive-settings';
  readonly chasing: readonly ChaseRule[];
}

export const stands = ({ state }: Directive): boolean => state === 'OPEN';

/** Whether the room has not said yet that it takes it on. */
export const unanswered = ({ state }: DirectiveRoom): boolean => state === 'UNREAD' || state === 'READ';

const urgencies: readonly DirectiveUrgency[] = ['FLASH', 'URGENT', 'ROUTINE'];

/** What must be answered first: by urgency, then the oldest. */
export const byUrgency = (a: Directive, b: Directive): number =>
  urgencies.indexOf(a.urgency) - urgencies.indexOf(b.urgency) || (a.issuedAt < b.issuedAt ? -1 : 1);

export const newestFirst = (a: Directive, b: Directive): number => (a.issuedAt > b.issuedAt ? -1 : 1);

/** The instant from which a room is late with a directive; none when nothing is due of it any more. */
export function lateFrom(directive: Directive, room: DirectiveRoom): number | undefined {
  if (room.state === 'DONE' || !stands(directive)) return undefined;
  const ends = [unanswered(room) ? directive.acknowledgeBy : '', directive.due ?? ''].map((at) => Date.parse(at));
  const real = ends.filter((at) => !Number.isNaN(at));
  return real.length === 0 ? undefined : Math.min(...real);
}

export function isLate(directive: Directive, room: DirectiveRoom, now: number): boolean {
  const from = lateFrom(directive, room);
  return from !== undefined && now >= from;
}

export const roomId = (directive: string, unit: string): string => `${directive}:${unit}`;

export const roomOf = (store: Store, directive: string, unit: string): DirectiveRoom | undefined =>
  one(store, 'directive-room', roomId(directive, unit));

export const roomsOf = (store: Store, directive: string): DirectiveRoom[] =>
  [...all(store, 'directive-room').values()].filter((room) => room.directive === directive);

/** A directive that waits for a room, with that room's state. */
export interface Asked {
  readonly directive: Directive;
  readonly room: DirectiveRoom;
}

/** What a unit's own room is asked and has not done, what it has not even acknowledged first. */
export function inbox(store: Store, unit: string): Asked[] {
  const asked = [...all(store, 'directive').values()].flatMap((directive): Asked[] => {
    const room = roomOf(store, directive.id, unit);
    return room === undefined || !stands(directive) || room.state === 'DONE' ? [] : [{ directive, room }];
  });
  const answered = ({ room }: Asked): number => (unanswered(room) ? 0 : 1);
  return asked.sort((a, b) => answered(a) - answered(b) || byUrgency(a.directive, b.directive));
}

/** Of these, what it has not acknowledged. */
export const waitingFor = (store: Store, unit: string): Asked[] =>
  inbox(store, unit).filter(({ room }) => unanswered(room));

/** One line of the matrix: the rooms of one agency, its own first. */
export interface RoomRow {
  readonly unit: string;
  readonly label: string;
  readonly rooms: readonly DirectiveRoom[];
}

export function roomRows(store: Store, rooms: readonly DirectiveRoom[]): RoomRow[] {
  const order = (code: string): number => one(store, 'unit', code)?.order ?? Number.MAX_SAFE_INTEGER;
  const groups = new Map<string, DirectiveRoom[]>();
  for (const room of rooms) {
    const agency = line(store, room.unit).find(({ unitKind }) => unitKind === 'AGENCY')?.id ?? room.unit;
    groups.set(agency, [...(groups.get(agency) ?? []), room]);
  }
  return [...groups]
    .map(([unit, held]) => ({
      unit,
      label: unitLabel(store, unit),
      rooms: held.sort((a, b) => order(a.unit) - order(b.unit)),
    }))
    .sort((a, b) => order(a.unit) - order(b.unit));
}

export type RoomCounts = Readonly<Record<RoomState, number>> & { readonly late: number; readonly rooms: number };

export function countRooms(rooms: readonly DirectiveRoom[], late: (room: DirectiveRoom) => boolean): RoomCounts {
  const counts = { UNREAD: 0, READ: 0, ACKNOWLEDGED: 0, DONE: 0, late: 0, rooms: rooms.length };
  for (const room of rooms) {
    counts[room.state]++;
    if (late(room)) counts.late++;
  }
  return counts;
}
