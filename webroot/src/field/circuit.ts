import type { Deployment } from '../core/entities.js';
import type { Post } from '../core/protocol.js';
import type { Item } from './outbox.js';
import { happenedAt } from './task.js';

/** How long before its shift a circuit is offered; as long as the server lets people arrive early. */
const earlyMillis = 2 * 3_600_000;

/** A round of several posts (거점·연계순찰), in its order. */
export interface Circuit {
  readonly id: string;
  readonly stops: readonly Post[];
  readonly from: string;
  readonly until: string;
}

/** Where a person is, as the picture says it. */
export interface Present {
  readonly post: string;
  readonly deployment?: string | null;
  readonly at: string;
}

export interface NextStop {
  readonly stop: Post;
  /** The how-manieth of the round, from 1. */
  readonly place: number;
  readonly of: number;
}

/** The unit's rounds that go on now, or begin soon, earliest first; posts that are not known here are left out. */
export function circuits(
  deployments: Iterable<Deployment>,
  post: (id: string) => Post | undefined,
  unit: string,
): readonly Circuit[] {
  return [...deployments]
    .filter((one) => one.unit === unit && one.posts.length > 1)
    .filter(({ state }) => state !== 'RELIEVED' && state !== 'CANCELLED')
    .map(({ id, posts, from, until }) => ({ id, from, until, stops: posts.flatMap((stop) => post(stop) ?? []) }))
    .filter(({ stops }) => stops.length > 1)
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.id < b.id ? -1 : 1));
}

export const runs = ({ from, until }: Circuit, now: number): boolean =>
  now >= Date.parse(from) - earlyMillis && now < Date.parse(until);

/** The one that he goes: where he checked in, else what he chose on this device. */
export function mine(
  all: readonly Circuit[],
  present: Present | undefined,
  chosen: string | undefined,
  now: number,
): Circuit | undefined {
  const running = all.filter((one) => runs(one, now));
  return running.find(({ id }) => id === present?.deployment) ?? running.find(({ id }) => id === chosen);
}

/** The stop after the one where he last was, what waits to be sent included; a round begins anew after its last. */
export function nextStop(circuit: Circuit, present: Present | undefined, items: readonly Item[]): NextStop | undefined {
  const { stops } = circuit;
  const last = lastStop(circuit, present, items);
  const index = (stops.findIndex(({ id }) => id === last) + 1) % stops.length;
  const stop = stops[index];
  return stop === undefined ? undefined : { stop, place: index + 1, of: stops.length };
}

function lastStop(circuit: Circuit, present: Present | undefined, items: readonly Item[]): string | undefined {
  const seen: [number, string][] = items.flatMap((item): [number, string][] => {
    const post = postOf(item);
    return post === undefined || item.state === 'refused' ? [] : [[Date.parse(happenedAt(item.task)), post]];
  });
  if (present !== undefined) seen.push([Date.parse(present.at), present.post]);
  const begun = Date.parse(circuit.from) - earlyMillis;
  const here = seen.filter(([at, post]) => at >= begun && circuit.stops.some(({ id }) => id === post));
  return here.sort(([a], [b]) => b - a)[0]?.[1];
}

/** Where he was when he wrote that. */
function postOf({ task }: Item): string | undefined {
  if (task.what === 'check-in') return task.body.post;
  return task.what === 'post-report' || task.what === 'visit' ? task.post : undefined;
}
