import { counted, figure } from '../../core/figures.js';
import { effective, normal, ownLevels } from '../../core/levels.js';
import type { Degrees } from '../../core/map-data.js';
import type { Places } from '../../core/map-places.js';
import { below, unitLabel } from '../../core/place.js';
import type { Unit } from '../../core/protocol.js';
import { all, one, type Store } from '../../core/store.js';
import { metres } from './ground.js';

/** How many posts of a unit are in which state; `before`: nothing is due of them. */
export interface Share {
  readonly reporting: number;
  readonly late: number;
  readonly never: number;
  readonly lost: number;
  readonly signedOff: number;
  readonly before: number;
}

/** An agency or a station as the map and the list beside it show it. */
export interface UnitSymbol {
  readonly unit: string;
  readonly kind: Unit['unitKind'];
  readonly label: string;
  readonly at: Degrees;
  readonly metres: readonly [number, number];
  readonly certainty: 'district' | 'schematic';
  readonly level: string;
  readonly posts: number;
  readonly share: Share;
  readonly silent: number;
  /** Open incidents by code, 0 first. */
  readonly codes: readonly number[];
  readonly open: number;
  readonly unacknowledged: number;
}

/** `agencies` of the country, or `stations`: those of the scope, all of the country's when it is the scope. */
export function symbols(store: Store, scope: string, places: Places, what: 'agencies' | 'stations'): UnitSymbol[] {
  const own = ownLevels(store);
  return units(store, scope, what).flatMap((unit) => {
    const placed = places.unit(unit.id, unit.parent);
    return placed === undefined ? [] : [{ ...placed, metres: metres(placed.at), ...counts(store, unit, own) }];
  });
}

function units(store: Store, scope: string, what: 'agencies' | 'stations'): Unit[] {
  const unit = one(store, 'unit', scope);
  if (unit?.unitKind === 'STATION') return [unit];
  const direct = below(store, scope);
  if (what === 'agencies' || unit?.unitKind === 'AGENCY') return direct;
  return [...all(store, 'unit').values()].filter(({ unitKind }) => unitKind === 'STATION');
}

export function counts(
  store: Store,
  { id, unitKind }: Unit,
  own = ownLevels(store),
): Omit<UnitSymbol, 'at' | 'certainty' | 'metres'> {
  const tally = counted(store, id);
  const of = (name: string): number => figure(tally, name);
  const [posts, reporting, late] = [of('posts.total'), of('posts.reporting'), of('posts.late')];
  const [never, lost, signedOff] = [of('posts.neverReported'), of('posts.lostContact'), of('posts.signedOff')];
  const silent = late + never + lost;
  const before = Math.max(0, posts - reporting - silent - signedOff);
  return {
    unit: id,
    kind: unitKind,
    label: unitLabel(store, id),
    level: effective(store, id, own)?.level ?? normal,
    posts,
    share: { reporting, late, never, lost, signedOff, before },
    silent,
    codes: [0, 1, 2, 3, 4].map((code) => of(`incidents.open.code${String(code)}`)),
    open: of('incidents.open'),
    unacknowledged: of('incidents.unacknowledged'),
  };
}

/** The states in the order of the ring, the calm ones first. */
export const ringOrder = ['reporting', 'signedOff', 'before', 'late', 'never', 'lost'] as const;
export type RingState = (typeof ringOrder)[number];

/** The worst state of any of its posts: what the symbol's mark says. */
export function worst({ share }: Pick<UnitSymbol, 'share'>): RingState {
  const found = [...ringOrder]
    .reverse()
    .find((state) => share[state] > 0 && state !== 'before' && state !== 'signedOff');
  return found ?? (share.signedOff > 0 ? 'signedOff' : 'before');
}

export const marks: Readonly<Record<RingState, string>> = {
  lost: '✕',
  never: '!',
  late: '◐',
  reporting: '●',
  signedOff: '■',
  before: '○',
};

/** Begin and length of each state's part of the ring, in hundredths; a state that is there at all is seen (at least 4). */
export function segments(
  share: Share,
): { readonly state: RingState; readonly from: number; readonly length: number }[] {
  const there = ringOrder.filter((state) => share[state] > 0);
  const whole = there.reduce((sum, state) => sum + share[state], 0);
  const least = 4;
  const lengths = there.map((state) => Math.max(least, (100 * share[state]) / whole));
  const total = lengths.reduce((sum, length) => sum + length, 0);
  let from = 0;
  return there.map((state, at) => {
    const length = ((lengths[at] ?? 0) * 100) / total;
    const segment = { state, from, length };
    from += length;
    return segment;
  });
}
