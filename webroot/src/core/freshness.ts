/** Ticks come every 2 s: without one for 6 s the picture is late, for 15 s it is frozen (docs/protocol.md). */
export const lateAfterMillis = 6_000;
export const staleAfterMillis = 15_000;

export type Freshness = 'waiting' | 'live' | 'late' | 'stale';

/** @param silence milliseconds since the last tick or snapshot; undefined while there has been none */
export function freshness(silence: number | undefined): Freshness {
  if (silence === undefined) return 'waiting';
  if (silence > staleAfterMillis) return 'stale';
  return silence > lateAfterMillis ? 'late' : 'live';
}
