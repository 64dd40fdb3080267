import type { Watch } from './entities.js';
import type { Degrees } from './map-data.js';
import { dotState } from './map-dots.js';
import type { Places } from './map-places.js';
import type { Entity, Post } from './protocol.js';
import { all, one, type Store } from './store.js';

export type PostCertainty = 'sourced' | 'generated';

/** So long one slice of placing posts may hold the page's thread. */
const sliceMillis = 6;
const nothing: ReadonlyMap<string, Entity> = new Map();

/**
 * The posts of a view that have a place on the map, as arrays for the painter. A post without sourced coordinates has none, but for a
 * drill's, whose places are generated from their ids.
 */
export class MapPosts {
  readonly ids: readonly string[];
  readonly at: readonly Degrees[];
  readonly states: Uint8Array;
  /** Metres (EPSG:3857). */
  readonly positions: Float64Array;
  readonly index: ReadonlyMap<string, number>;
  private readonly watches: (Entity | undefined)[] = [];
  private seen: unknown;

  private constructor(
    placed: readonly (readonly [string, Degrees])[],
    readonly generated: ReadonlySet<string>,
    readonly unplaced: number,
    metres: (at: Degrees) => readonly [number, number],
  ) {
    this.ids = placed.map(([id]) => id);
    this.at = placed.map(([, at]) => at);
    this.index = new Map(this.ids.map((id, dot) => [id, dot]));
    this.states = new Uint8Array(placed.length);
    this.positions = Float64Array.from(this.at.flatMap((at) => [...metres(at)]));
  }

  /** Places all posts of a view, in slices that leave the page its frames. Undefined when `over` says that nobody waits any more. */
  static async of(
    store: Store,
    places: Places,
    drill: boolean,
    metres: (at: Degrees) => readonly [number, number],
    over: () => boolean = () => false,
  ): Promise<MapPosts | undefined> {
    const placed: (readonly [string, Degrees])[] = [];
    const generated = new Set<string>();
    let began = performance.now();
    for (const post of all(store, 'post').values()) {
      const at = positionOf(post) ?? (drill ? invented(store, places, post) : undefined);
      if (at !== undefined) placed.push([post.id, at]);
      if (at !== undefined && post.position == null) generated.add(post.id);
      if (performance.now() - began < sliceMillis) continue;
      await new Promise((done) => setTimeout(done));
      if (over()) return undefined;
      began = performance.now();
    }
    return new MapPosts(placed, generated, all(store, 'post').size - placed.length, metres);
  }

  certainty(id: string): PostCertainty | undefined {
    if (!this.index.has(id)) return undefined;
    return this.generated.has(id) ? 'generated' : 'sourced';
  }

  /** The dots whose state is another than when this was last asked. */
  changes(store: Store): number[] {
    const watches = store.kinds.get('watch') ?? nothing;
    if (watches === this.seen) return [];
    this.seen = watches;
    const changed: number[] = [];
    let place = 0;
    // What did not change is the very same object at the same place: most of the posts cost one comparison.
    for (const watch of watches.values()) {
      if (this.watches[place] !== watch) {
        this.watches[place] = watch;
        const dot = this.index.get(watch.id);
        const state = dotState((watch as Watch).state);
        if (dot !== undefined && this.states[dot] !== state) {
          this.states[dot] = state;
          changed.push(dot);
        }
      }
      place++;
    }
    return changed;
  }
}

export const positionOf = ({ position }: Pick<Post, 'position'>): Degrees | undefined =>
  position == null ? undefined : [position.longitude, position.latitude];

function invented(store: Store, places: Places, post: Post): Degrees | undefined {
  const unit = one(store, 'unit', post.unit);
  return unit?.unitKind === 'STATION' ? places.generated(post.id, unit.id, unit.parent) : undefined;
}
