import { MapPosts } from '../../core/map-posts.js';
import type { Store } from '../../core/store.js';
import { metres } from './ground.js';
import type { Stage } from './stage.js';

/** The posts of the view as dots: placed anew when there are other ones, repainted where their states change. */
export class PostsLayer {
  posts: MapPosts | undefined;
  private placedOf: unknown;

  constructor(
    private readonly stage: Stage,
    private readonly placed: () => void,
  ) {}

  place(store: Store, drill: boolean): void {
    const key = store.kinds.get('post');
    if (key === this.placedOf && (key !== undefined || this.posts !== undefined)) return;
    this.placedOf = key;
    void MapPosts.of(store, this.stage.places, drill, metres, () => this.placedOf !== key || this.stage.over).then(
      (posts) => {
        if (posts === undefined || this.stage.over) return;
        this.posts = posts;
        posts.changes(store);
        this.stage.dots.posts(posts.positions, posts.states);
        this.placed();
      },
    );
  }

  changed(store: Store): void {
    if (this.posts !== undefined) this.stage.dots.change(this.posts.changes(store));
  }
}
