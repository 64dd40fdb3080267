import { counted, figure, type Counts } from '../core/figures.js';
import { effective, normal, ownLevels, rank, share } from '../core/levels.js';
import { below, line, unitLabel } from '../core/place.js';
import { all, type Store } from '../core/store.js';

/** One unit, as the matrix shows it. */
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
  /** Deployments that are late or have fewer people than planned. */
  readonly lacking: number;
  /** Rooms of the subtree that open directives ask, and how many have acknowledged. */
  readonly asked: number;
  readonly acknowledged: number;
  readonly boxesOnRoute: number;
  readonly boxesAtCentre: number;
}

export type Column =
  'unit' | 'level' | 'onPost' | 'reporting' | 'silent' | 'muster' | 'directives' | `code${number}` | Counted;
type Counted = 'open' | 'unacknowledged' | 'oldest' | 'total' | 'posts' | 'unassigned' | 'boxes';

/** `unit`: the organisation's own order, the least; every other column: what needs a look comes first. */
export interface Sorting {
  readonly by: Column;
  readonly turned: boolean;
}

export function rows(store: Store, scope: string): Row[] {
  const own = ownLevels(store);
  const answers = answered(store);
  return below(store, scope).map(({ id }) => row(store, id, own, answers));
}

/** The scope itself, whose figures are those of all its rows, and of what belongs to none of them. */
export function whole(store: Store, scope: string): Row {
  return row(store, scope, ownLevels(store), answered(store));
}

function row(store: Store, id: string, own: ReturnType<typeof ownLevels>, answers: ReadonlyMap<string, Answers>): Row {
  const tally: Counts | undefined = counted(store, id);
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
    lacking: of('deployments.late') + of('deployments.underStrength'),
    asked: answers.get(id)?.asked ?? 0,
    acknowledged: answers.get(id)?.acknowledged ?? 0,
    boxesOnRoute: of('boxes.onRoute'),
    boxesAtCentre: of('boxes.atCentre'),
  };
}

interface Answers {
  asked: number;
  acknowledged: number;
}

const counting = new WeakMap<object, ReadonlyMap<string, Answers>>();

/** How the rooms under each unit follow open directives; counted anew only when one of them changed. */
function answered(store: Store): ReadonlyMap<string, Answers> {
  const rooms = all(store, 'directive-room');
  const known = counting.get(rooms);
  if (known !== undefined) return known;
  const found = new Map<string, Answers>();
  for (const { unit, state } of rooms.values()) {
    for (const above of line(store, unit)) {
      const counts = found.get(above.id) ?? { asked: 0, acknowledged: 0 };
      counts.asked++;
      if (state === 'ACKNOWLEDGED' || state === 'DONE') counts.acknowledged++;
      found.set(above.id, counts);
    }
  }
  counting.set(rooms, found);
  return found;
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
    case 'directives':
      return lack(share(row.acknowledged, row.asked));
    case 'boxes':
      return row.boxesOnRoute;
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
