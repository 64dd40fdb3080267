import { html, nothing, type TemplateResult } from 'lit';
import { word } from '../../core/codes.js';
import type { MapPosts } from '../../core/map-posts.js';
import { unitLabel } from '../../core/place.js';
import { one } from '../../core/store.js';
import { t } from '../../i18n/index.js';
import type { Desk } from '../desk.js';
import { lastAndNext, postState } from '../post-state.js';

/** The post that the map points at: how it is heard of, how sure its place is, and the way to its page. */
export function card(desk: Desk, posts: MapPosts | undefined): TemplateResult | typeof nothing {
  const { focus } = desk.route;
  const post = one(desk.live.store, 'post', focus);
  if (focus === undefined || post === undefined) return nothing;
  const watch = one(desk.live.store, 'watch', focus);
  return html`<section class="card" data-testid="map-card" aria-label=${post.name}>
    <h3>${post.name}</h3>
    <p class="quiet">${word(desk.codes, 'postKinds', post.postKind)} · ${unitLabel(desk.live.store, post.unit)}</p>
    <p>${postState(desk, watch?.state ?? 'IDLE')}</p>
    ${watch === undefined ? nothing : html`<p class="quiet">${lastAndNext(desk, watch)}</p>`}
    <p class="quiet" data-testid="map-card-place">${t(`map.certainty.${posts?.certainty(focus) ?? 'none'}`)}</p>
    <div class="acts">
      <button class="main" data-testid="map-card-open" @click=${() => desk.turn('posts', { post: focus })}>
        ${t('map.open.post')}
      </button>
      <button @click=${() => desk.turn('map')}>${t('map.close')}</button>
    </div>
  </section>`;
}
