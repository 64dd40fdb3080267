import { line, unitLabel } from './place.js';
import type { Entity, Person } from './protocol.js';
import { all, one, type Store } from './store.js';

/** Directives (지시): what a room orders below it, and how far each room has come with it (docs/protocol.md). */

export type DirectiveUrgency = 'ROUTINE' | 'URGENT' | 'FLASH';

export interface Directive extends Entity {
  readonly kind: 'directive';
  /** As it is said: 지시 12. */
  readonly number: string;
  /** Whose order it is. */
  readonly unit: string;
  readonly to: readonly string[];
  readonly below?: boolean;
  /** Officers at posts of these kinds are meant too. */
  readonly posts?: readonly string[];
  readonly urgency: DirectiveUrgency;
  readonly title: string;
  readonly text: string;
  readonly due?: string | null;
  readonly issuedAt: string;
  readonly by?: Person | null;
  /** The directive that this one replaces. */
  readonly supersedes?: string | null;
  readonly supersededBy?: string | null;
  /** The decision of a conference that it was born of. */
  readonly decision?: string | null;
  readonly withdrawnAt?: string | null;
  readonly withdrawnBy?: Person | null;
  readonly withdrawnReason?: string | null;
}

/** How far one room has come with one directive. */
export interface DirectiveRoom extends Entity {
  readonly kind: 'directive-room';
  readonly directive: string;
  readonly unit: string;
  readonly readAt?: string | null;
  readonly acknowledgedAt?: string | null;
  readonly doneAt?: string | null;
  readonly note?: string | null;
  /** Who moved it last. */
  readonly by?: Person | null;
  readonly chased?: number;
  readonly lastChasedAt?: string | null;
  readonly reopenedReason?: string | null;
  readonly posts?: { readonly asked: number; readonly acknowledged: number } | null;
}

/** The posts of one station that have acknowledged one directive. */
export interface DirectivePosts extends Entity {
  readonly kind: 'directive-posts';
  readonly directive: string;
  readonly unit: string;
  readonly posts: readonly string[];
}

/** How long each urgency may wait for its acknowledgement, and how often the late are reminded. */
export interface DirectiveLimit {
  readonly urgency: DirectiveUrgency;
  readonly acknowledgeMinutes: number;
  readonly repeatMinutes: number;
}

export interface DirectiveSettings extends Entity {
  readonly kind: 'directive-settings';
  readonly limits: readonly DirectiveLimit[];
}

export const roomStates = ['UNREAD', 'READ', 'ACKNOWLEDGED', 'DONE'] as const;
export type RoomState = (typeof roomStates)[number];

export function roomState(room: Pick<DirectiveRoom, 'readAt' | 'acknowledgedAt' | 'doneAt'>): RoomState {
  if (room.doneAt != null) return 'DONE';
  if (room.acknowledgedAt != null) return 'ACKNOWLEDGED';
  return room.readAt == null ? 'UNREAD' : 'READ';
}

/** Neither withdrawn nor replaced. */
export const stands = (directive: Directive): boolean =>
  directive.withdrawnAt == null && directive.supersededBy == null;

const urgencies: readonly DirectiveUrgency[] = ['FLASH', 'URGENT', 'ROUTINE'];

/** What must be answered first: by urgency, then the oldest. */
export const byUrgency = (a: Directive, b: Directive): number =>
  urgencies.indexOf(a.urgency) - urgencies.indexOf(b.urgency) || (a.issuedAt < b.issuedAt ? -1 : 1);

export const newestFirst = (a: Directive, b: Directive): number => (a.issuedAt > b.issuedAt ? -1 : 1);

/** The instant from which a room is late with a directive; none when nothing is due of it any more. */
export function lateFrom(
  directive: Directive,
  room: DirectiveRoom,
  limits: readonly DirectiveLimit[],
): number | undefined {
  const state = roomState(room);
  if (state === 'DONE' || !stands(directive)) return undefined;
  const due = Date.parse(directive.due ?? '');
  const limit = limits.find(({ urgency }) => urgency === directive.urgency);
  const answer =
    state === 'ACKNOWLEDGED' || limit === undefined
      ? Number.NaN
      : Date.parse(directive.issuedAt) + limit.acknowledgeMinutes * 60_000;
  const ends = [due, answer].filter((at) => !Number.isNaN(at));
  return ends.length === 0 ? undefined : Math.min(...ends);
}

export function isLate(
  directive: Directive,
  room: DirectiveRoom,
  limits: readonly DirectiveLimit[],
  now: number,
): boolean {
  const from = lateFrom(directive, room, limits);
  return from !== undefined && now > from;
}

export const limitsOf = (store: Store, operation: string | undefined): readonly DirectiveLimit[] =>
  one(store, 'directive-settings', operation)?.limits ?? [];

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
    return room === undefined || !stands(directive) || roomState(room) === 'DONE' ? [] : [{ directive, room }];
  });
  const answered = ({ room }: Asked): number => (room.acknowledgedAt == null ? 0 : 1);
  return asked.sort((a, b) => answered(a) - answered(b) || byUrgency(a.directive, b.directive));
}

export const unanswered = (store: Store, unit: string): Asked[] =>
  inbox(store, unit).filter(({ room }) => room.acknowledgedAt == null);

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
    counts[roomState(room)]++;
    if (late(room)) counts.late++;
  }
  return counts;
}
