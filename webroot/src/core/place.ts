import { language, t } from '../i18n/index.js';
import type { CodeWord } from './codes.js';
import type { Post, Unit, Words } from './protocol.js';
import { all, one, type Store } from './store.js';

/** Units that lie outside the view, such as those that share or have handed an incident over: only their names are used. */
const elsewhere = new Map<string, Unit>();

const beside = new Map<string, { readonly ko: string; readonly en: string }>();

/** Takes note of the whole command tree, which is the same in every operation. */
export function learn(tree: readonly Unit[]): void {
  for (const unit of tree) elsewhere.set(unit.id, unit);
}

const known = (store: Store, code: string | undefined): Unit | undefined =>
  one(store, 'unit', code) ?? elsewhere.get(code ?? '');

/** Takes note of the election commissions, which stand beside the tree. */
export function learnCommissions(commissions: readonly CodeWord[]): void {
  for (const { code, ko, en } of commissions) beside.set(String(code), { ko, en });
}

/** The unit's short name on screen: 전국, 서울청, 서울강남; in English without "Police Station". */
export function unitLabel(store: Store, code: string | undefined): string {
  const unit = known(store, code);
  if (unit === undefined) return beside.get(code ?? '')?.[language()] ?? code ?? '';
  if (unit.unitKind === 'HQ') return t('nav.nation');
  if (language() === 'ko') return unit.label;
  return unit.english.replace(/ (Metropolitan |Provincial )?Police (Agency|Station)$/, '');
}

export function unitName(store: Store, code: string | undefined): string {
  const unit = known(store, code);
  if (unit === undefined) return beside.get(code ?? '')?.[language()] ?? code ?? '';
  return language() === 'ko' ? unit.korean : unit.english;
}

/** From the top of the tree down to the unit. */
export function line(store: Store, code: string | undefined): Unit[] {
  const unit = one(store, 'unit', code);
  return unit === undefined ? [] : [...line(store, unit.parent), unit];
}

/** The units directly below, in the tree's own order. */
export function below(store: Store, code: string): Unit[] {
  return ordered([...all(store, 'unit').values()].filter((unit) => unit.parent === code));
}

/** Stations of a unit's subtree, itself included. */
export function stations(store: Store, code: string): Unit[] {
  return ordered(
    [...all(store, 'unit').values()].filter(
      (unit) => unit.unitKind === 'STATION' && line(store, unit.id).some((above) => above.id === code),
    ),
  );
}

/** A unit and everything below it, each above its own. */
export function subtree(store: Store, code: string): Unit[] {
  const unit = one(store, 'unit', code);
  return unit === undefined ? [] : [unit, ...below(store, code).flatMap(({ id }) => subtree(store, id))];
}

/** Whether `code` lies strictly above `unit`. */
export function isAbove(store: Store, code: string, unit: string): boolean {
  return code !== unit && line(store, unit).some((above) => above.id === code);
}

function ordered(units: Unit[]): Unit[] {
  return units.sort((a, b) => a.order - b.order);
}

export function wordsOf(where: Words): string {
  return [where.province, where.district, where.dong, where.address, where.place, where.floor]
    .filter(Boolean)
    .join(' ');
}

/** Where a post is, as far as the view holds it: above a station mostly not. */
export const postPlace = (store: Store, post: Post): string => wordsOf(one(store, 'place', post.id) ?? post);

/** Words match in any order, spaces and case aside. */
export function matches(text: string, query: string): boolean {
  const held = text.toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => held.includes(word));
}
