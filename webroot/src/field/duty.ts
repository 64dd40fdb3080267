import type { Duty, Heard, Watch } from '../core/entities.js';
import type { Item } from './outbox.js';

export type Next = 'check-in' | 'report' | 'off';

/** What an officer does next at a post, by what the picture says and by what he has sent or is about to. */
export interface Standing {
  readonly next: Next;
  /** When he arrived, in milliseconds of the operation's clock. */
  readonly arrivedAt: number | undefined;
}

/** A refused item says nothing; a waiting one counts: it will be sent. */
export function standing(
  account: string,
  post: string | undefined,
  duty: Duty | undefined,
  watch: Watch | undefined,
  items: readonly Item[],
): Standing {
  const counted = items.filter((item) => item.state !== 'refused');
  const arrivals = [
    ...(duty?.present ?? []).filter((present) => present.account === account).map((present) => present.at),
    ...counted.flatMap(({ task }) =>
      task.what === 'check-in' && task.body.post === post ? [task.body.occurredAt] : [],
    ),
  ];
  const ends = [
    ...(watch?.last?.kind === 'SIGN_OFF' ? [watch.last.at] : []),
    ...counted.flatMap(({ task }) => (task.what === 'check-out' && task.post === post ? [task.body.occurredAt] : [])),
  ];
  const arrivedAt = newest(arrivals);
  const endedAt = newest(ends);
  if (arrivedAt === undefined) return { next: 'check-in', arrivedAt };
  return { next: endedAt !== undefined && endedAt >= arrivedAt ? 'off' : 'report', arrivedAt };
}

/** The watch as it will be once what waits here is sent: so that the next due time does not wait for the signal. */
export function ahead(watch: Watch | undefined, post: string, items: readonly Item[]): Watch | undefined {
  if (watch === undefined) return undefined;
  const sent = items.flatMap(({ task, state }): Heard[] => {
    if (state === 'refused') return [];
    if (task.what === 'check-in' && task.body.post === post) return [{ kind: 'CHECK_IN', at: task.body.occurredAt }];
    if (task.what !== 'post-report' || task.post !== post) return [];
    return [{ kind: task.body.kind, at: task.body.occurredAt }];
  });
  const held = watch.last ?? undefined;
  const last = sent.reduce<Heard | undefined>((a, b) => (a !== undefined && a.at >= b.at ? a : b), held);
  return last === undefined ? watch : { ...watch, last };
}

function newest(instants: readonly string[]): number | undefined {
  const times = instants.map((instant) => Date.parse(instant)).filter((time) => !Number.isNaN(time));
  return times.length === 0 ? undefined : Math.max(...times);
}
