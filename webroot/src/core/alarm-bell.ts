import type { Alarm, Severity } from './alarms.js';

/** How often what somebody must act on at once is heard again; real time. */
export const againMillis = 25_000;

/** What was heard of so far: keys of causes, and when the bell last rang, on a monotonic clock. */
export interface Bell {
  readonly heard: ReadonlySet<string>;
  readonly rangAt: number | undefined;
}

export interface Stroke {
  readonly bell: Bell;
  /** To be heard now. */
  readonly tone?: Severity;
  /** Alarms with something that was not there before: said, and notified of, once. */
  readonly fresh: readonly Alarm[];
}

export const silentBell: Bell = { heard: new Set(), rangAt: undefined };

const loud = ({ noted }: Alarm): boolean => noted === undefined;

/** The bell after a look at the alarms: it rings for what is new, and again while the gravest is not taken note of. */
export function strike(bell: Bell, alarms: readonly Alarm[], now: number): Stroke {
  const heard = new Set(alarms.flatMap((alarm) => keysOf(alarm)));
  const fresh = alarms.filter((alarm) => loud(alarm) && keysOf(alarm).some((key) => !bell.heard.has(key)));
  const tone = louder(fresh) ?? (due(bell, alarms, now) ? 1 : undefined);
  const rings = alarms.some((alarm) => loud(alarm) && alarm.severity === 1);
  const rangAt = tone === undefined ? (rings ? bell.rangAt : undefined) : now;
  return { bell: { heard, rangAt }, fresh, ...(tone === undefined ? {} : { tone }) };
}

function due({ rangAt }: Bell, alarms: readonly Alarm[], now: number): boolean {
  return (
    alarms.some((alarm) => loud(alarm) && alarm.severity === 1) && (rangAt === undefined || now - rangAt >= againMillis)
  );
}

function louder(fresh: readonly Alarm[]): Severity | undefined {
  const severities = fresh.map(({ severity }) => severity);
  return severities.includes(1) ? 1 : severities[0];
}

/** A cause that got worse is another one. */
const keysOf = (alarm: Alarm): string[] =>
  alarm.causes.map(({ kind, subject, since }) => `${kind} ${subject} ${String(since)}`);
