import type { Tally } from './protocol.js';

/** A figure of a tally; absent means 0 (docs/protocol.md). */
export const figure = (tally: Tally | undefined, name: string): number => tally?.figures[name] ?? 0;

/** 98.7 %, or a dash when there is nothing to take a share of. Rounded down: only all of it is 100 %. */
export function percent(value: number | undefined): string {
  return value === undefined ? '–' : `${(Math.floor(value * 1000 + 1e-9) / 10).toFixed(1)} %`;
}
