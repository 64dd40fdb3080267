import type { Deployment, PostState, Watch } from './entities.js';
import type { Operation } from './protocol.js';

export const silent = (state: PostState): boolean =>
  state === 'LOST_CONTACT' || state === 'NEVER_REPORTED' || state === 'LATE';

/** The rule by which posts of a kind report in the operation's phase; none: nothing is due. */
export function ruleOf(operation: Operation | undefined, postKind: string) {
  return operation?.settings?.silence.find((rule) => rule.kind === postKind && rule.phase === operation.phase);
}

/**
 * When a post's next report is due, in milliseconds of the operation's clock: so many minutes after its newest report, or after the
 * phase began where that is later (docs/protocol.md). Undefined when nothing is due.
 */
export function dueAt(operation: Operation | undefined, watch: Watch): number | undefined {
  const rule = ruleOf(operation, watch.postKind);
  if (rule === undefined || watch.state === 'SIGNED_OFF') return undefined;
  const begins = [operation?.phaseSince, watch.last?.at].map((instant) => Date.parse(instant ?? ''));
  const known = begins.filter((begin) => !Number.isNaN(begin));
  return known.length === 0 ? undefined : Math.max(...known) + rule.everyMinutes * 60_000;
}

/** How many people fewer are on post than were planned; 0 before arrival and after relief. */
export function missing(deployment: Deployment): number {
  return deployment.state === 'ON_POST' ? Math.max(0, deployment.planned - deployment.present) : 0;
}
