import type { Person } from './protocol.js';

/** That somebody took note. */
export interface Noted {
  /** Milliseconds of the operation's clock. */
  readonly at: number;
  readonly by?: Person | undefined;
}

/** By the act that the thing has of its own; the server takes that back when it gets worse. */
export function notedOf(of: {
  readonly acknowledgedAt?: string | null;
  readonly acknowledgedBy?: Person | null;
}): Noted | undefined {
  if (of.acknowledgedAt == null) return undefined;
  return { at: Date.parse(of.acknowledgedAt), by: of.acknowledgedBy ?? undefined };
}
