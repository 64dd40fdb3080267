import type { Tally } from './protocol.js';
import { one, type Store } from './store.js';

export type Counts = Pick<Tally, 'figures' | 'oldestUnacknowledged'>;

/** A figure of a tally; absent means 0 (docs/protocol.md). */
export const figure = (tally: Counts | undefined, name: string): number => tally?.figures[name] ?? 0;

/** All of a unit that this account sees: what only those see who are cleared is counted apart, and belongs to what they look at. */
export function counted(store: Store, unit: string): Counts | undefined {
  const tallies = (['tally', 'tally-protection', 'tally-restricted'] as const)
    .map((kind): Counts | undefined => one(store, kind, unit))
    .filter((tally) => tally !== undefined);
  if (tallies.length < 2) return tallies[0];
  const figures: Record<string, number> = {};
  for (const tally of tallies)
    for (const [name, value] of Object.entries(tally.figures)) figures[name] = (figures[name] ?? 0) + value;
  const oldest = tallies.flatMap(({ oldestUnacknowledged }) => oldestUnacknowledged ?? []).sort()[0];
  return { figures, ...(oldest === undefined ? {} : { oldestUnacknowledged: oldest }) };
}

/** 98.7 %, or a dash when there is nothing to take a share of. Rounded down: only all of it is 100 %. */
export function percent(value: number | undefined): string {
  return value === undefined ? '–' : `${(Math.floor(value * 1000 + 1e-9) / 10).toFixed(1)} %`;
}
