import { counted, figure } from '../core/figures.js';
import { effective, normal, ownLevels, rank, share } from '../core/levels.js';
import { below, unitLabel } from '../core/place.js';
import type { Store } from '../core/store.js';

/** One unit below the scope, as the matrix shows it. */
export interface Row {
  readonly unit: string;
  readonly label: string;
  readonly level: string;
  readonly onPost: number;
  readonly planned: number;
  readonly reporting: number;
  readonly due: number;
  readonly silent: number;
  readonly muster: number | undefined;
  readonly codes: readonly number[];
  readonly open: number;
  readonly unacknowledged: number;
  readonly oldest: string | undefined;
  readonly total: number;
  readonly posts: number;
  readonly unassigned: number;
}

export type Column = 'unit' | 'level' | 'onPost' | 'reporting' | 'silent' | 'muster' | `code${number}` | Counted;
type Counted = 'open' | 'unacknowledged' | 'oldest' | 'total' | 'posts' | 'unassigned';

/** `unit`: the organisation's own order, the least; every other column: what needs a look comes first. */
export interface Sorting {
  readonly by: Column;
  readonly turned: boolean;
}

export function rows(store: Store, scope: string): Row[] {
  const own = ownLevels(store);
  return below(store, scope).map(({ id }) => {
    const tally = counted(store, id);
    const of = (name: string): number => figure(tally, name);
    return {
      unit: id,
      label: unitLabel(store, id),
      level: effective(store, id, own)?.level ?? normal,
      onPost: of('people.onPost'),
      planned: of('people.due'),
      reporting: of('posts.reporting'),
      due: of('posts.due'),
      silent: of('posts.silent'),
      muster: share(of('muster.mustered'), of('muster.ordered')),
      codes: [0, 1, 2, 3, 4].map((code) => of(`incidents.open.code${String(code)}`)),
      open: of('incidents.open'),
      unacknowledged: of('incidents.unacknowledged'),
      oldest: tally?.oldestUnacknowledged,
      total: of('incidents.total'),
      posts: of('posts.total'),
      unassigned: of('posts.jurisdictionUnknown'),
    };
  });
}

/** In a new order; rows that are equal in it keep the organisation's. */
export function ordered(rows: readonly Row[], { by, turned }: Sorting): Row[] {
  const way = turned ? -1 : 1;
  if (by === 'unit') return turned ? [...rows].reverse() : [...rows];
  return [...rows].sort((a, b) => way * (weight(b, by) - weight(a, by)));
}

/** The heavier, the sooner it needs a look. What cannot be said (no share) weighs nothing. */
function weight(row: Row, by: Exclude<Column, 'unit'>): number {
  switch (by) {
    case 'level':
      return rank(row.level);
    case 'onPost':
      return lack(share(row.onPost, row.planned));
    case 'reporting':
      return lack(share(row.reporting, row.due));
    case 'muster':
      return lack(row.muster);
    case 'oldest':
      return row.oldest === undefined ? Number.NEGATIVE_INFINITY : -Date.parse(row.oldest);
    case 'silent':
    case 'open':
    case 'unacknowledged':
    case 'total':
    case 'posts':
    case 'unassigned':
      return row[by];
    default:
      return row.codes[Number(by.slice('code'.length))] ?? 0;
  }
}

const lack = (of: number | undefined): number => (of === undefined ? -1 : 1 - of);
