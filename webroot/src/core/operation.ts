import type { Operation, PlannedPhase } from './protocol.js';

/** The clock of one operation: at real time `anchor` it showed `start`, and runs `rate` times as fast. */
export interface OperationClock {
  readonly anchor: string;
  readonly start: string;
  readonly rate: number;
}

/** What the operation's clock shows at a real time, both in milliseconds; the real time itself while no clock is known. */
export function operationTime(clock: OperationClock | undefined, real: number): number {
  if (clock === undefined) return real;
  const shown = Date.parse(clock.start) + (real - Date.parse(clock.anchor)) * clock.rate;
  return Number.isNaN(shown) ? real : shown;
}

/** The timetable's line that begins next, at an operation time. */
export function nextPhase(operation: Operation | undefined, now: number): PlannedPhase | undefined {
  return (operation?.timetable ?? [])
    .filter((line) => Date.parse(line.from) > now)
    .sort((a, b) => Date.parse(a.from) - Date.parse(b.from))[0];
}

export const isOver = (operation: Pick<Operation, 'state'> | undefined): boolean =>
  operation?.state === 'CLOSED' || operation?.state === 'ARCHIVED';
