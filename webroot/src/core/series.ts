import type { Api } from './api.js';
import { inside } from './remote.js';

export const bucketMillis = 600_000;

/** What `GET …/series` answers (docs/protocol.md). */
export interface SeriesAnswer {
  readonly upTo: string;
  readonly at: string;
  readonly open: boolean;
  readonly buckets: readonly string[];
  readonly units: readonly { readonly unit: string; readonly figures: Readonly<Record<string, readonly number[]>> }[];
}

/** Figures over time, bucket by bucket without gaps. */
export interface Course {
  /** Where the first bucket begins, in milliseconds. */
  readonly first: number;
  readonly length: number;
  /** The operation's time that it is from. */
  readonly at: number;
  /** By unit and figure: what stood at the end of each bucket. */
  readonly units: ReadonlyMap<string, Readonly<Record<string, readonly number[]>>>;
}

export interface SeriesQuery {
  readonly scope: string;
  readonly figures: readonly string[];
  readonly depth: 'self' | 'children';
  /** In milliseconds of the operation's clock. */
  readonly since?: number;
}

export const series = (api: Api, operation: string, query: SeriesQuery): Promise<SeriesAnswer> =>
  api.get<SeriesAnswer>(`${inside(operation)}/series`, {
    scope: query.scope,
    figures: query.figures.join(','),
    depth: query.depth,
    since: query.since === undefined ? undefined : new Date(query.since).toISOString(),
  });

export const bucketOf = (at: number): number => Math.floor(at / bucketMillis) * bucketMillis;

export function courseOf(answer: SeriesAnswer): Course | undefined {
  const [begin] = answer.buckets;
  if (begin === undefined) return undefined;
  return {
    first: Date.parse(begin),
    length: answer.buckets.length,
    at: Date.parse(answer.at),
    units: new Map(answer.units.map(({ unit, figures }) => [unit, figures])),
  };
}

/** Where the last bucket begins, which may not have ended. */
export const lastOf = (course: Course): number => course.first + (course.length - 1) * bucketMillis;

/** What was held, with what came later in place of its end; undefined where the two don't meet. */
export function joined(held: Course, later: Course): Course | undefined {
  const kept = (later.first - held.first) / bucketMillis;
  if (kept < 0 || kept > held.length || later.units.size !== held.units.size) return undefined;
  const units = new Map<string, Record<string, readonly number[]>>();
  for (const [unit, figures] of later.units) {
    const before = held.units.get(unit);
    if (before === undefined) return undefined;
    units.set(
      unit,
      Object.fromEntries(
        Object.entries(figures).map(([name, values]) => [name, [...(before[name] ?? []).slice(0, kept), ...values]]),
      ),
    );
  }
  return { first: held.first, length: kept + later.length, at: later.at, units };
}

/** One unit's figures with the live ones as the end: `now` knows what stands at this moment, undefined what only the server tells. */
export function extended(
  course: Course,
  unit: string,
  at: number,
  now: (figure: string) => number | undefined,
): { readonly first: number; readonly figures: Readonly<Record<string, readonly number[]>> } {
  const more = Math.max(0, (bucketOf(at) - lastOf(course)) / bucketMillis);
  const figures = Object.fromEntries(
    Object.entries(course.units.get(unit) ?? {}).map(([name, values]) => {
      const last = values.at(-1) ?? 0;
      const live = now(name) ?? last;
      const before = more === 0 ? values.slice(0, -1) : [...values, ...Array<number>(more - 1).fill(last)];
      return [name, [...before, live]];
    }),
  );
  return { first: course.first, figures };
}

/** How much a cumulative figure grew in each bucket; what was put right later (a kind corrected) never counts as less than none. */
export function growth(values: readonly number[], before = 0): number[] {
  return values.map((value, index) => Math.max(0, value - (index === 0 ? before : (values[index - 1] ?? 0))));
}

/** Buckets of `step` buckets each, beginning at whole multiples in Korean time: the last value of each, or their sum. */
export function coarser(
  first: number,
  values: readonly number[],
  step: number,
  how: 'last' | 'sum',
): { readonly first: number; readonly values: number[] } {
  if (step === 1) return { first, values: [...values] };
  const width = step * bucketMillis;
  const kst = 9 * 3_600_000;
  const begin = Math.floor((first + kst) / width) * width - kst;
  const made: number[] = [];
  values.forEach((value, index) => {
    const at = Math.floor((first + index * bucketMillis - begin) / width);
    made[at] = how === 'sum' ? (made[at] ?? 0) + value : value;
  });
  return { first: begin, values: made };
}

/** In how many buckets one is drawn so that at most `most` of them stand side by side: 10, 30 minutes, 1, 2, 3, 6, 12 hours, a day. */
export function stepFor(length: number, most: number): number {
  return [1, 3, 6, 12, 18, 36, 72, 144].find((step) => length / step <= most) ?? 144;
}
