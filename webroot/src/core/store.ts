import type { Change, Entity, Kinds, Tick } from './protocol.js';

/**
 * A copy of a view at a cursor. Never changed in place: each applied frame gives a new store, in which the map of a kind
 * that the frame did not touch is the very same object, so that views can compare by identity.
 */
export interface Store {
  readonly cursor: string | undefined;
  /** Time of the entry at the cursor. */
  readonly at: string | undefined;
  readonly kinds: ReadonlyMap<string, ReadonlyMap<string, Entity>>;
}

export type Applied = { readonly applied: true; readonly store: Store } | { readonly applied: false };

export const emptyStore: Store = { cursor: undefined, at: undefined, kinds: new Map() };

const nothing: ReadonlyMap<string, never> = new Map<string, never>();

/** Applies a change; refuses one that does not continue at the store's cursor. */
export function applyChange(store: Store, change: Change): Applied {
  if (change.reset === true) return { applied: true, store: replaced(change) };
  if (store.cursor === undefined || change.after !== store.cursor) return { applied: false };
  const kinds = new Map(store.kinds);
  const copied = new Set<string>();
  const writable = (kind: string): Map<string, Entity> => {
    const held = kinds.get(kind);
    if (copied.has(kind)) return held as Map<string, Entity>;
    const copy = new Map(held ?? []);
    kinds.set(kind, copy);
    copied.add(kind);
    return copy;
  };
  for (const key of change.drop) {
    const [kind, id] = parts(key);
    if (kinds.get(kind)?.has(id) === true) writable(kind).delete(id);
  }
  for (const entity of change.put) writable(entity.kind).set(entity.id, entity);
  for (const kind of copied) if (kinds.get(kind)?.size === 0) kinds.delete(kind);
  return { applied: true, store: { cursor: change.upTo, at: change.at, kinds } };
}

/** Whether a tick names the cursor that the store holds. */
export function agrees(store: Store, tick: Tick): boolean {
  return tick.upTo === store.cursor;
}

export function all<K extends keyof Kinds>(store: Store, kind: K): ReadonlyMap<string, Kinds[K]> {
  return (store.kinds.get(kind) ?? nothing) as ReadonlyMap<string, Kinds[K]>;
}

export function one<K extends keyof Kinds>(store: Store, kind: K, id: string | undefined): Kinds[K] | undefined {
  return id === undefined ? undefined : all(store, kind).get(id);
}

function replaced(change: Change): Store {
  const kinds = new Map<string, Map<string, Entity>>();
  for (const entity of change.put) {
    const ofKind = kinds.get(entity.kind) ?? new Map<string, Entity>();
    ofKind.set(entity.id, entity);
    kinds.set(entity.kind, ofKind);
  }
  return { cursor: change.upTo, at: change.at, kinds };
}

/** An id may hold a slash, a kind never does. */
function parts(key: string): [string, string] {
  const slash = key.indexOf('/');
  return [key.slice(0, slash), key.slice(slash + 1)];
}
