import type { Level, Muster } from './entities.js';
import { line } from './place.js';
import { all, type Store } from './store.js';

/** The lowest first (docs/glossary.md). */
const order = ['NORMAL', 'READY', 'ALERT', 'C', 'B', 'A'] as const;
export const normal = 'NORMAL';

export const rank = (level: string): number => (order as readonly string[]).indexOf(level);

/** The highest level in force of each unit's own declarations. */
export function ownLevels(store: Store): ReadonlyMap<string, Level> {
  const highest = new Map<string, Level>();
  for (const level of all(store, 'level').values()) {
    if (level.state !== 'IN_FORCE') continue;
    const held = highest.get(level.unit);
    if (held === undefined || rank(level.level) > rank(held.level)) highest.set(level.unit, level);
  }
  return highest;
}

/** The declaration that counts for a unit: the highest of its own and of the units above it. */
export function effective(store: Store, unit: string, own = ownLevels(store)): Level | undefined {
  return line(store, unit)
    .map((above) => own.get(above.id))
    .filter((level) => level !== undefined)
    .reduce<Level | undefined>((a, b) => (a === undefined || rank(b.level) > rank(a.level) ? b : a), undefined);
}

export const settled = (level: Level): boolean => ['LIFTED', 'EXPIRED', 'REFUSED'].includes(level.state);

/** In force first, then what waits, then what is planned, then what is over; the newest first within each. */
export function arranged(levels: Iterable<Level>): Level[] {
  const states = ['IN_FORCE', 'PROPOSED', 'PLANNED'];
  const place = (level: Level): number => (settled(level) ? states.length : states.indexOf(level.state));
  return [...levels].sort(
    (a, b) => place(a) - place(b) || Date.parse(b.from) - Date.parse(a.from) || (a.id < b.id ? -1 : 1),
  );
}

export interface Compliance {
  readonly rooms: number;
  readonly received: number;
  readonly ordered: number;
  readonly mustered: number;
}

export function compliance(musters: Iterable<Muster>): Compliance {
  let [rooms, received, ordered, mustered] = [0, 0, 0, 0];
  for (const muster of musters) {
    rooms++;
    if (muster.receivedAt != null) received++;
    ordered += muster.ordered;
    mustered += muster.mustered;
  }
  return { rooms, received, ordered, mustered };
}

/** How many had mustered by a deadline; unknown while it has not passed, or where there is none. */
export function byDeadline(mustered: number, deadline: string | null | undefined, now: number): number | undefined {
  return deadline == null || Date.parse(deadline) > now ? undefined : mustered;
}

/** The muster rate (응소율) mustered / ordered, or any other share; undefined when nothing was asked for. */
export function share(part: number, whole: number): number | undefined {
  return whole > 0 ? part / whole : undefined;
}
