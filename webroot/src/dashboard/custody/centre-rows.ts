import type { Centre } from '../../core/custody.js';
import { matches, unitLabel } from '../../core/place.js';
import { all, one, type Store } from '../../core/store.js';

/** One destination, as the board shows it. */
export interface CentreRow {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly postKind: string;
  readonly order: number;
  readonly of: Centre;
}

export const columns = ['expected', 'moving', 'stopped', 'arrived', 'handedOver', 'overdue', 'discrepancies'] as const;
export type Column = (typeof columns)[number];

/** `attention`: what is late or other than recorded first, the rest in the organisation's order. */
export interface CentreSorting {
  readonly by: 'attention' | 'place' | Column;
  readonly turned: boolean;
}

/** What the list is narrowed to. */
export interface Narrowed {
  readonly text: string;
  readonly kind: string;
  readonly odd: boolean;
}

export function centreRows(store: Store): CentreRow[] {
  const units = all(store, 'unit');
  return [...all(store, 'centre').values()].map((centre) => {
    const post = one(store, 'post', centre.id);
    return {
      id: centre.id,
      name: centre.name,
      unit: unitLabel(store, centre.unit),
      postKind: post?.postKind ?? '',
      order: units.get(centre.unit)?.order ?? Number.MAX_SAFE_INTEGER,
      of: centre,
    };
  });
}

export const troubled = ({ of }: CentreRow): boolean => of.overdue > 0 || of.discrepancies > 0 || of.stopped > 0;

export function narrowed(rows: readonly CentreRow[], { text, kind, odd }: Narrowed): CentreRow[] {
  const words = text.trim();
  return rows.filter(
    (row) =>
      (!odd || troubled(row)) &&
      (kind === '' || row.postKind === kind) &&
      (words === '' || matches(`${row.name} ${row.unit}`, words)),
  );
}

const weight = ({ of }: CentreRow): number => of.overdue + of.discrepancies * 2 + of.stopped;

export function sorted(rows: readonly CentreRow[], { by, turned }: CentreSorting): CentreRow[] {
  const place = (a: CentreRow, b: CentreRow): number => a.order - b.order || a.name.localeCompare(b.name, 'ko');
  const way = turned ? -1 : 1;
  const compare = (a: CentreRow, b: CentreRow): number => {
    if (by === 'place') return way * place(a, b);
    const heavier = by === 'attention' ? weight(b) - weight(a) : b.of[by] - a.of[by];
    return way * heavier || place(a, b);
  };
  return [...rows].sort(compare);
}

export const sum = (rows: readonly CentreRow[], of: (centre: Centre) => number): number =>
  rows.reduce((total, row) => total + of(row.of), 0);
