import type { PostState, Watch } from '../core/entities.js';
import type { Post } from '../core/protocol.js';
import { all, one, type Store } from '../core/store.js';
import { dueAt } from '../core/watch.js';
import type { ReportPlan } from '../core/entities.js';

/** One post of a station, as the matrix shows it. */
export interface PostRow {
  readonly post: Post;
  readonly place: number;
  readonly state: PostState;
  readonly watch: Watch | undefined;
  /** When it was heard of last, when its next report is due; in milliseconds. */
  readonly last: number | undefined;
  readonly due: number | undefined;
  readonly present: number;
  readonly planned: number;
  readonly open: number;
  /** The most urgent code of its open incidents. */
  readonly code: number | undefined;
  readonly unacknowledged: number;
  readonly inside: number;
}

export type PostColumn =
  'post' | 'kind' | 'state' | 'last' | 'due' | 'onPost' | 'open' | 'code' | 'unacknowledged' | 'inside';

/** How much each state wants a look. */
const weights: Readonly<Record<PostState, number>> = {
  LOST_CONTACT: 5,
  NEVER_REPORTED: 4,
  LATE: 3,
  REPORTING: 2,
  IDLE: 1,
  SIGNED_OFF: 0,
};

const over = new Set(['CLOSED', 'DUPLICATE', 'FALSE_REPORT']);

export function postRows(store: Store, scope: string, plan: ReportPlan | undefined): PostRow[] {
  const incidents = new Map<string, { open: number; code: number; waiting: number }>();
  for (const { post, status, code } of all(store, 'incident').values()) {
    if (post == null || over.has(status)) continue;
    const counts = incidents.get(post) ?? { open: 0, code: 9, waiting: 0 };
    counts.open++;
    counts.code = Math.min(counts.code, code);
    if (status === 'REPORTED') counts.waiting++;
    incidents.set(post, counts);
  }
  const inside = new Map<string, number>();
  for (const visit of all(store, 'visit').values())
    if (visit.leftAt == null) inside.set(visit.post, (inside.get(visit.post) ?? 0) + 1);
  return [...all(store, 'post').values()]
    .filter(({ unit }) => unit === scope)
    .map((post, place): PostRow => {
      const watch = one(store, 'watch', post.id);
      const duty = one(store, 'duty', post.id);
      const found = incidents.get(post.id);
      return {
        post,
        place,
        state: watch?.state ?? 'IDLE',
        watch,
        last: watch?.last == null ? undefined : Date.parse(watch.last.at),
        due: watch === undefined ? undefined : dueAt(plan, watch),
        present: duty?.present.length ?? 0,
        planned: duty?.planned ?? 0,
        open: found?.open ?? 0,
        code: found?.code,
        unacknowledged: found?.waiting ?? 0,
        inside: inside.get(post.id) ?? 0,
      };
    });
}

/** In a new order; posts that are equal in it keep the roster's. */
export function orderedPosts(
  rows: readonly PostRow[],
  { by, turned }: { readonly by: PostColumn; readonly turned: boolean },
): PostRow[] {
  const way = turned ? -1 : 1;
  if (by === 'post') return turned ? rows.toReversed() : [...rows];
  return rows.toSorted((a, b) => way * compare(b, a, by) || a.place - b.place);
}

function compare(a: PostRow, b: PostRow, by: Exclude<PostColumn, 'post'>): number {
  if (by === 'kind') return b.post.postKind.localeCompare(a.post.postKind);
  return weight(a, by) - weight(b, by);
}

/** The heavier, the sooner it needs a look. */
function weight(row: PostRow, by: Exclude<PostColumn, 'post' | 'kind'>): number {
  switch (by) {
    case 'state':
      return weights[row.state];
    case 'last':
      return -(row.last ?? 0);
    case 'due':
      return row.due === undefined ? Number.NEGATIVE_INFINITY : -row.due;
    case 'onPost':
      return row.planned - row.present;
    case 'code':
      return row.code === undefined ? -9 : -row.code;
    case 'open':
    case 'unacknowledged':
    case 'inside':
      return row[by];
  }
}
