import type { Alarm } from './alarms.js';
import { roomOf } from './directives.js';
import { effective } from './levels.js';
import { seqOf, type Incident } from './protocol.js';
import { all, type Store } from './store.js';
import { silent } from './watch.js';

const over: readonly string[] = ['CLOSED', 'DUPLICATE', 'FALSE_REPORT'];

/** What happened in a view between two of its states; everything is counted in things, not in entries. */
export interface Summary {
  readonly fromSeq: number;
  readonly toSeq: number;
  /** New incidents by code, 0 to 4; a view that holds open ones only does not know of those that began and ended meanwhile. */
  readonly added: readonly number[];
  readonly ended: number;
  /** Posts that fell silent, and that were heard of again. */
  readonly lost: number;
  readonly back: number;
  /** The level that counts for the scope, when it is another than before. */
  readonly level?: { readonly before: string; readonly after: string };
  /** Directives that the room was not asked before. */
  readonly directives: number;
  /** Alarms there are now and were not, and the other way round. */
  readonly begun: number;
  readonly over: number;
}

export interface Standpoint {
  readonly scope: string;
  readonly room: string;
  readonly alarms: { readonly before: readonly Alarm[]; readonly after: readonly Alarm[] };
}

export function summary(before: Store, after: Store, { scope, room, alarms }: Standpoint): Summary {
  const [was, is] = [all(before, 'incident'), all(after, 'incident')];
  const added = [0, 0, 0, 0, 0];
  for (const [id, { code }] of is) if (!was.has(id)) added[code] = (added[code] ?? 0) + 1;
  const ended = [...was.values()].filter((incident) => !ending(incident) && ending(is.get(incident.id))).length;
  const levels = [before, after].map((store) => effective(store, scope)?.level ?? 'NORMAL') as [string, string];
  return {
    fromSeq: seqOf(before.cursor),
    toSeq: seqOf(after.cursor),
    added,
    ended,
    ...posts(before, after),
    ...(levels[0] === levels[1] ? {} : { level: { before: levels[0], after: levels[1] } }),
    directives: [...all(after, 'directive').keys()].filter(
      (id) => roomOf(after, id, room) !== undefined && roomOf(before, id, room) === undefined,
    ).length,
    begun: beyond(alarms.after, alarms.before),
    over: beyond(alarms.before, alarms.after),
  };
}

const ending = (incident: Incident | undefined): boolean => incident === undefined || over.includes(incident.status);

function posts(before: Store, after: Store): { readonly lost: number; readonly back: number } {
  let [lost, back] = [0, 0];
  const was = all(before, 'watch');
  for (const [id, watch] of all(after, 'watch')) {
    const held = was.get(id);
    if (held === watch) continue;
    const [then, now] = [held !== undefined && silent(held.state), silent(watch.state)];
    if (now && !then) lost++;
    else if (then && !now) back++;
  }
  return { lost, back };
}

/** How many causes there are in the first that are not in the second. */
function beyond(some: readonly Alarm[], others: readonly Alarm[]): number {
  const known = new Set(others.flatMap(({ causes }) => causes.map(({ kind, subject }) => `${kind} ${subject}`)));
  return some.flatMap(({ causes }) => causes).filter(({ kind, subject }) => !known.has(`${kind} ${subject}`)).length;
}

/** Whether it says anything. */
export const nothingMissed = (it: Summary): boolean =>
  [...it.added, it.ended, it.lost, it.back, it.directives, it.begun, it.over].every((n) => n === 0) &&
  it.level === undefined;
