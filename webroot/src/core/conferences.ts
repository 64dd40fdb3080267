import type { Entity, Person } from './protocol.js';
import { all, one, type Store } from './store.js';

/** Command conferences (지휘부 화상회의): who is to come, what was said and what was decided (docs/protocol.md). */

export type ConferenceState = 'CONVENED' | 'RUNNING' | 'ENDED' | 'CANCELLED';

export interface AgendaItem {
  readonly item: string;
  readonly text: string;
}

export interface Conference extends Entity {
  readonly kind: 'conference';
  readonly number: string;
  readonly unit: string;
  readonly title: string;
  readonly state: ConferenceState;
  readonly startsAt: string;
  readonly minutes?: number | null;
  readonly agenda: readonly AgendaItem[];
  /** To the force's own video system; https. */
  readonly link: string;
  /** As it was addressed. */
  readonly to: readonly string[];
  readonly below: boolean;
  /** How many rooms are invited, whoever looks. */
  readonly rooms: number;
  readonly convenedAt?: string;
  readonly by?: Person | null;
  readonly startedAt?: string | null;
  readonly endedAt?: string | null;
  /** Why it was cancelled. */
  readonly reason?: string | null;
}

/** One invited room. */
export interface ConferenceRoom extends Entity {
  readonly kind: 'conference-room';
  readonly conference: string;
  readonly unit: string;
  readonly joinedAt?: string | null;
  readonly leftAt?: string | null;
  /** Why it does not come. */
  readonly absent?: string | null;
  /** Name of who entered the last of this. */
  readonly who?: string | null;
}

/** What was said of an item; without one, of none in particular. */
export interface ConferenceNote extends Entity {
  readonly kind: 'conference-note';
  readonly conference: string;
  readonly item?: string | null;
  readonly text: string;
  readonly at: string;
  readonly by?: Person | null;
}

export interface ConferenceDecision extends Entity {
  readonly kind: 'conference-decision';
  readonly conference: string;
  readonly item?: string | null;
  readonly text: string;
  readonly at: string;
  readonly by?: Person | null;
  /** The directive born of it. */
  readonly directive?: string | null;
}

export const attendances = ['PRESENT', 'LEFT', 'ABSENT', 'INVITED'] as const;
export type Attendance = (typeof attendances)[number];

export function attendance(room: Pick<ConferenceRoom, 'joinedAt' | 'leftAt' | 'absent'>): Attendance {
  if (room.joinedAt != null) return room.leftAt != null ? 'LEFT' : 'PRESENT';
  return room.absent == null ? 'INVITED' : 'ABSENT';
}

export const lasting = ({ state }: Conference): boolean => state === 'CONVENED' || state === 'RUNNING';

export const conferenceRoom = (store: Store, conference: string, unit: string): ConferenceRoom | undefined =>
  one(store, 'conference-room', `${conference}:${unit}`);

export const conferenceRooms = (store: Store, conference: string): ConferenceRoom[] =>
  [...all(store, 'conference-room').values()]
    .filter((room) => room.conference === conference)
    .sort((a, b) => (one(store, 'unit', a.unit)?.order ?? 0) - (one(store, 'unit', b.unit)?.order ?? 0));

export const notesOf = (store: Store, conference: string): ConferenceNote[] =>
  inOrder([...all(store, 'conference-note').values()], conference);

export const decisionsOf = (store: Store, conference: string): ConferenceDecision[] =>
  inOrder([...all(store, 'conference-decision').values()], conference);

function inOrder<T extends ConferenceNote | ConferenceDecision>(lines: readonly T[], conference: string): T[] {
  return lines
    .filter((line) => line.conference === conference)
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** What runs first, then what is to come by its time, then what is over, the newest first. */
export function arrangedConferences(conferences: Iterable<Conference>): Conference[] {
  const places: readonly ConferenceState[] = ['RUNNING', 'CONVENED', 'ENDED', 'CANCELLED'];
  const place = (it: Conference): number => Math.min(2, places.indexOf(it.state));
  return [...conferences].sort((a, b) => {
    const apart = place(a) - place(b);
    if (apart !== 0) return apart;
    return (a.startsAt < b.startsAt ? -1 : 1) * (lasting(a) ? 1 : -1);
  });
}

/** Conferences that one's own room is asked to and has neither joined nor declined. */
export const invitations = (store: Store, unit: string): Conference[] =>
  arrangedConferences(all(store, 'conference').values()).filter((conference) => {
    if (!lasting(conference)) return false;
    const room = conferenceRoom(store, conference.id, unit);
    return room !== undefined && attendance(room) === 'INVITED';
  });
