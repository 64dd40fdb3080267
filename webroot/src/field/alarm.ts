import { rank } from '../core/levels.js';
import type { Known } from './follow.js';

/** Twice long: to be felt through a coat. */
const pattern = [600, 200, 600];

/** Whether there is an order that was not there: a directive to be followed at once, or a higher level, at least 을호. */
export function alarming(before: Known, now: Known): boolean {
  const held = new Set(before.directives?.map(({ id }) => id));
  const flash = (now.directives ?? []).some(({ urgency, id }) => urgency === 'FLASH' && !held.has(id));
  const [was, is] = [rank(before.level?.level ?? ''), rank(now.level?.level ?? '')];
  return flash || (is >= rank('B') && is > was);
}

/** Has the phone felt when something new must be looked at now; not when it only begins to know. */
export function alarm(before: Known, now: Known): void {
  if (before.askedAt > 0 && alarming(before, now)) navigator.vibrate?.(pattern);
}
