import type { Incident } from '../core/protocol.js';

export type Order = 'urgent' | 'newest';

/** The rows on screen, and what has arrived since without being put among them. */
export interface Arrangement {
  readonly ids: readonly string[];
  readonly fresh: readonly string[];
}

export const nothing: Arrangement = { ids: [], fresh: [] };

const over = new Set(['CLOSED', 'DUPLICATE', 'FALSE_REPORT']);

export const isOpen = (incident: Incident): boolean => !over.has(incident.status);

/** Unacknowledged first, then what is open, both by code, then what is over; newest first within each. */
export function sorted(incidents: Iterable<Incident>, order: Order): Incident[] {
  const newest = (a: Incident, b: Incident): number => compare(b.recordedAt, a.recordedAt) || compare(b.id, a.id);
  if (order === 'newest') return [...incidents].sort(newest);
  return [...incidents].sort((a, b) => rank(a) - rank(b) || newest(a, b));
}

/**
 * While held, no row moves: one that left is taken out, what is new waits in `fresh`. Otherwise the rows are put in order; `keep`, the
 * one in hand, stays at its place even when it is wanted no longer.
 */
export function arrange(
  previous: Arrangement,
  wanted: readonly Incident[],
  hold: boolean,
  exists: (id: string) => boolean,
  keep?: string,
): Arrangement {
  if (!hold)
    return {
      ids: keeping(
        previous.ids,
        wanted.map(({ id }) => id),
        keep,
      ),
      fresh: [],
    };
  const ids = previous.ids.filter(exists);
  const shown = new Set(ids);
  return { ids, fresh: wanted.filter((incident) => !shown.has(incident.id)).map((incident) => incident.id) };
}

function keeping(before: readonly string[], ids: readonly string[], keep: string | undefined): readonly string[] {
  const place = before.indexOf(keep ?? '');
  if (keep === undefined || place < 0 || ids.includes(keep)) return ids;
  return [...ids.slice(0, place), keep, ...ids.slice(place)];
}

function rank(incident: Incident): number {
  if (incident.status === 'REPORTED') return incident.code;
  return isOpen(incident) ? 10 + incident.code : 20;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
