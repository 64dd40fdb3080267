import { causesOf } from './alarm-causes.js';
import type { Noted } from './noted.js';
import type { Entity, Person, Unit } from './protocol.js';
import { one, type Store } from './store.js';

/** Alarms: what a room must not miss, read off its picture. Pure; the clock is the operation's (docs/alarms.md). */

export type AlarmKind =
  | 'INCIDENT_CODE_0'
  | 'INCIDENT_CODE_1'
  | 'INCIDENT_ESCALATED'
  | 'INCIDENT_ESCALATED_URGENT'
  | 'UPWARD_REPORT'
  | 'LEVEL_ORDER'
  | 'DIRECTIVE'
  | 'LOST_CONTACT'
  | 'OUTAGE'
  | 'ROUTE_OVERDUE'
  | 'ROUTE_STOPPED'
  | 'DISCREPANCY'
  | 'STORAGE_GAP'
  | 'SEAL_DIFFERS'
  /** Known to this page only. */
  | 'PICTURE_STALE';

/** That a room took note of an alarm: of causes that began until `since`. */
export interface AlarmAcknowledgement extends Entity {
  readonly kind: 'alarm-acknowledgement';
  readonly unit: string;
  readonly alarmKind: AlarmKind;
  /** A key such as `incident/0192…`; `unit/` and the room's own code: many at once. */
  readonly subject: string;
  readonly since: string;
  readonly by: Person;
  readonly at: string;
}

/** 1: somebody must act now, and hears it. 2: it is shown, and heard once. */
export type Severity = 1 | 2;

/** One thing that alarms: it lasts for as long as it is found. */
export interface Cause {
  readonly kind: AlarmKind;
  readonly subject: string;
  /** When it began, or last got worse; milliseconds of the operation's clock. */
  readonly since: number;
  readonly severity: Severity;
  /** How many things it stands for already: an outage of so many posts. */
  readonly count?: number;
  /** Somebody took note of it by an act that it has of its own. */
  readonly noted?: Noted | undefined;
}

/** One line for the room: a cause, or many alike. */
export interface Alarm {
  /** The same as long as it is about the same. */
  readonly key: string;
  readonly kind: AlarmKind;
  readonly subject: string;
  /** When its newest cause began: what a note says it is of. */
  readonly since: number;
  readonly severity: Severity;
  readonly causes: readonly Cause[];
  /** It makes no sound any more and stays. */
  readonly noted?: Noted | undefined;
}

export interface Scene {
  readonly store: Store;
  readonly room: Unit;
  /** The operation's time that the picture is from. */
  readonly now: number;
}

/** So many alike are one line. */
export const many = 3;

/** All alarms of a unit's room, the loudest first; none where the operation is not open. */
export function alarms(store: Store, unit: string, now: number): Alarm[] {
  const room = one(store, 'unit', unit);
  if (room === undefined) return [];
  const groups = new Map<string, Cause[]>();
  for (const cause of causesOf({ store, room, now })) {
    const noted = cause.noted ?? noteOf(store, unit, cause);
    const key = `${cause.kind} ${String(cause.severity)} ${noted === undefined ? '' : 'noted'}`;
    groups.set(key, [...(groups.get(key) ?? []), { ...cause, noted }]);
  }
  return [...groups]
    .flatMap(([key, causes]) => (causes.length < many ? causes.map(alone) : [together(unit, key, causes)]))
    .sort(louder);
}

/** The id of the room's note of that alarm, as the server makes it. */
export const noteId = (unit: string, kind: AlarmKind, subject: string): string =>
  `${unit}:${kind.toLowerCase().replaceAll('_', '-')}:${subject.replaceAll('/', ':')}`;

/** What the room said of the cause, by itself or among many: only of what had begun. */
function noteOf(store: Store, unit: string, { kind, subject, since }: Cause): Noted | undefined {
  const notes = [subject, `unit/${unit}`]
    .map((of) => one(store, 'alarm-acknowledgement', noteId(unit, kind, of)))
    .filter((note) => note !== undefined && Date.parse(note.since) >= since);
  const [note] = notes;
  return note === undefined ? undefined : { at: Date.parse(note.at), by: note.by };
}

const alone = (cause: Cause): Alarm => ({
  key: `${cause.kind} ${cause.subject}`,
  kind: cause.kind,
  subject: cause.subject,
  since: cause.since,
  severity: cause.severity,
  causes: [cause],
  noted: cause.noted,
});

/** Noted and not noted ones apart: what is new among many is not hidden by what is known. */
function together(unit: string, key: string, causes: readonly Cause[]): Alarm {
  const [first] = causes as readonly [Cause, ...Cause[]];
  const noted = causes.map((cause) => cause.noted).reduce((a, b) => ((b?.at ?? 0) > (a?.at ?? 0) ? b : a));
  return {
    key,
    kind: first.kind,
    subject: `unit/${unit}`,
    since: Math.max(...causes.map(({ since }) => since)),
    severity: first.severity,
    causes: [...causes].sort((a, b) => a.since - b.since),
    noted,
  };
}

/** Not noted before noted, then by severity, then the one that waits longest. */
function louder(a: Alarm, b: Alarm): number {
  const rank = ({ noted, severity }: Alarm): number => (noted === undefined ? 0 : 2) + severity;
  return rank(a) - rank(b) || a.since - b.since || (a.key < b.key ? -1 : 1);
}

/** Things, not lines: what the words count. */
export const countOf = (alarm: Alarm): number => alarm.causes.reduce((sum, { count }) => sum + (count ?? 1), 0);
