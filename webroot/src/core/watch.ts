import type { Deployment, PostState, ReportPlan, Watch } from './entities.js';

export const silent = (state: PostState): boolean =>
  state === 'LOST_CONTACT' || state === 'NEVER_REPORTED' || state === 'LATE';

/**
 * When a post's next report is due, in milliseconds of the operation's clock: so many minutes after the latest of the plan's line for its
 * kind, its own begin and its newest report. Undefined when nothing is due: no line, or it signed off after the line began
 * (docs/protocol.md).
 */
export function dueAt(plan: ReportPlan | undefined, watch: Watch): number | undefined {
  const line = plan?.expected.find((expectation) => expectation.postKind === watch.postKind);
  if (line === undefined) return undefined;
  const since = Date.parse(line.since);
  const last = Date.parse(watch.last?.at ?? '');
  if (watch.last?.kind === 'SIGN_OFF' && last >= since) return undefined;
  const begins = [since, Date.parse(watch.since ?? ''), last].filter((begin) => !Number.isNaN(begin));
  return begins.length === 0 ? undefined : Math.max(...begins) + line.everyMinutes * 60_000;
}

/** How many people fewer are on post than were planned; 0 before arrival and after relief. */
export function missing(deployment: Deployment): number {
  return deployment.state === 'ON_POST' ? Math.max(0, deployment.planned - deployment.present) : 0;
}
