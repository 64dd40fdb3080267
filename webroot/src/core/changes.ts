import type { Conference } from './conferences.js';
import type { Discrepancy, Overdue } from './custody.js';
import type { Directive } from './directives.js';
import type { Level, Reserve, Silence, UpwardReport } from './entities.js';
import type { Incident, Kinds } from './protocol.js';
import { all, type Store } from './store.js';
import type { StorageGap } from './sites.js';

/** Something that happened, at an instant of the operation's clock; `key` is of this happening alone. */
export type Happened = { readonly key: string; readonly at: number } & What;

export type What =
  | { readonly what: 'reported' | 'escalated' | 'closed'; readonly incident: Incident }
  | { readonly what: 'proposed' | 'inForce' | 'lifted'; readonly level: Level }
  | { readonly what: 'directed'; readonly directive: Directive }
  | { readonly what: 'convened' | 'begun'; readonly conference: Conference }
  | { readonly what: 'toldAbove'; readonly report: UpwardReport }
  | { readonly what: 'silent'; readonly silence: Silence }
  | { readonly what: 'heard' | 'caughtUp'; readonly unit: string }
  | { readonly what: 'overdue'; readonly overdue: Overdue }
  | { readonly what: 'discrepancy'; readonly discrepancy: Discrepancy }
  | { readonly what: 'gap'; readonly gap: StorageGap }
  | { readonly what: 'asked' | 'arrived'; readonly reserve: Reserve }
  | { readonly what: 'phase'; readonly phase: string };

type Dated = readonly [at: string | null | undefined, key: string, what: What];

/** What the entities of a picture say of when they came to be as they are. */
function dated(store: Store): Dated[] {
  const found: Dated[] = [];
  for (const incident of all(store, 'incident').values())
    found.push(
      [incident.recordedAt, `reported ${incident.id}`, { what: 'reported', incident }],
      [incident.escalatedAt, `escalated ${incident.id}`, { what: 'escalated', incident }],
      [incident.closedAt, `closed ${incident.id}`, { what: 'closed', incident }],
    );
  for (const level of all(store, 'level').values()) {
    const { id, state } = level;
    if (state === 'IN_FORCE') found.push([level.from, `inForce ${id}`, { what: 'inForce', level }]);
    else if (state === 'PROPOSED') found.push([level.declaredAt, `proposed ${id}`, { what: 'proposed', level }]);
    else if (state === 'LIFTED' || state === 'EXPIRED')
      found.push([level.endedAt ?? level.until, `lifted ${id}`, { what: 'lifted', level }]);
  }
  for (const directive of all(store, 'directive').values())
    found.push([directive.issuedAt, `directed ${directive.id}`, { what: 'directed', directive }]);
  for (const conference of all(store, 'conference').values())
    found.push(
      [conference.convenedAt, `convened ${conference.id}`, { what: 'convened', conference }],
      [conference.startedAt, `begun ${conference.id}`, { what: 'begun', conference }],
    );
  for (const report of all(store, 'upward-report').values())
    found.push([report.sentAt, `told ${report.id}`, { what: 'toldAbove', report }]);
  return [...found, ...ofPosts(store)];
}

function ofPosts(store: Store): Dated[] {
  const found: Dated[] = [];
  for (const silence of all(store, 'silence').values())
    found.push([silence.since, `silent ${silence.id} ${silence.since}`, { what: 'silent', silence }]);
  for (const overdue of all(store, 'overdue').values())
    found.push([overdue.since, `overdue ${overdue.id} ${overdue.since}`, { what: 'overdue', overdue }]);
  for (const discrepancy of all(store, 'discrepancy').values())
    found.push([discrepancy.at, `discrepancy ${discrepancy.id}`, { what: 'discrepancy', discrepancy }]);
  for (const gap of all(store, 'storage-gap').values())
    found.push([gap.foundAt, `gap ${gap.id}`, { what: 'gap', gap }]);
  for (const reserve of all(store, 'reserve').values())
    found.push(
      [reserve.requestedAt, `asked ${reserve.id}`, { what: 'asked', reserve }],
      [reserve.arrivedAt, `arrived ${reserve.id}`, { what: 'arrived', reserve }],
    );
  for (const operation of all(store, 'operation').values())
    if (operation.phase != null)
      found.push([operation.phaseSince, `phase ${operation.phase}`, { what: 'phase', phase: operation.phase }]);
  return found;
}

/**
 * The newest of what a picture and a memory know, the newest first: `most` at most, none older than `withinMillis`, none from the future
 * (a level may be planned). What both know is said once, as the picture has it.
 */
export function newest(
  store: Store,
  remembered: readonly Happened[],
  now: number,
  { most, withinMillis }: { readonly most: number; readonly withinMillis: number },
): Happened[] {
  const held = new Map(remembered.map((one) => [one.key, one]));
  for (const [instant, key, what] of dated(store)) {
    const at = Date.parse(instant ?? '');
    if (at > now - withinMillis && at <= now) held.set(key, { key, at, ...what });
  }
  return [...held.values()]
    .filter(({ at }) => at > now - withinMillis)
    .sort((a, b) => b.at - a.at || (a.key < b.key ? -1 : 1))
    .slice(0, most);
}

/** So much is remembered of what the picture no longer holds. */
const kept = 200;

/** What goes out of a picture leaves no date in it: this remembers it, as long as the page stands. */
export class Departures {
  remembered: readonly Happened[] = [];
  private store: Store | undefined;

  /** Takes the next picture of the same view; another view is begun with `forget`. */
  see(store: Store): void {
    const before = this.store;
    this.store = store;
    if (before?.cursor === undefined || store.cursor === undefined || before === store) return;
    const at = Date.parse(store.at ?? '');
    const gone: Happened[] = [
      ...left(before, store, 'incident').map((incident): Happened => ({
        key: `closed ${incident.id}`,
        at,
        what: 'closed',
        incident,
      })),
      ...left(before, store, 'silence').map(({ id, since }): Happened => ({
        key: `heard ${id} ${since}`,
        at,
        what: 'heard',
        unit: id,
      })),
      ...left(before, store, 'overdue').map(({ id, since }): Happened => ({
        key: `caughtUp ${id} ${since}`,
        at,
        what: 'caughtUp',
        unit: id,
      })),
    ];
    this.add(gone);
  }

  add(happened: readonly Happened[]): void {
    if (happened.length === 0) return;
    const keys = new Set(happened.map(({ key }) => key));
    this.remembered = [...happened, ...this.remembered.filter(({ key }) => !keys.has(key))].slice(0, kept);
  }

  forget(): void {
    this.store = undefined;
    this.remembered = [];
  }
}

function left<K extends 'incident' | 'silence' | 'overdue'>(before: Store, after: Store, kind: K): readonly Kinds[K][] {
  const [old, held] = [all(before, kind), all(after, kind)];
  return old === held ? [] : [...old.values()].filter(({ id }) => !held.has(id));
}
